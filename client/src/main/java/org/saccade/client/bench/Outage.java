package org.saccade.client.bench;

import org.saccade.client.report.Figures;
import org.saccade.client.report.RunLog;
import org.saccade.client.report.Series;

/**
 * A time without the edge within a run's frames, in seconds since the run began. Pure.
 *
 * @param fromSeconds when the edge went
 * @param untilSeconds when it was there again
 */
record Outage(double fromSeconds, double untilSeconds) {
  /** How much of the run before it is compared with it. */
  private static final double BEFORE_SECONDS = 10;

  /** What follows its end still belongs to it: frames take in what the edge sends again. */
  private static final double AFTER_SECONDS = 1;

  /** Its figures from the frames of the run. */
  Figures figures(RunLog log) {
    int first = log.rowAt(fromSeconds - BEFORE_SECONDS);
    int from = log.rowAt(fromSeconds);
    double back = backAfterSeconds(log);
    double end = untilSeconds + (Double.isFinite(back) ? back : 0) + AFTER_SECONDS;
    int until = log.rowAt(end);
    double before = log.percentile(Series.INTERVAL_MS, 99, first, from);
    double during = log.percentile(Series.INTERVAL_MS, 99, from, until);
    return new Figures()
        .with("from_s", fromSeconds)
        .with("seconds", untilSeconds - fromSeconds)
        .with("frames_before", from - first)
        .with("frames_during", until - from)
        .with("interval_ms_p99_before", before)
        .with("interval_ms_p99_during", during)
        .with("interval_ratio", during / before)
        .with("frames_missed_by_network", count(log, Series.MISSED_BY_NETWORK, 1, from, until))
        .with("seen_down_after_s", seenDownAfterSeconds(log))
        .with("back_after_s", back)
        .with("coverage_before", log.percentile(Series.COVERAGE, 50, first, from))
        .with("coverage_during_p50", log.percentile(Series.COVERAGE, 50, from, until))
        .with("coverage_during_least", log.percentile(Series.COVERAGE, 0, from, until));
  }

  /** From the edge's return until the link is up to stay; NaN when it never is. */
  double backAfterSeconds(RunLog log) {
    for (int row = log.size() - 1; row >= log.rowAt(fromSeconds); row--) {
      if (log.get(Series.LINK_UP, row) == 0) {
        return row + 1 == log.size()
            ? Double.NaN
            : Math.max(0, log.get(Series.SECONDS, row + 1) - untilSeconds);
      }
    }
    return log.rowAt(untilSeconds) == log.size() ? Double.NaN : 0;
  }

  /** From the edge's going until the device saw it; NaN when it never did. */
  private double seenDownAfterSeconds(RunLog log) {
    for (int row = log.rowAt(fromSeconds); row < log.size(); row++) {
      if (log.get(Series.LINK_UP, row) == 0) {
        return log.get(Series.SECONDS, row) - fromSeconds;
      }
    }
    return Double.NaN;
  }

  private static long count(RunLog log, Series series, float value, int from, int until) {
    long hits = 0;
    for (int row = from; row < until; row++) {
      hits += log.get(series, row) == value ? 1 : 0;
    }
    return hits;
  }
}
