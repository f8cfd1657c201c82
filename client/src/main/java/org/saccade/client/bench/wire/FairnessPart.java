package org.saccade.client.bench.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.saccade.client.report.Figures;
import org.saccade.client.report.Target;
import org.saccade.offload.netem.model.NetworkTrace;
import org.saccade.offload.sim.wire.WireRun;

/** Two devices of one edge behind one bottleneck, the second 5 s later. */
final class FairnessPart implements WirePart {
  private static final long SECOND = 1_000_000_000L;
  private static final double[] MBITS = {20, 100, 300};
  private static final long LATER = 5 * SECOND;
  private static final long FROM = 60 * SECOND;
  private static final long UNTIL = 120 * SECOND;
  private static final double MOST_APART = 0.2;

  @Override
  public String name() {
    return "fairness";
  }

  @Override
  public Answer run(Context context) {
    var results = new Figures();
    var targets = new ArrayList<Target>();
    for (double mbit : MBITS) {
      context.progress().accept("fairness: %.0f Mbit/s".formatted(mbit));
      var run = new WireRun(bottleneck(mbit), context.seed(), UNTIL);
      var first = run.own(0);
      var second = run.own(LATER);
      run.run();
      double one = first.bytes(FROM, UNTIL);
      double other = second.bytes(FROM, UNTIL);
      double apart = Math.abs(one - other) / Math.max(1, Math.max(one, other));
      double mbits = 8e3 / (UNTIL - FROM);
      results.with(
          String.format(Locale.ROOT, "at_%.0f_mbit", mbit),
          new Figures()
              .with("first_mbit_s", one * mbits)
              .with("second_mbit_s", other * mbits)
              .with("apart", apart)
              .with("used", (one + other) * mbits / mbit)
              .with("within_20_percent_after_s", evenAfter(first, second))
              .with("queueing_ms_p95", first.delayMillis(0.95)));
      targets.add(
          Target.atMost(
              "fairness: two devices apart at %.0f Mbit/s".formatted(mbit), apart, MOST_APART));
    }
    return new Answer(results, targets);
  }

  private static NetworkTrace bottleneck(double mbit) {
    return new NetworkTrace(
        "bottleneck",
        List.of(new NetworkTrace.Row(0, mbit * 125_000, mbit * 12_500 + 500_000, 20_000_000, 0)));
  }

  /** Seconds after the second began, until each 5 s bring both about the same. */
  private static double evenAfter(
      org.saccade.offload.sim.wire.WireFlow first, org.saccade.offload.sim.wire.WireFlow second) {
    long even = UNTIL;
    for (long at = UNTIL - LATER; at >= LATER; at -= SECOND) {
      double one = first.bytes(at, at + LATER);
      double other = second.bytes(at, at + LATER);
      if (Math.abs(one - other) > MOST_APART * Math.max(one, other)) {
        break;
      }
      even = at;
    }
    return even == UNTIL ? Double.NaN : (even - LATER) * 1e-9;
  }
}
