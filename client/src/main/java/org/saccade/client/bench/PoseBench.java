package org.saccade.client.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.saccade.client.Progress;
import org.saccade.client.Surroundings;
import org.saccade.client.report.BenchReport;
import org.saccade.client.report.Figures;
import org.saccade.client.report.Machine;
import org.saccade.client.report.RunLog;
import org.saccade.client.report.Series;
import org.saccade.client.report.Target;
import org.saccade.client.report.Version;
import org.saccade.client.run.EdgeChoice;
import org.saccade.client.run.PoseLegs;
import org.saccade.client.run.RunSettings;
import org.saccade.client.run.SceneChoice;
import org.saccade.client.run.SceneFiles;
import org.saccade.offload.policy.Policies;
import org.saccade.render.scene.Scene;

/**
 * How old poses are when a frame ends, and how wrong they turn out to be, with an edge at 0 and at
 * 100 ms: blocks of frames in the order A B B A, so that whatever else the machine does falls on
 * both. A third device without the late locating of views draws in between.
 */
public final class PoseBench {
  private static final int ROUNDS = 10;
  private static final int BLOCK_FRAMES = 60;
  private static final int WARM_FRAMES = 90;
  private static final double HERTZ = 30;
  private static final int BAKED_SECONDS = 60;
  private static final int RESAMPLES = 2_000;

  private final Surroundings surroundings;
  private final BenchSettings settings;
  private final SceneChoice scene;

  /** Bounds of a 95 % interval. */
  private record Interval(double median, double low, double high) {}

  public PoseBench(Surroundings surroundings, BenchSettings settings, SceneChoice scene) {
    this.surroundings = surroundings;
    this.settings = settings;
    this.scene = scene;
  }

  /** Bakes what is missing, draws, and puts the figures together. */
  public BenchReport run() {
    bake();
    var loaded = new SceneFiles(surroundings, settings.cacheFolder()).load(scene);
    try (var legs = new PoseLegs(surroundings, settings.size(), HERTZ);
        var progress = new Progress(surroundings)) {
      return measure(legs, loaded, progress);
    }
  }

  private void bake() {
    var arguments = new ArrayList<>(List.of("bake", scene.name()));
    arguments.addAll(settings.arguments());
    arguments.addAll(List.of("--seconds", String.valueOf(BAKED_SECONDS)));
    arguments.addAll(List.of("--cache", settings.cacheFolder().toString()));
    try (var progress = new Progress(surroundings);
        var child = ChildProcess.start(surroundings, 1, arguments)) {
      child.await(line -> progress.say("bake: " + line));
    }
  }

  private BenchReport measure(PoseLegs legs, Scene loaded, Progress progress) {
    int near = legs.add(leg(""), loaded, true);
    int far = legs.add(leg("rtt100"), loaded, true);
    int early = legs.add(leg(""), loaded, false);
    for (int leg : new int[] {near, far, early}) {
      progress.say("warming up");
      legs.draw(leg, WARM_FRAMES);
    }
    int from = WARM_FRAMES;
    var ages = new double[2 * ROUNDS];
    var errors = new double[2 * ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      int a1 = legs.draw(near, BLOCK_FRAMES);
      int b1 = legs.draw(far, BLOCK_FRAMES);
      int b2 = legs.draw(far, BLOCK_FRAMES);
      int a2 = legs.draw(near, BLOCK_FRAMES);
      legs.draw(early, BLOCK_FRAMES);
      ages[2 * round] = ratio(legs, far, b1, near, a1, Series.POSE_AGE_MS);
      ages[2 * round + 1] = ratio(legs, far, b2, near, a2, Series.POSE_AGE_MS);
      errors[2 * round] = ratio(legs, far, b1, near, a1, Series.POSE_ERROR_DEG);
      errors[2 * round + 1] = ratio(legs, far, b2, near, a2, Series.POSE_ERROR_DEG);
      progress.say("round %d of %d".formatted(round + 1, ROUNDS));
    }
    var chance = RandomGeneratorFactory.of("L64X128MixRandom").create(settings.seed());
    return report(
        legs,
        interval(ages, chance),
        interval(errors, chance),
        List.of(
            figures(legs.log(near), from),
            figures(legs.log(far), from),
            figures(legs.log(early), from)));
  }

  private BenchReport report(PoseLegs legs, Interval age, Interval error, List<Figures> perLeg) {
    var results =
        new Figures()
            .with("rtt_0", perLeg.get(0))
            .with("rtt_100", perLeg.get(1))
            .with("rtt_0_not_late_latched", perLeg.get(2))
            .with("pose_age_ms_p99_ratio", words(age))
            .with("pose_error_deg_p99_ratio", words(error));
    var targets =
        List.of(
            Target.atMost("pose_age_ms_p99 at 100 ms / at 0 ms", age.median(), 1.05),
            Target.atMost("pose_error_deg_p99 at 100 ms / at 0 ms", error.median(), 1.05),
            Target.atLeast("coverage_p50 at 0 ms", coverage(perLeg.get(0)), 0.8),
            Target.atLeast("coverage_p50 at 100 ms", coverage(perLeg.get(1)), 0.8));
    return new BenchReport(
        "pose",
        Version.text(),
        Machine.facts(legs.device()),
        settings
            .figures()
            .with("scene", scene.name())
            .with("policy", "edge")
            .with("hertz", HERTZ)
            .with("blocks", 4L * ROUNDS)
            .with("block_frames", (long) BLOCK_FRAMES),
        results,
        targets);
  }

  private static double coverage(Figures leg) {
    return leg.values().get("coverage_p50") instanceof Number share ? share.doubleValue() : 0;
  }

  private static Figures words(Interval interval) {
    return new Figures()
        .with("median", interval.median())
        .with("low_95", interval.low())
        .with("high_95", interval.high());
  }

  private static double ratio(
      PoseLegs legs, int over, int first, int under, int second, Series of) {
    double above = legs.log(over).percentile(of, 99, first, first + BLOCK_FRAMES);
    return above / legs.log(under).percentile(of, 99, second, second + BLOCK_FRAMES);
  }

  private static Figures figures(RunLog log, int from) {
    int to = log.size();
    return new Figures()
        .with("frames", (long) to - from)
        .with("pose_age_ms_p50", log.percentile(Series.POSE_AGE_MS, 50, from, to))
        .with("pose_age_ms_p99", log.percentile(Series.POSE_AGE_MS, 99, from, to))
        .with("horizon_ms_p50", log.percentile(Series.HORIZON_MS, 50, from, to))
        .with("pose_error_deg_p50", log.percentile(Series.POSE_ERROR_DEG, 50, from, to))
        .with("pose_error_deg_p99", log.percentile(Series.POSE_ERROR_DEG, 99, from, to))
        .with("coverage_p50", log.percentile(Series.COVERAGE, 50, from, to))
        .with("busy_ms_p50", log.percentile(Series.BUSY_MS, 50, from, to))
        .with("rtt_ms_p50", log.percentile(Series.RTT_MS, 50, from, to));
  }

  /** The median of block ratios, and where it lies in 95 % of resamples with replacement. */
  private static Interval interval(double[] ratios, RandomGenerator chance) {
    var medians = new double[RESAMPLES];
    var drawn = new double[ratios.length];
    for (int i = 0; i < RESAMPLES; i++) {
      for (int k = 0; k < drawn.length; k++) {
        drawn[k] = ratios[chance.nextInt(ratios.length)];
      }
      medians[i] = median(drawn);
    }
    Arrays.sort(medians);
    return new Interval(
        median(ratios.clone()),
        medians[(int) (0.025 * RESAMPLES)],
        medians[(int) (0.975 * RESAMPLES) - 1]);
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    int half = values.length / 2;
    return values.length % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
  }

  private RunSettings leg(String network) {
    return new RunSettings(
        scene,
        Optional.of(settings.motion()),
        new EdgeChoice.Embedded(),
        Policies.named("edge"),
        OptionalLong.empty(),
        OptionalDouble.empty(),
        false,
        settings.size(),
        network,
        OptionalDouble.empty(),
        Optional.<Path>empty(),
        OptionalDouble.of(Math.toRadians(settings.verticalFovDegrees())),
        settings.antiAliasing(),
        false,
        settings.isSimplified(),
        true,
        Optional.empty(),
        OptionalDouble.empty(),
        settings.tiles(),
        settings.seed(),
        settings.cacheFolder());
  }
}
