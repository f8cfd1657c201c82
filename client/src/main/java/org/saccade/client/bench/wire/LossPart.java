package org.saccade.client.bench.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.saccade.client.report.Figures;
import org.saccade.client.report.Target;
import org.saccade.offload.fec.Need;
import org.saccade.offload.netem.model.Disturbance;
import org.saccade.offload.netem.model.NetworkTrace;
import org.saccade.offload.sim.wire.LossFigures;
import org.saccade.offload.sim.wire.LossRun;

/** Tiles over networks that lose datagrams, and landings while the network is away. */
final class LossPart implements WirePart {
  private static final long MILLI = 1_000_000L;
  private static final double BYTES_PER_SECOND = 12.5e6;
  private static final int RTT_MILLIS = 20;
  private static final double[] PERCENT = {0, 1, 2, 5, 10, 20};
  private static final int JUDGED_PERCENT = 5;
  private static final int BURST = 4;
  private static final long UNTIL = 60_000 * MILLI;
  private static final long JUDGED_UNTIL = 240_000 * MILLI;
  private static final double SOON_MILLIS = 50;

  private static final int[] AWAY_MILLIS = {100, 2_000};
  private static final long AWAY_FROM_MILLIS = 7_000;
  private static final int PHASES = 12;
  private static final double FRAMES_MILLIS = 2 * LossRun.FRAME_NANOS * 1e-6;
  private static final double BYTES = 1.2;

  @Override
  public String name() {
    return "loss";
  }

  @Override
  public Answer run(Context context) {
    var results = new Figures().with("tiles", "per landing 20 foveal, 26 mid, 18 periphery");
    var targets = new ArrayList<Target>();
    for (double percent : PERCENT) {
      lossy(context, percent, 1, results, targets);
    }
    for (double percent : PERCENT) {
      if (percent > 0) {
        lossy(context, percent, BURST, results, targets);
      }
    }
    var without = run(network(RTT_MILLIS, JUDGED_PERCENT, 1), context.seed(), UNTIL, false);
    results.with("random_5_percent_without_repair", figures(without));
    var far = run(network(2 * RTT_MILLIS, 0, 1), context.seed(), UNTIL, true);
    results.with("without_loss_at_40_ms", figures(far));
    targets.add(
        Target.atMost(
            "loss: duplicates by bytes that arrive, 40 ms without loss",
            far.duplicateShare(),
            0.02));
    for (int away : AWAY_MILLIS) {
      away(context, away, results, targets);
    }
    return new Answer(results, targets);
  }

  private static void lossy(
      Context context, double percent, int burst, Figures results, List<Target> targets) {
    String kind = burst > 1 ? "bursty" : "random";
    context.progress().accept("loss: %.0f %% %s".formatted(percent, kind));
    boolean isJudged = percent == JUDGED_PERCENT && burst == 1;
    long until = isJudged ? JUDGED_UNTIL : UNTIL;
    var found = run(network(RTT_MILLIS, percent, burst), context.seed(), until, true);
    results.with(String.format(Locale.ROOT, "%s_%.0f_percent", kind, percent), figures(found));
    if (isJudged) {
      var foveal = found.of(Need.FOVEAL);
      targets.add(
          Target.atLeast(
              "loss: foveal tiles usable within 50 ms, 5 % random",
              foveal.within(SOON_MILLIS), 0.999));
      targets.add(
          Target.atMost("loss: overhead of foveal tiles, 5 % random", foveal.overhead(), 0.2));
      targets.add(Target.atMost("loss: overhead of all, 5 % random", found.overhead(), 0.2));
      targets.add(Target.equal("loss: wrong tiles, 5 % random", (double) found.wrong(), 0));
    }
  }

  private static LossFigures run(NetworkTrace trace, long seed, long until, boolean isRepaired) {
    return new LossRun(trace, seed, isRepaired).landings(until);
  }

  private static NetworkTrace network(int rttMillis, double percent, int burst) {
    var disturbance = new Disturbance(0, burst, 0, 0);
    return new NetworkTrace(
        "lossy",
        List.of(
            new NetworkTrace.Row(
                0,
                BYTES_PER_SECOND,
                BYTES_PER_SECOND,
                (long) rttMillis * MILLI,
                percent / 100,
                disturbance)));
  }

  private static Figures figures(LossFigures found) {
    var figures = new Figures();
    for (var need : Need.values()) {
      var of = found.of(need);
      figures.with(
          need.name().toLowerCase(Locale.ROOT),
          new Figures()
              .with("tiles", of.tiles())
              .with("share_within_50_ms", of.within(SOON_MILLIS))
              .with("ms_p50", of.millis(0.5))
              .with("ms_p99", of.millis(0.99))
              .with("overhead", of.overhead()));
    }
    return figures
        .with("overhead", found.overhead())
        .with("overhead_by_tiles_alone", found.overheadByTiles())
        .with("repair_share", found.repairShare())
        .with("duplicate_share", found.duplicateShare());
  }

  /** A landing half-way through an absence, at several phases of the frame. */
  private static void away(Context context, int awayMillis, Figures results, List<Target> targets) {
    context.progress().accept("loss: a landing while away for %d ms".formatted(awayMillis));
    double first = 0;
    double all = 0;
    double allLessBytes = 0;
    for (int phase = 0; phase < PHASES; phase++) {
      long from = AWAY_FROM_MILLIS + phase;
      long returns = from + awayMillis;
      var landing =
          new LossRun(blackout(from, returns), context.seed() + (long) phase, true)
              .landing((from + returns) / 2 * MILLI, returns * MILLI, (returns + 3_000) * MILLI);
      double bytesMillis = BYTES * landing.bytes() / BYTES_PER_SECOND * 1e3;
      first = Math.max(first, landing.firstMillis());
      all = Math.max(all, landing.allMillis());
      allLessBytes = Math.max(allLessBytes, landing.allMillis() - bytesMillis);
    }
    results.with(
        "landing_while_away_%d_ms".formatted(awayMillis),
        new Figures()
            .with("first_foveal_ms_worst", first)
            .with("all_ms_worst", all)
            .with("all_less_bytes_ms_worst", allLessBytes));
    String words = "loss: ms from the return after %d ms to %s, worst";
    double most = RTT_MILLIS + FRAMES_MILLIS;
    targets.add(Target.atMost(words.formatted(awayMillis, "the first foveal tile"), first, most));
    targets.add(
        Target.atMost(
            words.formatted(awayMillis, "all less 1.2 x bytes / rate"), allLessBytes, most));
  }

  private static NetworkTrace blackout(long fromMillis, long untilMillis) {
    var rows = new ArrayList<NetworkTrace.Row>();
    for (long at = 0;
        at <= untilMillis;
        at += at < fromMillis && at + 500 <= fromMillis ? 500 : 1) {
      double rate = at >= fromMillis && at < untilMillis ? 0 : BYTES_PER_SECOND;
      rows.add(new NetworkTrace.Row(at * MILLI, rate, rate, RTT_MILLIS * MILLI, 0));
    }
    return new NetworkTrace("away", List.copyOf(rows));
  }
}
