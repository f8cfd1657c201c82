package org.saccade.client.run;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.saccade.client.Surroundings;
import org.saccade.client.report.BenchReport;
import org.saccade.client.report.FrameTable;
import org.saccade.client.report.RunLog;
import org.saccade.client.report.RunPage;

/**
 * A run's way to the disk. Figures and rows are written while the run still has its world, for
 * cleaning up after a headset or a lost edge may take longer than a stopped process is given;
 * pictures, which take seconds to compress, and the page of all follow when this closes. Frame
 * thread.
 */
final class RunReport implements AutoCloseable {
  private final Surroundings surroundings;
  private final Path folder;
  private final Captures captures;
  private final Consumer<BenchReport> reports;
  private @Nullable BenchReport written;
  private @Nullable RunLog rows;
  private boolean isBegun;

  /**
   * Of a run that is about to begin.
   *
   * @param folder takes the files
   * @param captures the pictures, taken as the run goes on
   * @param reports takes the figures too
   */
  RunReport(
      Surroundings surroundings, Path folder, Captures captures, Consumer<BenchReport> reports) {
    this.surroundings = surroundings;
    this.folder = folder;
    this.captures = captures;
    this.reports = reports;
  }

  /** Whether it was written, or failed to be: a run is reported once. */
  boolean isBegun() {
    return isBegun;
  }

  /** Writes figures and rows, at once. */
  void write(BenchReport report, RunLog log) {
    isBegun = true;
    report.write(folder.resolve("report.json"));
    FrameTable.write(folder.resolve("frames.csv"), log);
    written = report;
    rows = log;
    reports.accept(report);
  }

  /** Writes pictures and page of what was reported. */
  @Override
  public void close() {
    var report = written;
    var log = rows;
    if (report != null && log != null) {
      var page = folder.resolve("report.html");
      RunPage.write(page, report, log, captures.write(folder));
      surroundings.out().printf("report: %s%n", page.toUri());
    }
  }
}
