package org.saccade.client.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.saccade.client.Progress;
import org.saccade.client.Surroundings;
import org.saccade.client.report.BenchReport;
import org.saccade.client.report.Figures;
import org.saccade.client.report.Machine;
import org.saccade.client.report.Target;
import org.saccade.client.report.Version;
import org.saccade.client.run.TileSettings;
import org.saccade.offload.netem.model.NetworkPresets;
import org.saccade.offload.predict.train.Recording;
import org.saccade.offload.sim.GazeReplay;
import org.saccade.offload.sim.SimEdge;
import org.saccade.offload.sim.SimSettings;
import org.saccade.offload.sim.SimSettings.Eyes;
import org.saccade.render.scene.Scene;

/** How long after an eye's landing what it looks at is shown sharply, on virtual time. */
public final class GazeBench {
  private static final double LIMIT_MILLIS = 50;
  private static final int FEWEST = 200;

  /** As the product runs, and without prefetching, which leaves enough landings to judge. */
  private static final Map<String, String> JUDGED =
      Map.of("foreseen", "", "foreseen_in_view", ", nothing prefetched");

  private static final int PIXELS = 1440;

  private final Surroundings surroundings;
  private final Optional<Path> folder;
  private final TileSettings tiles;
  private final double seconds;
  private final long seed;

  /**
   * A leg: what a device makes of a gaze, whether it prefetches, and whether the edge has baked.
   */
  private record Leg(String name, Eyes eyes, boolean isPrefetching, boolean isCold) {}

  private static final List<Leg> LEGS =
      List.of(
          new Leg("foreseen", Eyes.FORESEEN, true, false),
          new Leg("held", Eyes.HELD, true, false),
          new Leg("foreseen_in_view", Eyes.FORESEEN, false, false),
          new Leg("held_in_view", Eyes.HELD, false, false),
          new Leg("foreseen_cold", Eyes.FORESEEN, true, true));

  /**
   * @param folder motion files with gaze, or none: seeded people stand in
   * @param seconds of each recording at most
   */
  public GazeBench(
      Surroundings surroundings,
      Optional<Path> folder,
      TileSettings tiles,
      double seconds,
      long seed) {
    this.surroundings = surroundings;
    this.folder = folder;
    this.tiles = tiles;
    this.seconds = seconds;
    this.seed = seed;
  }

  /** Replays and puts the figures together. */
  public BenchReport run(Scene scene) {
    var eyes = SimMotion.eyes(folder, seconds, seed);
    var measured = MeasuredTiles.of(surroundings, scene, tiles);
    var results = new Figures();
    var targets = new ArrayList<Target>();
    for (var leg : LEGS) {
      var replay = replay(leg, eyes, measured);
      results.with(leg.name, figures(replay));
      var suffix = JUDGED.get(leg.name);
      if (suffix != null) {
        targets.add(
            Target.atMost(
                "gaze to foveal tile, ms, 95th percentile" + suffix,
                replay.percentile(0.95),
                LIMIT_MILLIS));
        targets.add(
            Target.atLeast(
                "landings without their tiles at onset" + suffix, replay.missing(), FEWEST));
      }
    }
    var inputs =
        new Figures()
            .with("motion", folder.map(Path::toString).orElse("generated stand-in, no people"))
            .with("recordings", eyes.size())
            .with("seconds_each_at_most", seconds)
            .with("scene", scene.name())
            .with("seed", seed)
            .with("network", "rtt20")
            .with("tiles", tiles.figures())
            .with("bake_face_ms", measured.bakeNanos() * 1e-6)
            .with("decode_tile_ms", measured.decodeNanos() * 1e-6);
    return new BenchReport("gaze", Version.text(), Machine.facts(), inputs, results, targets);
  }

  private GazeReplay replay(Leg leg, List<Recording> eyes, MeasuredTiles measured) {
    var settings =
        new SimSettings(
            measured.recipe(),
            measured.bytes(),
            NetworkPresets.named("rtt20").orElseThrow(),
            tiles.encodedBytes(),
            measured.decodeNanos(),
            true,
            leg.isPrefetching,
            leg.eyes,
            PIXELS);
    var replay = new GazeReplay(settings);
    try (var progress = new Progress(surroundings)) {
      for (int i = 0; i < eyes.size(); i++) {
        int number = i;
        var edge = new SimEdge(leg.isCold ? measured.bakeNanos() : 0, true);
        replay.run(
            eyes.get(i),
            edge,
            seed,
            done -> {
              surroundings.stop().check();
              if (progress.isDue()) {
                progress.say(
                    String.format(
                        Locale.ROOT,
                        "%s: recording %d of %d, %.0f %%",
                        leg.name,
                        number + 1,
                        eyes.size(),
                        100 * done));
              }
            });
      }
    }
    return replay;
  }

  private static Figures figures(GazeReplay replay) {
    return new Figures()
        .with("landings", replay.landings())
        .with("landings_without_tiles", replay.missing())
        .with("ms_p50", replay.percentile(0.5))
        .with("ms_p95", replay.percentile(0.95))
        .with("ms_p99", replay.percentile(0.99))
        .with("share_within_50_ms", replay.within(LIMIT_MILLIS))
        .with("coverage", replay.coverage())
        .with("mbit_s", 8e-6 * replay.bytesPerSecond());
  }
}
