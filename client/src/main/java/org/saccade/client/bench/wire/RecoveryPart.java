package org.saccade.client.bench.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.saccade.client.report.Figures;
import org.saccade.client.report.Target;
import org.saccade.offload.netem.model.NetworkTrace;
import org.saccade.offload.sim.wire.WireFlow;
import org.saccade.offload.sim.wire.WireRun;

/** A network that is away both ways for a while: how soon its return is used. */
final class RecoveryPart implements WirePart {
  private static final long MILLI = 1_000_000L;
  private static final int[] AWAY_MILLIS = {100, 2_000};
  private static final double[] MBITS = {30, 100, 200};
  private static final int FROM_MILLIS = 10_000;
  private static final int LAST_MILLIS = 5_000;
  private static final int ROW_MILLIS = 100;
  private static final double BACK = 0.8;
  private static final int WINDOW_MILLIS = 500;
  private static final double MOST_BACK_MILLIS = 500;

  @Override
  public String name() {
    return "recovery";
  }

  @Override
  public Answer run(Context context) {
    var results = new Figures();
    var targets = new ArrayList<Target>();
    for (int away : AWAY_MILLIS) {
      double worst = 0;
      for (double mbit : MBITS) {
        context.progress().accept("recovery: %d ms at %.0f Mbit/s".formatted(away, mbit));
        int returns = FROM_MILLIS + away;
        var run =
            new WireRun(blackout(away, mbit), context.seed(), (returns + LAST_MILLIS) * MILLI);
        var flow = run.own(0);
        run.run();
        double before = flow.bytes(8_000 * MILLI, FROM_MILLIS * MILLI) / 2_000.0;
        double back = back(flow, returns, before);
        worst = Math.max(worst, Double.isNaN(back) ? Double.POSITIVE_INFINITY : back);
        results.with(
            String.format(Locale.ROOT, "away_%d_ms_at_%.0f_mbit", away, mbit),
            new Figures()
                .with("before_mbit_s", before * 8e-3)
                .with("first_ms", first(flow, returns))
                .with("back_ms", back)
                .with(
                    "first_500_ms_by_before",
                    flow.bytes(returns * MILLI, (returns + WINDOW_MILLIS) * MILLI)
                        / (WINDOW_MILLIS * before)));
      }
      targets.add(
          Target.atMost(
              "recovery: ms until useful again after %d ms, worst".formatted(away),
              worst,
              MOST_BACK_MILLIS));
    }
    return new Answer(results, targets);
  }

  private static NetworkTrace blackout(int awayMillis, double mbit) {
    var rows = new ArrayList<NetworkTrace.Row>();
    for (int at = 0; at <= FROM_MILLIS + awayMillis + LAST_MILLIS; at += ROW_MILLIS) {
      boolean isAway = at >= FROM_MILLIS && at < FROM_MILLIS + awayMillis;
      double down = isAway ? 0 : mbit * 125_000;
      double up = isAway ? 0 : mbit * 12_500 + 500_000;
      rows.add(new NetworkTrace.Row(at * MILLI, down, up, 20 * MILLI, 0));
    }
    return new NetworkTrace("blackout", List.copyOf(rows));
  }

  private static double first(WireFlow flow, int returns) {
    for (int at = 0; at < LAST_MILLIS; at += 10) {
      if (flow.bytes((returns + at) * MILLI, (returns + at + 10) * MILLI) > 0) {
        return at;
      }
    }
    return Double.NaN;
  }

  /** From the return until the first moment from which each tenth brings 0.8 of before for long. */
  private static double back(WireFlow flow, int returns, double bytesAMilliBefore) {
    for (int at = 0; at + WINDOW_MILLIS < LAST_MILLIS; at += 10) {
      if (isBack(flow, returns + at, bytesAMilliBefore)) {
        return at;
      }
    }
    return Double.NaN;
  }

  private static boolean isBack(WireFlow flow, int from, double bytesAMilliBefore) {
    for (int at = from; at < from + WINDOW_MILLIS; at += ROW_MILLIS) {
      long bytes = flow.bytes(at * MILLI, (at + ROW_MILLIS) * MILLI);
      if (bytes < BACK * bytesAMilliBefore * ROW_MILLIS) {
        return false;
      }
    }
    return true;
  }
}
