package org.saccade.client.command;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.saccade.client.ExitCode;
import org.saccade.client.Failure;
import org.saccade.client.Surroundings;
import org.saccade.client.doctor.Doctor;
import org.saccade.client.doctor.EdgeExam;
import org.saccade.client.doctor.Finding;
import org.saccade.client.doctor.LinkReport;
import org.saccade.client.doctor.VerdictWords;
import org.saccade.client.report.BenchReport;
import org.saccade.client.report.Figures;
import org.saccade.client.report.Machine;
import org.saccade.client.report.Version;
import org.saccade.client.run.EdgeChoice;
import org.saccade.offload.survey.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code doctor}: what this machine has and lacks. */
@Command(
    name = "doctor",
    description = {
      "Look this machine over: what is there, what lacks, and the remedy.",
      "With --edge, measure the link to an edge: what it will carry, and what holds it back."
    })
final class DoctorCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin CommonOptions common = new CommonOptions();
  @Mixin CacheOptions cache = new CacheOptions();

  @Option(
      names = "--edge",
      paramLabel = "HOST[:PORT]",
      converter = Choices.EdgeWord.class,
      description = "Measure the link to this edge instead, and say what it will carry.")
  @Nullable EdgeChoice edge;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "5",
      description = "How long to measure the link, 2 to 60 (default ${DEFAULT-VALUE}).")
  double seconds = 5;

  @Option(
      names = "--via",
      paramLabel = "INTERFACE",
      description = "Look for edges in this network interface alone (default: in all).")
  @Nullable String networkInterface;

  DoctorCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    common.requireWritableJson();
    if (edge != null) {
      return measure(edge);
    }
    var findings = new Doctor(surroundings, cache.folder(surroundings), networkInterface).examine();
    findings.forEach(this::print);
    boolean isLacking =
        findings.stream().anyMatch(each -> each.standing() == Finding.Standing.MISSING);
    surroundings
        .out()
        .println(isLacking ? "Saccade cannot run here yet." : "Saccade can run here.");
    common.write(report(findings));
    return isLacking ? ExitCode.LACKS.number() : ExitCode.DONE.number();
  }

  private int measure(EdgeChoice chosen) {
    if (!(chosen instanceof EdgeChoice.Remote remote)) {
      throw Failure.usage("doctor --edge needs the edge's HOST[:PORT], not a word: try 127.0.0.1");
    }
    if (!(seconds >= 2 && seconds <= 60)) {
      throw Failure.usage("--seconds is %s; expected 2 to 60".formatted(seconds));
    }
    var result = new EdgeExam(surroundings, remote).measure(seconds);
    var verdict = Verdict.of(result.figures());
    var out = surroundings.out();
    out.printf("%s at %s serves %s%n", result.name(), remote.words(), result.scene());
    LinkReport.lines(result.figures()).forEach(out::println);
    VerdictWords.of(verdict, result.figures()).forEach(out::println);
    common.write(LinkReport.of(remote, seconds, result, verdict));
    return ExitCode.DONE.number();
  }

  private void print(Finding finding) {
    var mark =
        switch (finding.standing()) {
          case GOOD -> "ok  ";
          case LESS -> "note";
          case MISSING -> "LACK";
        };
    surroundings.out().printf("%s  %-10s %s%n", mark, finding.name(), finding.detail());
    if (!finding.remedy().isEmpty()) {
      surroundings.out().printf("                 -> %s%n", finding.remedy());
    }
  }

  private static BenchReport report(List<Finding> findings) {
    var results = new Figures();
    for (var finding : findings) {
      results.with(
          finding.name(),
          new Figures()
              .with("standing", finding.standing().name().toLowerCase(Locale.ROOT))
              .with("detail", finding.detail())
              .with("remedy", finding.remedy()));
    }
    return new BenchReport(
        "doctor", Version.text(), Machine.facts(), new Figures(), results, List.of());
  }
}
