package org.saccade.client.run;

import java.util.Arrays;
import java.util.List;
import org.saccade.client.report.RunLog;
import org.saccade.client.report.Series;
import org.saccade.offload.policy.Mode;
import org.saccade.offload.policy.Reason;
import org.saccade.offload.profile.FrameRecord;
import org.saccade.offload.profile.Phase;
import org.saccade.offload.profile.Profiler;

/** Writes finished frames into a run's log. Frame thread. */
final class RunNotes {
  /** A mode's or a reason's number in a log is its place in these lists. */
  static final List<Mode> MODES = List.of(Mode.values());

  static final List<Reason> REASONS = List.of(Reason.values());
  private static final Phase[] PHASES = Phase.values();
  private static final Series[] SERIES = seriesOfPhases();
  private static final double MIB = 1 << 20;

  private final RunLog log;
  private final Profiler profiler;
  private final long startNanos;
  private long lastEndNanos;
  private boolean isGazeUsed;

  RunNotes(RunLog log, Profiler profiler, long startNanos) {
    this.log = log;
    this.profiler = profiler;
    this.startNanos = startNanos;
    lastEndNanos = startNanos;
  }

  /** Notes the frame just finished. */
  void note(FrameFacts facts) {
    log.nextFrame();
    isGazeUsed |= facts.isGazeUsed();
    log.set(Series.SECONDS, (facts.endedNanos() - startNanos) * 1e-9);
    log.set(Series.INTERVAL_MS, (facts.endedNanos() - lastEndNanos) * 1e-6);
    lastEndNanos = facts.endedNanos();
    var record = profiler.last(0);
    if (record != null) {
      noteTimes(record);
    }
    var decision = facts.decision();
    log.set(Series.MODE, MODES.indexOf(decision.mode()));
    log.set(Series.REASON, REASONS.indexOf(decision.reason()));
    log.set(Series.COVERAGE, facts.asked().coverage());
    noteTiles(facts);
    log.set(Series.POSE_AGE_MS, facts.poseAgeNanos() * 1e-6);
    log.set(Series.HORIZON_MS, facts.horizonNanos() * 1e-6);
    log.set(Series.POSE_ERROR_DEG, Math.toDegrees(facts.poseErrorRadians()));
    log.set(Series.UPLOADS, facts.uploads());
    log.set(Series.TRIANGLES, (double) facts.triangles());
    log.set(Series.ALLOCATED_BYTES, (double) facts.allocatedBytes());
    log.set(Series.MESSAGE_BYTES, (double) facts.messageBytes());
    log.set(Series.OWN_BYTES, (double) (facts.allocatedBytes() - facts.messageBytes()));
  }

  /** Whether where the eyes look mattered in any frame. */
  boolean isGazeUsed() {
    return isGazeUsed;
  }

  private void noteTiles(FrameFacts facts) {
    var tiles = facts.tiles();
    log.set(Series.NEAR_COVERAGE, tiles.near().coverage());
    log.set(Series.FAR_COVERAGE, tiles.far().coverage());
    log.set(Series.RECEIVED_MIB, tiles.receivedBytes() / MIB);
    log.set(Series.RTT_MS, tiles.rttMillis());
    log.set(Series.LINK_UP, tiles.isLinkUp() ? 1 : 0);
    log.set(Series.WANTED, facts.asked().wanted());
    log.set(Series.NEAR_OFFSET_M, facts.asked().nearOffset());
    log.set(Series.FAR_OFFSET_M, facts.asked().farOffset());
  }

  private void noteTimes(FrameRecord record) {
    log.set(Series.BUSY_MS, record.busyNanos() * 1e-6);
    for (int i = 0; i < PHASES.length; i++) {
      log.set(SERIES[i], record.phases().nanos(PHASES[i]) * 1e-6);
    }
    log.set(Series.MISSED, record.isMissed() ? 1 : 0);
    log.set(Series.MISSED_BY_NETWORK, record.isMissedByNetwork() ? 1 : 0);
  }

  private static Series[] seriesOfPhases() {
    var all = new Series[PHASES.length];
    Arrays.setAll(all, i -> Series.valueOf(PHASES[i].name() + "_MS"));
    return all;
  }
}
