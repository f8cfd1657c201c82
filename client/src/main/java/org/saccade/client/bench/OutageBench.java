package org.saccade.client.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.saccade.client.Failure;
import org.saccade.client.Progress;
import org.saccade.client.Surroundings;
import org.saccade.client.report.BenchReport;
import org.saccade.client.report.Figures;
import org.saccade.client.report.FrameTable;
import org.saccade.client.report.Machine;
import org.saccade.client.report.Target;
import org.saccade.client.report.Version;

/**
 * A walk whose edge goes away: once held for two seconds, once killed and started again. Device and
 * edge are processes of one core each; every figure comes from the frames of an ordinary run.
 */
public final class OutageBench {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int DEVICE_CORE = 0;
  private static final int BAKED_SECONDS = 45;
  private static final int FRAMES = (int) (30 * org.saccade.client.run.RunSettings.HEADLESS_HERTZ);
  private static final double QUIET_SECONDS = 12;
  private static final double HELD_SECONDS = 2;
  private static final long LOAD_NANOS = 120_000_000_000L;

  private final Surroundings surroundings;
  private final BenchSettings settings;
  private final String scene;
  private final String policy;
  private final Path work;

  /** Takes the edge away and brings it back; returns the edge that serves afterwards. */
  @FunctionalInterface
  private interface Trouble {
    ChildProcess with(ChildProcess edge, int port);
  }

  /** When the edge went and came back, on the machine's clock. */
  private record Times(long wentNanos, long backNanos) {}

  /**
   * @param scene a name or a file
   * @param policy of the device
   * @param work folder for the runs' reports
   */
  public OutageBench(
      Surroundings surroundings, BenchSettings settings, String scene, String policy, Path work) {
    this.surroundings = surroundings;
    this.settings = settings;
    this.scene = scene;
    this.policy = policy;
    this.work = work;
  }

  /** Bakes what is missing, walks through both outages and puts the figures together. */
  public BenchReport run() {
    if (Runtime.getRuntime().availableProcessors() < 2) {
      throw Failure.lacks("bench outage binds device and edge to a core each: this machine has 1");
    }
    bake();
    var held = measure("held", this::hold);
    var restarted = measure("restarted", this::restart);
    var targets = new ArrayList<Target>();
    addTargets(targets, "held", held.values());
    addTargets(targets, "restarted", restarted.values());
    return new BenchReport(
        "outage",
        Version.text(),
        Machine.facts(),
        settings.figures().with("scene", scene).with("policy", policy).with("frames", FRAMES),
        new Figures().with("held", held).with("restarted", restarted),
        targets);
  }

  private static void addTargets(
      List<Target> targets, String leg, Map<String, @Nullable Object> results) {
    targets.add(Target.atMost(leg + ".interval_ratio", number(results.get("interval_ratio")), 1.5));
    targets.add(
        Target.equal(
            leg + ".frames_missed_by_network", number(results.get("frames_missed_by_network")), 0));
    targets.add(Target.atMost(leg + ".back_after_s", number(results.get("back_after_s")), 2));
  }

  private static double number(@Nullable Object value) {
    return value instanceof Number known ? known.doubleValue() : Double.NaN;
  }

  private void bake() {
    var arguments = new ArrayList<String>(List.of("bake", scene));
    arguments.addAll(settings.arguments());
    arguments.addAll(List.of("--seconds", String.valueOf(BAKED_SECONDS)));
    arguments.addAll(List.of("--cache", settings.cacheFolder().toString()));
    try (var progress = new Progress(surroundings);
        var child = ChildProcess.start(surroundings, 1, arguments)) {
      child.await(line -> progress.say("bake: " + line));
    }
  }

  private Figures measure(String leg, Trouble trouble) {
    int port = BenchEdge.freePort();
    var folder = work.resolve(leg);
    Times times;
    var edge = BenchEdge.start(surroundings, settings, scene, settings.cacheFolder(), port);
    try (var progress = new Progress(surroundings);
        var device = ChildProcess.start(surroundings, DEVICE_CORE, deviceArguments(port, folder))) {
      device.awaitLine("frame ", surroundings.clock().getAsLong() + LOAD_NANOS);
      pause(QUIET_SECONDS);
      long went = surroundings.clock().getAsLong();
      edge = trouble.with(edge, port);
      times = new Times(went, surroundings.clock().getAsLong());
      device.await(line -> progress.say(leg + ": " + line));
    } finally {
      edge.close();
    }
    return figures(folder, times);
  }

  private Figures figures(Path folder, Times times) {
    long start = startNanos(folder.resolve("report.json"));
    var outage = new Outage((times.wentNanos - start) * 1e-9, (times.backNanos - start) * 1e-9);
    return outage.figures(FrameTable.read(folder.resolve("frames.csv")));
  }

  private ChildProcess hold(ChildProcess edge, int port) {
    edge.signal("STOP");
    try {
      pause(HELD_SECONDS);
    } finally {
      edge.signal("CONT");
    }
    return edge;
  }

  private ChildProcess restart(ChildProcess edge, int port) {
    edge.signal("KILL");
    edge.close();
    return BenchEdge.start(surroundings, settings, scene, settings.cacheFolder(), port);
  }

  private List<String> deviceArguments(int port, Path folder) {
    var arguments = new ArrayList<String>(List.of("run", "--headless", "--scene", scene));
    arguments.addAll(settings.arguments());
    arguments.addAll(
        List.of(
            "--aa",
            settings.antiAliasing().name().toLowerCase(Locale.ROOT),
            "--policy",
            policy,
            "--edge",
            "127.0.0.1:" + port,
            "--network",
            settings.network(),
            "--frames",
            String.valueOf(FRAMES),
            "--device-cache",
            String.valueOf(settings.tiles().deviceBytes() >> 20),
            "--cache",
            settings.cacheFolder().toString(),
            "--out",
            folder.toString()));
    return arguments;
  }

  private static long startNanos(Path report) {
    try {
      JsonNode start = JSON.readTree(report.toFile()).path("inputs").path("clock_at_start_ns");
      if (!start.isIntegralNumber()) {
        throw Failure.failed("'%s' does not say when its run began".formatted(report));
      }
      return start.asLong();
    } catch (IOException unreadable) {
      throw Failure.failed("cannot read '%s'".formatted(report), unreadable);
    }
  }

  private void pause(double seconds) {
    long until = surroundings.clock().getAsLong() + (long) (seconds * 1e9);
    try {
      while (surroundings.clock().getAsLong() - until < 0) {
        surroundings.stop().check();
        Thread.sleep(10);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw Failure.stopped();
    }
  }
}
