package org.saccade.client.bench.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.saccade.client.report.Figures;
import org.saccade.client.report.Target;
import org.saccade.offload.netem.model.NetworkTrace;
import org.saccade.offload.sim.wire.WireFlow;
import org.saccade.offload.sim.wire.WireRun;

/** How long datagrams queue and what arrives, on each network, against other senders. */
final class RatePart implements WirePart {
  private static final double FIXED_BITS = 30e6;
  private static final double MOST_DELAY = 0.5;
  private static final double LEAST_BYTES = 0.7;

  /** Networks of one row have no length. */
  private static final long LEAST_NANOS = 30_000_000_000L;

  /** A network that is away for all but so little of its time is shown and not judged. */
  private static final double LEAST_JUDGED_SECONDS = 5;

  private static final String OWN = "ours";
  private static final List<String> RIVALS = List.of("fixed_30", "alvr");

  private final Map<String, Function<WireRun, WireFlow>> senders = new LinkedHashMap<>();

  RatePart() {
    senders.put(OWN, run -> run.own(0));
    senders.put("fixed_30", run -> run.fixedFrames(FIXED_BITS));
    senders.put("alvr", run -> run.alvr(true));
    senders.put("fixed_30_even", run -> run.fixedEven(FIXED_BITS));
    senders.put("alvr_as_published", run -> run.alvr(false));
  }

  @Override
  public String name() {
    return "rate";
  }

  /** The worst ratio to a rival over all judged networks. */
  private static final class Worst {
    private double delay;
    private double bytes = Double.POSITIVE_INFINITY;

    private void add(WireFlow ours, WireFlow rival) {
      delay = Math.max(delay, ours.delayMillis(0.95) / rival.delayMillis(0.95));
      bytes = Math.min(bytes, (double) ours.bytes() / rival.bytes());
    }
  }

  @Override
  public Answer run(Context context) {
    var worst = new LinkedHashMap<String, Worst>();
    RIVALS.forEach(rival -> worst.put(rival, new Worst()));
    var results = new Figures();
    int judged = 0;
    for (var trace : context.networks().traces()) {
      context.progress().accept("rate: " + WireNetworks.shortName(trace));
      long until = Math.max(LEAST_NANOS, trace.rows().getLast().startNanos());
      var flows = flows(trace, context.seed(), until);
      double seconds = WireRun.judgedSeconds(trace, until);
      boolean isJudged = seconds >= LEAST_JUDGED_SECONDS;
      results.with(WireNetworks.shortName(trace), figures(flows, until, seconds, isJudged));
      if (isJudged) {
        judged++;
        worst.forEach((rival, ratio) -> ratio.add(of(flows, OWN), of(flows, rival)));
      }
    }
    results.with("networks_judged", judged);
    return new Answer(results, targets(worst, results));
  }

  private static List<Target> targets(Map<String, Worst> worst, Figures results) {
    var targets = new ArrayList<Target>();
    worst.forEach(
        (rival, ratio) -> {
          results.with("worst_delay_by_" + rival, ratio.delay);
          results.with("worst_bytes_by_" + rival, ratio.bytes);
          targets.add(
              Target.atMost(
                  "rate: p95 queueing by that of %s, worst network".formatted(rival),
                  ratio.delay,
                  MOST_DELAY));
          targets.add(
              Target.atLeast(
                  "rate: useful bytes by those of %s, worst network".formatted(rival),
                  ratio.bytes,
                  LEAST_BYTES));
        });
    return targets;
  }

  private Map<String, WireFlow> flows(NetworkTrace trace, long seed, long until) {
    var flows = new LinkedHashMap<String, WireFlow>();
    senders.forEach(
        (name, sender) -> {
          var run = new WireRun(trace, seed, until);
          flows.put(name, sender.apply(run));
          run.run();
        });
    return flows;
  }

  private static WireFlow of(Map<String, WireFlow> flows, String name) {
    return java.util.Objects.requireNonNull(flows.get(name));
  }

  private static Figures figures(
      Map<String, WireFlow> flows, long until, double seconds, boolean isJudged) {
    var figures = new Figures().with("judged_s", seconds).with("is_judged", isJudged);
    flows.forEach(
        (name, flow) ->
            figures.with(
                name,
                new Figures()
                    .with("queueing_ms_p50", flow.delayMillis(0.5))
                    .with("queueing_ms_p95", flow.delayMillis(0.95))
                    .with("queueing_ms_p99", flow.delayMillis(0.99))
                    .with("useful_mbit_s", flow.bytes() * 8e3 / until)));
    return figures;
  }
}
