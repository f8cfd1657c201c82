package org.saccade.client.run;

import java.util.ArrayList;
import java.util.List;
import org.saccade.client.report.BenchReport;
import org.saccade.client.report.Figures;
import org.saccade.client.report.Machine;
import org.saccade.client.report.RunLog;
import org.saccade.client.report.Series;
import org.saccade.client.report.Target;
import org.saccade.client.report.Version;
import org.saccade.offload.policy.Mode;
import org.saccade.offload.profile.Profiler;
import org.saccade.render.gpu.GpuDevice;

/** A run's log as figures; docs/benchmarks.md defines each. Pure. */
final class RunFigures {
  private RunFigures() {}

  static BenchReport report(
      GpuDevice device,
      Figures inputs,
      RunLog log,
      Profiler profiler,
      HeapGrowth heap,
      double firstPictureSeconds,
      boolean hasEdge) {
    var results =
        results(log, profiler)
            .with("heap_mib_early", heap.earlyMib())
            .with("heap_mib_end", heap.endMib())
            .with("first_picture_s", firstPictureSeconds);
    return new BenchReport(
        "run",
        Version.text(),
        Machine.facts(device),
        inputs,
        results,
        targets(log, profiler, firstPictureSeconds, hasEdge));
  }

  /** Coverage is a target only where there is an edge to cover the view. */
  private static List<Target> targets(
      RunLog log, Profiler profiler, double firstPictureSeconds, boolean hasEdge) {
    var targets = new ArrayList<Target>();
    targets.add(
        Target.equal("frames_missed_by_network", (double) profiler.framesMissedByNetwork(), 0));
    targets.add(Target.atMost("first_picture_s", firstPictureSeconds, 15));
    targets.add(
        Target.atMost(
            "allocated_bytes_a_frame_without_messages_p50",
            log.percentile(Series.OWN_BYTES, 50),
            2047));
    if (hasEdge) {
      targets.add(Target.atMost("coverage_090_after_s", secondsUntil(log, 0.9), 60));
    }
    return List.copyOf(targets);
  }

  private static Figures results(RunLog log, Profiler profiler) {
    int rows = log.size();
    return new Figures()
        .with("frames", profiler.frames())
        .with("seconds", rows == 0 ? 0 : log.get(Series.SECONDS, rows - 1))
        .with("busy_ms_p50", log.percentile(Series.BUSY_MS, 50))
        .with("busy_ms_p99", log.percentile(Series.BUSY_MS, 99))
        .with("interval_ms_p50", log.percentile(Series.INTERVAL_MS, 50))
        .with("interval_ms_p99", log.percentile(Series.INTERVAL_MS, 99))
        .with("pose_age_ms_p50", log.percentile(Series.POSE_AGE_MS, 50))
        .with("pose_age_ms_p99", log.percentile(Series.POSE_AGE_MS, 99))
        .with("frames_missed", profiler.framesMissed())
        .with("frames_missed_by_network", profiler.framesMissedByNetwork())
        .with("coverage_last", rows == 0 ? 0 : log.get(Series.COVERAGE, rows - 1))
        .with("coverage_share_090", log.shareAtLeast(Series.COVERAGE, 0.9, 0, rows))
        .with("coverage_090_after_s", secondsUntil(log, 0.9))
        .with("received_mib", rows == 0 ? 0 : log.get(Series.RECEIVED_MIB, rows - 1))
        .with("tiles_uploaded", (long) log.sum(Series.UPLOADS))
        .with("drawn_triangles_p50", log.percentile(Series.TRIANGLES, 50))
        .with("local_share", shareOf(log, Mode.LOCAL))
        .with("hybrid_share", shareOf(log, Mode.HYBRID))
        .with("edge_share", shareOf(log, Mode.EDGE))
        .with("allocated_bytes_a_frame_p50", log.percentile(Series.ALLOCATED_BYTES, 50))
        .with("allocated_bytes_a_frame_without_messages_p50", log.percentile(Series.OWN_BYTES, 50));
  }

  /** When coverage first reached a value, in seconds since the run began; NaN if it never did. */
  private static double secondsUntil(RunLog log, double coverage) {
    for (int row = 0; row < log.size(); row++) {
      if (log.get(Series.COVERAGE, row) >= coverage) {
        return log.get(Series.SECONDS, row);
      }
    }
    return Double.NaN;
  }

  private static double shareOf(RunLog log, Mode mode) {
    int hits = 0;
    for (int row = 0; row < log.size(); row++) {
      hits += log.get(Series.MODE, row) == RunNotes.MODES.indexOf(mode) ? 1 : 0;
    }
    return log.size() == 0 ? Double.NaN : (double) hits / log.size();
  }
}
