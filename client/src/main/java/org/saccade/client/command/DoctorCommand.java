package org.saccade.client.command;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.saccade.client.ExitCode;
import org.saccade.client.Surroundings;
import org.saccade.client.doctor.Doctor;
import org.saccade.client.doctor.Finding;
import org.saccade.client.report.BenchReport;
import org.saccade.client.report.Figures;
import org.saccade.client.report.Machine;
import org.saccade.client.report.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code doctor}: what this machine has and lacks. */
@Command(
    name = "doctor",
    description = "Look this machine over: what is there, what lacks, and the remedy.")
final class DoctorCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin CommonOptions common = new CommonOptions();
  @Mixin CacheOptions cache = new CacheOptions();

  DoctorCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    common.requireWritableJson();
    var findings = new Doctor(surroundings, cache.folder(surroundings)).examine();
    findings.forEach(this::print);
    boolean isLacking =
        findings.stream().anyMatch(each -> each.standing() == Finding.Standing.MISSING);
    surroundings
        .out()
        .println(isLacking ? "Saccade cannot run here yet." : "Saccade can run here.");
    common.write(report(findings));
    return isLacking ? ExitCode.LACKS.number() : ExitCode.DONE.number();
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
