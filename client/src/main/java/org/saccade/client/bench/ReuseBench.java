package org.saccade.client.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.saccade.client.Failure;
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
import org.saccade.offload.sim.ReuseReplay;
import org.saccade.offload.sim.ReuseReplay.Viewer;
import org.saccade.offload.sim.SimSettings;
import org.saccade.offload.sim.SimSettings.Eyes;
import org.saccade.render.scene.Scene;

/**
 * Bytes and bakes of recorded walks, with what devices and edges keep and without, on virtual time.
 */
public final class ReuseBench {
  private static final int[] VIEWERS = {1, 4, 15, 40};
  private static final int JUDGED_VIEWERS = 15;
  private static final double VISIT_SECONDS = 60;
  private static final int VISITS = 8;
  private static final int PIXELS = 1440;

  private final Surroundings surroundings;
  private final Optional<Path> folder;
  private final TileSettings tiles;
  private final long seed;
  private final @Nullable VideoBench video;
  private List<String> lines = List.of();
  private long replayed;

  /**
   * @param folder motion files, or none: seeded people stand in
   * @param video what tiles are compared with besides, or nothing
   */
  public ReuseBench(
      Surroundings surroundings,
      Optional<Path> folder,
      TileSettings tiles,
      long seed,
      @Nullable VideoBench video) {
    this.surroundings = surroundings;
    this.folder = folder;
    this.tiles = tiles;
    this.seed = seed;
    this.video = video;
  }

  /** After {@link #run}: what there is to say about video, a line each. */
  public List<String> lines() {
    return lines;
  }

  /** Replays and puts the figures together. */
  public BenchReport run(Scene scene) {
    var walks = SimMotion.walks(folder, seed);
    if (walks.size() < JUDGED_VIEWERS) {
      throw Failure.failed(
          "--motion has %d walks; expected %d or more".formatted(walks.size(), JUDGED_VIEWERS));
    }
    var walk = video == null ? null : video.choose(walks, motion(), PIXELS);
    var measured = MeasuredTiles.of(surroundings, scene, tiles);
    var with = settings(measured);
    var without = with.with(false, false, Eyes.UNKNOWN);
    var prefetching = with.with(true, true, Eyes.UNKNOWN);
    var kept = replay(with, walks, true);
    var bare = replay(without, walks, false);
    var results = new Figures();
    results.with("once_with", figures(kept));
    results.with("once_without", figures(bare));
    results.with("once_with_prefetch", figures(replay(prefetching, walks, true)));
    var visits = walks.stream().limit(VISITS).map(w -> SimMotion.there(w, VISIT_SECONDS)).toList();
    var visitsKept = replay(with, visits, true);
    var visitsBare = replay(without, visits, false);
    results.with("visit_with", figures(visitsKept));
    results.with("visit_without", figures(visitsBare));
    double once = ratio(bare, kept);
    results.with("once_bytes_ratio", once);
    results.with("visit_bytes_ratio", ratio(visitsBare, visitsKept));
    double share = sharing(kept, results);
    compare(scene, walk, with, results);
    return report(scene, walks.size(), measured, results, once, share);
  }

  private void compare(Scene scene, @Nullable Recording walk, SimSettings device, Figures results) {
    if (video == null || walk == null) {
      results.unknown("video").with("no_video_because", "--video was not given");
      return;
    }
    var told = video.run(scene, walk, device);
    told.addTo(results);
    lines = told.lines();
  }

  private String motion() {
    return folder.map(Path::toString).orElse("generated stand-in, no people");
  }

  private double sharing(List<Viewer> kept, Figures results) {
    double alone = mean(kept, viewer -> viewer.faces().size());
    double judged = Double.NaN;
    for (int count : VIEWERS) {
      if (count <= kept.size()) {
        double each = ReuseReplay.bakesAViewer(kept, count, seed);
        results.with(
            "viewers_" + count,
            new Figures()
                .with("bakes_a_viewer", each)
                .with("share_of_one_alone", each / alone)
                .with("mib_sent", count * mean(kept, Viewer::bytes) / (1 << 20)));
        judged = count == JUDGED_VIEWERS ? each / alone : judged;
      }
    }
    return judged;
  }

  private List<Viewer> replay(SimSettings settings, List<Recording> walks, boolean isEdgeKeeping) {
    var viewers = new ArrayList<Viewer>();
    try (var progress = new Progress(surroundings)) {
      for (var walk : walks) {
        surroundings.stop().check();
        progress.say("replayed %d walks".formatted(replayed++));
        viewers.add(ReuseReplay.replay(settings, walk, isEdgeKeeping, seed));
      }
    }
    return viewers;
  }

  private SimSettings settings(MeasuredTiles measured) {
    return new SimSettings(
        measured.recipe(),
        measured.bytes(),
        NetworkPresets.named("rtt20").orElseThrow(),
        tiles.encodedBytes(),
        measured.decodeNanos(),
        true,
        false,
        Eyes.UNKNOWN,
        PIXELS);
  }

  private BenchReport report(
      Scene scene, int walks, MeasuredTiles measured, Figures results, double once, double share) {
    var inputs =
        new Figures()
            .with("motion", motion())
            .with("walks", walks)
            .with("scene", scene.name())
            .with("seed", seed)
            .with("visit_s", VISIT_SECONDS)
            .with("network", "rtt20")
            .with("tiles", tiles.figures())
            .with("bake_face_ms", measured.bakeNanos() * 1e-6)
            .with("decode_tile_ms", measured.decodeNanos() * 1e-6);
    var targets =
        List.of(
            Target.atLeast("bytes without / with caches, walks as recorded", once, 10),
            Target.atMost(
                "bakes a viewer at %d / bakes of one alone".formatted(JUDGED_VIEWERS),
                share,
                0.15));
    return new BenchReport("reuse", Version.text(), Machine.facts(), inputs, results, targets);
  }

  private static double ratio(List<Viewer> without, List<Viewer> with) {
    return mean(without, Viewer::bytes) / mean(with, Viewer::bytes);
  }

  private static Figures figures(List<Viewer> viewers) {
    return new Figures()
        .with("viewers", viewers.size())
        .with("mib_a_viewer", mean(viewers, Viewer::bytes) / (1 << 20))
        .with("faces_a_viewer", mean(viewers, viewer -> viewer.faces().size()))
        .with("bakes_a_viewer", mean(viewers, Viewer::bakes))
        .with("coverage", mean(viewers, Viewer::coverage));
  }

  private static double mean(List<Viewer> viewers, ToDoubleFunction<Viewer> of) {
    return viewers.stream().mapToDouble(of).average().orElse(Double.NaN);
  }
}
