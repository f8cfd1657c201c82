package org.saccade.client.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.saccade.client.ExitCode;
import org.saccade.client.Failure;
import org.saccade.client.Surroundings;
import org.saccade.client.report.Version;
import org.saccade.offload.protocol.Texts;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Parses the command line, runs the command, and turns every failure into one line. */
public final class CommandLines {
  private static final Set<String> ASKED_OF_THE_PROGRAM = Set.of("--help", "-h", "--version", "-V");

  private CommandLines() {}

  /** Runs what the arguments ask for; returns the exit status. */
  public static int execute(Surroundings surroundings, List<String> arguments) {
    var line = build(surroundings);
    var all = new ArrayList<String>(arguments);
    if (all.isEmpty() || (all.getFirst().startsWith("-") && !asksTheProgram(all))) {
      all.addFirst("run");
    }
    boolean isDebug = all.contains("--debug") || Boolean.getBoolean("saccade.debug");
    line.setParameterExceptionHandler((wrong, given) -> tell(surroundings, wrong, isDebug));
    line.setExecutionExceptionHandler(
        (thrown, command, result) -> tell(surroundings, thrown, isDebug));
    return line.execute(all.toArray(String[]::new));
  }

  private static boolean asksTheProgram(List<String> arguments) {
    return arguments.size() == 1 && ASKED_OF_THE_PROGRAM.contains(arguments.getFirst());
  }

  static CommandLine build(Surroundings surroundings) {
    var bench =
        new CommandLine(new BenchCommand())
            .addSubcommand(new BenchSplitCommand(surroundings))
            .addSubcommand(new BenchQualityCommand(surroundings))
            .addSubcommand(new BenchMovingCommand(surroundings))
            .addSubcommand(new BenchFoveationCommand(surroundings))
            .addSubcommand(new BenchOutageCommand(surroundings))
            .addSubcommand(new BenchPoseCommand(surroundings))
            .addSubcommand(new BenchPredictCommand(surroundings))
            .addSubcommand(new BenchCacheCommand(surroundings))
            .addSubcommand(new BenchReuseCommand(surroundings))
            .addSubcommand(new BenchGazeCommand(surroundings))
            .addSubcommand(new BenchWireCommand(surroundings));
    var train =
        new CommandLine(new TrainCommand()).addSubcommand(new TrainPredictCommand(surroundings));
    return new CommandLine(new RootCommand())
        .addSubcommand(bench)
        .addSubcommand(train)
        .addSubcommand(new RunCommand(surroundings))
        .addSubcommand(new EdgeCommand(surroundings))
        .addSubcommand(new PairCommand(surroundings))
        .addSubcommand(new RelayCommand(surroundings))
        .addSubcommand(new BakeCommand(surroundings))
        .addSubcommand(new DoctorCommand(surroundings))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setOverwrittenOptionsAllowed(true)
        .setOut(
            new java.io.PrintWriter(
                surroundings.out(), true, java.nio.charset.StandardCharsets.UTF_8))
        .setErr(
            new java.io.PrintWriter(
                surroundings.err(), true, java.nio.charset.StandardCharsets.UTF_8));
  }

  private static int tell(Surroundings surroundings, ParameterException wrong, boolean isDebug) {
    var words = oneLine(wrong);
    if (wrong.getCause() instanceof CommandLine.TypeConversionException told) {
      words = valueWords(wrong, told);
    }
    if (wrong instanceof UnmatchedArgumentException unmatched
        && !unmatched.getUnmatched().isEmpty()) {
      words = unmatchedWords(unmatched);
    }
    var command = wrong.getCommandLine().getCommandSpec().qualifiedName();
    if (!words.contains(": ")) {
      words += ": see ./%s --help".formatted(command);
    }
    surroundings.err().println("saccade: " + words);
    if (isDebug) {
      wrong.printStackTrace(surroundings.err());
    }
    return ExitCode.USAGE.number();
  }

  /** Our own converters say all there is to say; picocli's do not name the option. */
  private static String valueWords(
      ParameterException wrong, CommandLine.TypeConversionException told) {
    var asked = wrong.getArgSpec();
    if (asked == null || asked.converters().length > 0) {
      return oneLine(told);
    }
    var name = asked instanceof CommandLine.Model.OptionSpec option ? option.longestName() : "";
    return "%s is %s; expected %s".formatted(name, wrong.getValue(), expected(asked.type()));
  }

  private static String expected(Class<?> type) {
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .map(each -> each.toString().toLowerCase(Locale.ROOT))
          .collect(Collectors.joining(", "));
    }
    if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    }
    return type == double.class || type == Double.class ? "a number" : "a whole number";
  }

  private static String unmatchedWords(UnmatchedArgumentException unmatched) {
    var given = unmatched.getUnmatched().getFirst();
    var line = unmatched.getCommandLine();
    var name = line.getCommandSpec().qualifiedName();
    var near = unmatched.getSuggestions();
    var hint = near.isEmpty() ? "" : " (did you mean %s?)".formatted(near.getFirst());
    if (given.startsWith("-")) {
      return "unknown option '%s'%s: see ./%s --help".formatted(given, hint, name);
    }
    boolean isCommand = !line.getSubcommands().isEmpty();
    return isCommand
        ? "unknown command '%s'%s: try %s"
            .formatted(given, hint, String.join(", ", line.getSubcommands().keySet()))
        : "'%s' is one argument too many: see ./%s --help".formatted(given, name);
  }

  private static int tell(Surroundings surroundings, Exception thrown, boolean isDebug) {
    var code = thrown instanceof Failure failure ? failure.code() : ExitCode.FAILED;
    if (code == ExitCode.STOPPED) {
      surroundings.err().println("saccade: stopped");
    } else if (thrown instanceof Failure) {
      surroundings.err().println("saccade: " + oneLine(thrown));
    } else {
      surroundings
          .err()
          .println(
              "saccade: unexpected %s: %s (run it again with --debug and report what it prints)"
                  .formatted(thrown.getClass().getSimpleName(), oneLine(thrown)));
    }
    if (isDebug) {
      thrown.printStackTrace(surroundings.err());
    }
    return code.number();
  }

  private static String oneLine(Throwable thrown) {
    var message = thrown.getMessage();
    return message == null
        ? thrown.getClass().getSimpleName()
        : Texts.visible(message.replaceAll("\\s*\\R\\s*", "; ").strip());
  }

  /** What {@code --version} prints. */
  static final class VersionWords implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"Saccade " + Version.text()};
    }
  }
}
