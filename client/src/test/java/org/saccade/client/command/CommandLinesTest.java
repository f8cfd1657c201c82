package org.saccade.client.command;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.saccade.client.ExitCode;
import org.saccade.client.Stop;
import org.saccade.client.Surroundings;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** What a person gets who mistypes: one line that names the word and what would have been right. */
@NullMarked
@SuppressWarnings("NullAway.Init") // JUnit sets the folder
final class CommandLinesTest {
  @TempDir Path folder;

  private record Told(int status, String words, String shown) {}

  private Told tell(String line) {
    var bytes = new ByteArrayOutputStream();
    var err = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    var shown = new ByteArrayOutputStream();
    var surroundings =
        new Surroundings(
            Map.of("XDG_CACHE_HOME", folder.toString()),
            folder,
            new PrintStream(shown, true, StandardCharsets.UTF_8),
            err,
            System::nanoTime,
            System.nanoTime(),
            new Stop());
    int status = CommandLines.execute(surroundings, List.of(line.split(" ")));
    return new Told(
        status, bytes.toString(StandardCharsets.UTF_8), shown.toString(StandardCharsets.UTF_8));
  }

  private static void assertOneLine(ExitCode code, String expected, Told told) {
    assertEquals(code.number(), told.status(), told.words());
    assertEquals(1, told.words().lines().count(), told.words());
    assertTrue(told.words().startsWith("saccade: "), told.words());
    assertTrue(told.words().contains(expected), told.words());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "run --bogus | unknown option '--bogus'",
        "--sceen museum | did you mean --scene?",
        "pair | Missing required parameter: 'HOST[:PORT]'",
        "pair none | 'none' is no machine: give HOST[:PORT]",
        "pair 127.0.0.1:0 | has port '0'; expected 1 to 65535",
        "run --scene musem | unknown scene 'musem': try",
        "run --policy edge --edge none | --policy edge needs an edge",
        "run --policy fast | unknown policy 'fast': try auto",
        "run --headless --frames abc | --frames is abc; expected a whole number",
        "run --headless --hz fast | --hz is fast; expected a number",
        "run --headless --refresh-rate 90 | --refresh-rate is a headset's: add --xr",
        "run --xr --refresh-rate 0 | refresh-rate is 0.0; expected 1 to 1000",
        "run --headless --max-mbit -1 | max-mbit is -1.0; expected 0 to 10000",
        "run --headless --max-mbit NaN | max-mbit is NaN; expected 0 to 10000",
        "run --headless --max-mbit 10001 | max-mbit is 10001.0; expected 0 to 10000",
        "run --headless --vsync=maybe | --vsync is maybe; expected true or false",
        "run --headless --aa foo | --aa is foo; expected none, msaa4, fxaa",
        "run --record-gaze | --record-gaze needs --record FILE.csv",
        "run --xr --record a.csv --record-gaze --no-gaze | --no-gaze never asks one: leave one",
        "run --headless --network nope | unknown network 'nope': try lan",
        "bench split --network nope | unknown network 'nope': try lan",
        "bench spilt | unknown command 'spilt' (did you mean split?)",
        "bench moving --frames 2 | --frames is 2; expected 3 to 300",
        "bench moving --frames many | --frames is many; expected a whole number",
        "bench moving --scene museum,musem | unknown scene 'musem': try",
        "bench moving --motion sideways | unknown motion 'sideways': try",
        "bench cache --at-once 0 | --at-once is 0; expected 1 to 1000",
        "bench cache --scene museum | unknown option '--scene'",
        "bench reuse --scene musem | unknown scene 'musem': try",
        "bench reuse --device-cache 8 | --device-cache is 8 MiB; expected 32 to",
        "bench gaze --seconds 0 | --seconds is 0.0; expected 1 to 3600",
        "bench gaze --edge-cache 1 | --edge-cache is 1 MiB; expected 16 to",
        "bake studio --seconds 0 | --seconds is 0.0; expected 0 to 3600",
        "train | name what to train: try ./saccade train predict",
        "train predict | Missing required option: '--motion=DIR'",
        "relay | Missing required parameter: 'HOST[:PORT]'",
        "relay embedded | relay needs the edge's HOST[:PORT]",
        "relay 127.0.0.1 --listen 99999 | --listen is 99999; expected 0 to 65535",
        "relay 127.0.0.1 --network nope | unknown network 'nope': try lan",
        "bench wire --network rtt20 | unknown option '--network'",
        "bench wire --part rate,rates | unknown part 'rates': try rate, fairness",
        "bench wire --fuzz much | --fuzz is much; expected full, short",
        "edge --port 99999 | --port is 99999; expected 0..65535"
      })
  void aWrongWordIsNamedWithWhatWouldHaveBeenRight(String line, String expected) {
    assertOneLine(ExitCode.USAGE, expected, tell(line));
  }

  private static Stream<CommandLine> withThoseBelow(CommandLine command) {
    return Stream.concat(
        Stream.of(command),
        command.getSubcommands().values().stream().flatMap(CommandLinesTest::withThoseBelow));
  }

  private static Stream<CommandLine> everyCommand() {
    var nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    return withThoseBelow(
        CommandLines.build(
            new Surroundings(Map.of(), Path.of(""), nowhere, nowhere, () -> 0, 0, new Stop())));
  }

  static Stream<String> everyHelp() {
    return everyCommand()
        .map(command -> command.getCommandSpec().qualifiedName() + " --help")
        .map(line -> line.substring("saccade ".length()));
  }

  @ParameterizedTest
  @MethodSource("everyHelp")
  void everyCommandExplainsItself(String line) {
    var told = tell(line);
    assertEquals(ExitCode.DONE.number(), told.status(), told.words());
    assertEquals("", told.words());
    assertTrue(told.shown().startsWith("Usage: saccade"), told.shown());
  }

  private static List<String> words(String text) {
    return Pattern.compile("\\s+").splitAsStream(text).filter(word -> !word.isEmpty()).toList();
  }

  /** Picocli formats what it shows, and breaks lines where it finds a hyphen or a bracket. */
  @Test
  void helpIsShownAsItIsWritten() {
    var broken = new ArrayList<String>();
    everyCommand()
        .forEach(
            command -> {
              var spec = command.getCommandSpec();
              var help = command.getUsageMessage(Ansi.OFF);
              var texts = new ArrayList<String>(List.of(spec.usageMessage().description()));
              texts.addAll(List.of(spec.usageMessage().footer()));
              spec.args().stream()
                  .filter(arg -> !arg.hidden())
                  .forEach(arg -> texts.addAll(List.of(arg.description())));
              for (var text : texts) {
                var formatted = assertDoesNotThrow(() -> String.format(text), text);
                var missing = new ArrayList<>(words(formatted));
                missing.removeAll(words(help));
                broken.addAll(missing);
              }
              help.lines().filter(line -> line.endsWith("--")).forEach(broken::add);
            });
    broken.removeIf(word -> word.contains("${"));
    assertEquals(List.of(), broken);
  }

  /** A list of commands shows the first line of each one's description. */
  @Test
  void whatListsShowOfACommandIsAWholeSentence() {
    everyCommand()
        .map(command -> command.getCommandSpec().usageMessage().description()[0])
        .forEach(line -> assertTrue(line.endsWith("."), line));
  }

  @Test
  void theHelpOfTheWiresBenchNamesEveryPart() {
    var parts = tell("bench wire --part none").words().split("try ", -1)[1].strip();
    var help = String.join(" ", words(tell("bench wire --help").shown()));
    assertTrue(help.contains("Only these parts: " + parts), help);
  }

  @Test
  void aRecordingThatIsThereIsNeverOverwritten() throws IOException {
    var there = folder.resolve("walk.csv");
    Files.writeString(there, "precious");
    assertOneLine(
        ExitCode.FAILED, "walk.csv' is there already", tell("run --headless --record walk.csv"));
    assertEquals("precious", Files.readString(there));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bench cache --popularity none | none' is not a folder of popularity files",
        "bench moving --motion none.csv | none.csv"
      })
  void whatCannotBeReadIsToldBeforeAnythingLongStarts(String line, String expected) {
    assertOneLine(ExitCode.FAILED, expected, tell(line));
    assertFalse(Files.exists(folder.resolve("saccade")), "no scene was made");
  }

  @Test
  void aNetworkFileIsReadBeforeAnythingLongStarts() throws IOException {
    var bad = folder.resolve("bad.csv");
    Files.writeString(bad, "t_s,down_kbps,up_kbps,rtt_ms,loss\n0,1000,x,20,0\n");
    assertOneLine(
        ExitCode.FAILED, "line 2, column up_kbps", tell("run --headless --network " + bad));
    Files.write(bad, new byte[] {(byte) 0xFF, 0, (byte) 0xC0});
    assertOneLine(ExitCode.FAILED, "is not UTF-8 text", tell("run --headless --network " + bad));
    assertOneLine(
        ExitCode.FAILED,
        "is no file that can be read",
        tell("run --headless --network " + folder.resolve("none.csv")));
  }
}
