package org.saccade.client.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.saccade.client.Failure;
import org.saccade.client.Progress;
import org.saccade.client.Surroundings;
import org.saccade.client.report.BenchReport;
import org.saccade.client.report.Figures;
import org.saccade.client.report.Machine;
import org.saccade.client.report.Target;
import org.saccade.client.report.Version;

/**
 * Split against local: the same walk drawn by the device alone and with tiles from an edge. Device
 * and edge are two processes, each bound to one core from its start; every figure comes from the
 * report of an ordinary {@code run}.
 */
public final class SplitBench {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int DEVICE_CORE = 0;
  private static final int EDGE_CORE = 1;

  private final Surroundings surroundings;
  private final BenchSettings settings;
  private final String scene;
  private final Path work;
  private final List<String> splitPolicy;

  /** One run of the client: its name in the results and what is special about it. */
  private record Leg(String name, List<String> arguments) {}

  /**
   * @param scene a name or a file
   * @param policy of the split run
   * @param work folder for the runs' reports
   */
  public SplitBench(
      Surroundings surroundings, BenchSettings settings, String scene, String policy, Path work) {
    this.surroundings = surroundings;
    this.settings = settings;
    this.scene = scene;
    this.work = work;
    splitPolicy = List.of("--policy", policy);
  }

  /** Bakes what is missing, runs every leg and puts the figures together. */
  public BenchReport run() {
    if (Runtime.getRuntime().availableProcessors() < 2) {
      throw Failure.lacks("bench split binds device and edge to a core each: this machine has 1");
    }
    bake();
    var results = new Figures();
    var local = measure(results, new Leg("local", localArguments(antiAliasing())));
    var split = withEdge(settings.cacheFolder(), port -> measure(results, splitLeg("split", port)));
    try (var cold = ColdCache.in(work, settings.cacheFolder())) {
      withEdge(cold.folder(), port -> measure(results, splitLeg("split_cold", port)));
    }
    measure(results, new Leg("local_msaa4", localArguments("msaa4")));
    measure(results, new Leg("local_scaled", scaledArguments()));
    measure(results, new Leg("local_foveated", foveatedArguments()));
    return report(results, local, split);
  }

  private BenchReport report(Figures results, JsonNode local, JsonNode split) {
    double ratio = busy(local, "busy_ms_p50") / busy(split, "busy_ms_p50");
    double spread = busy(split, "busy_ms_p99") / busy(split, "busy_ms_p50");
    double covered = split.path("results").path("coverage_share_090").asDouble(Double.NaN);
    results.with("local_over_split_p50", ratio).with("split_p99_over_p50", spread);
    var targets =
        List.of(
            Target.atLeast("local_ms_p50 / split_ms_p50", ratio, 4),
            Target.atMost("split_ms_p99 / split_ms_p50", spread, 2),
            Target.atLeast("share of frames with coverage >= 0.9", covered, 0.95));
    return new BenchReport(
        "split",
        Version.text(),
        Machine.facts(),
        settings.figures().with("scene", scene),
        results,
        targets);
  }

  private void bake() {
    var arguments = new ArrayList<String>(List.of("bake", scene));
    arguments.addAll(settings.arguments());
    arguments.addAll(List.of("--cache", settings.cacheFolder().toString()));
    try (var progress = new Progress(surroundings);
        var child = ChildProcess.start(surroundings, EDGE_CORE, arguments)) {
      child.await(line -> progress.say("bake: " + line));
    }
  }

  private <T> T withEdge(Path cacheFolder, java.util.function.IntFunction<T> body) {
    int port = BenchEdge.freePort();
    try (var _ = BenchEdge.start(surroundings, settings, scene, cacheFolder, port)) {
      return body.apply(port);
    }
  }

  private Leg splitLeg(String name, int port) {
    var arguments = new ArrayList<String>(splitPolicy);
    arguments.addAll(
        List.of(
            "--aa",
            antiAliasing(),
            "--edge",
            "127.0.0.1:" + port,
            "--network",
            settings.network()));
    return new Leg(name, arguments);
  }

  private List<String> localArguments(String antiAliasing) {
    return List.of("--policy", "local", "--edge", "none", "--aa", antiAliasing);
  }

  private List<String> foveatedArguments() {
    var arguments = new ArrayList<>(localArguments(antiAliasing()));
    arguments.add("--foveated");
    return arguments;
  }

  private List<String> scaledArguments() {
    return List.of("--policy", "auto", "--edge", "none", "--aa", antiAliasing());
  }

  private String antiAliasing() {
    return settings.antiAliasing().name().toLowerCase(Locale.ROOT);
  }

  private JsonNode measure(Figures results, Leg leg) {
    var file = work.resolve(leg.name() + ".json");
    var arguments = new ArrayList<String>(settings.runArguments(scene));
    arguments.addAll(leg.arguments());
    arguments.addAll(
        List.of("--out", work.resolve(leg.name()).toString(), "--json", file.toString()));
    try (var progress = new Progress(surroundings);
        var child = ChildProcess.start(surroundings, DEVICE_CORE, arguments)) {
      child.await(line -> progress.say(leg.name() + ": " + line));
    }
    var report = read(file);
    var figures = report.path("results");
    for (var percentile : List.of("p50", "p99")) {
      results.with(leg.name() + "_ms_" + percentile, busy(report, "busy_ms_" + percentile));
    }
    results.with(leg.name() + "_frames", figures.path("frames").asLong());
    results.with(
        leg.name() + "_coverage_share_090",
        figures.path("coverage_share_090").asDouble(Double.NaN));
    results.with(leg.name() + "_edge_share", figures.path("edge_share").asDouble(Double.NaN));
    return report;
  }

  private static double busy(JsonNode report, String name) {
    return report.path("results").path(name).asDouble(Double.NaN);
  }

  private static JsonNode read(Path file) {
    try {
      return JSON.readTree(file.toFile());
    } catch (IOException unreadable) {
      throw Failure.failed("cannot read '%s'".formatted(file), unreadable);
    }
  }
}
