package org.saccade.client.bench;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.saccade.client.ExitCode;
import org.saccade.client.Failure;
import org.saccade.client.Progress;
import org.saccade.client.Surroundings;
import org.saccade.client.bench.video.Crossing;
import org.saccade.client.bench.video.Crossing.Rates;
import org.saccade.client.bench.video.Ffmpeg;
import org.saccade.client.report.AtomicFile;
import org.saccade.client.report.Figures;
import org.saccade.client.run.MotionChoice;
import org.saccade.client.run.Motions;
import org.saccade.client.run.PictureSize;
import org.saccade.client.run.SceneChoice;
import org.saccade.client.run.Stills;
import org.saccade.client.run.TileSettings;
import org.saccade.offload.predict.train.Recording;
import org.saccade.offload.sim.SimSettings;
import org.saccade.offload.sim.SimSettings.Eyes;
import org.saccade.render.pass.AntiAliasing;
import org.saccade.render.scene.Scene;
import org.saccade.xr.TraceRig;

/**
 * For orientation: what an inter-coded foveated video of a walk costs beside its tiles, where it
 * looks as good, at two paces, and at which visit or pace the one costs less than the other.
 */
public final class VideoBench {
  private static final double FIELD_OF_VIEW = 90;
  private static final double SLOW = 0.3;
  private static final double FAST = 1;

  private final Surroundings surroundings;
  private final SceneChoice choice;
  private final TileSettings tiles;
  private final long seed;
  private final Path cacheFolder;

  /**
   * What there is to say.
   *
   * @param figures for the report; null where there is no comparison
   * @param lines for the person: what came out, or why nothing did
   */
  record Told(@Nullable Figures figures, List<String> lines) {
    private static Told nothing(String why) {
      return new Told(null, List.of(why));
    }

    void addTo(Figures results) {
      if (figures == null) {
        results.unknown("video").with("no_video_because", String.join("; ", lines));
      } else {
        results.with("video", figures).unknown("no_video_because");
      }
    }
  }

  /** What was measured at one pace. */
  private record Leg(Rates rates, Figures figures) {}

  /** Of a scene; tiles and files lie in the cache folder. */
  public VideoBench(
      Surroundings surroundings,
      SceneChoice choice,
      TileSettings tiles,
      long seed,
      Path cacheFolder) {
    this.surroundings = surroundings;
    this.choice = choice;
    this.tiles = tiles;
    this.seed = seed;
    this.cacheFolder = cacheFolder;
  }

  /** The walk that is compared, before anything long starts; tells how much room it will take. */
  Recording choose(List<Recording> walks, String folder, int pixels) {
    var walk = PacedWalk.first(walks, folder);
    if (Ffmpeg.find(surroundings) != null) {
      surroundings
          .err()
          .printf(
              Locale.ROOT,
              "saccade: --video will write up to %.1f GB of frames to '%s', and delete them%n",
              VideoCost.roomBytes(pixels) * 1e-9,
              cacheFolder);
    }
    return walk;
  }

  /** Where that fails, or there is no ffmpeg, a line that says why. */
  Told run(Scene scene, Recording walk, SimSettings device) {
    try {
      return compare(scene, walk, device);
    } catch (Failure failed) {
      if (failed.code() == ExitCode.STOPPED) {
        throw failed;
      }
      return Told.nothing("video comparison failed: " + failed.getMessage());
    } catch (UncheckedIOException failed) {
      var reason = AtomicFile.reason(Objects.requireNonNull(failed.getCause()));
      return Told.nothing("video comparison failed: %s: %s".formatted(failed.getMessage(), reason));
    }
  }

  private Told compare(Scene scene, Recording walk, SimSettings device) {
    var program = Ffmpeg.find(surroundings);
    if (program == null) {
      return Told.nothing("video comparison skipped: ffmpeg not on PATH (apt install ffmpeg)");
    }
    try (var folder = TemporaryFolder.in(cacheFolder, "video")) {
      var ffmpeg = Ffmpeg.open(program, folder.folder(), surroundings);
      if (ffmpeg == null) {
        return Told.nothing(
            "video comparison skipped: %s has neither libx264 nor libx265".formatted(program));
      }
      var slow = leg(scene, PacedWalk.of(walk, SLOW), device, ffmpeg);
      var fast = leg(scene, PacedWalk.of(walk, FAST), device, ffmpeg);
      var lines = Crossing.words(slow.rates, fast.rates);
      var figures =
          new Figures()
              .with("walk", walk.person())
              .with("encoder", ffmpeg.encoder())
              .with("frames_a_second", VideoShots.HERTZ)
              .with("pixels", device.pixels())
              .with("frames", VideoShots.STRETCHES * VideoShots.FRAMES)
              .with(name(SLOW), slow.figures)
              .with(name(FAST), fast.figures)
              .with(
                  "first_visit_crossing_m_s",
                  Crossing.speed(slow.rates, fast.rates).orElse(Double.NaN))
              .with("crossing", lines);
      return new Told(figures, lines);
    }
  }

  private static String name(double metresPerSecond) {
    return String.format(Locale.ROOT, "at_%.1f_m_s", metresPerSecond).replace('.', '_');
  }

  private Leg leg(Scene scene, PacedWalk walk, SimSettings device, Ffmpeg ffmpeg) {
    var kept = TileVisits.of(device.with(true, true, Eyes.UNKNOWN), walk.recording(), seed);
    var inView = TileVisits.of(device.with(true, false, Eyes.UNKNOWN), walk.recording(), seed);
    try (var folder = TemporaryFolder.in(cacheFolder, "video");
        var progress = new Progress(surroundings)) {
      var words = "video at %s m/s".formatted(walk.metresPerSecond());
      var shots = draw(scene, walk, device.pixels(), folder.folder(), words, progress);
      var found =
          new VideoCost(
                  ffmpeg,
                  shots,
                  folder.folder(),
                  encoding -> {
                    surroundings.stop().check();
                    progress.say("%s: encoding %d".formatted(words, encoding));
                  })
              .find();
      double video = found == null ? Double.NaN : found.mbit(walk.seconds());
      var rates = rates(walk, video, kept);
      return new Leg(rates, figures(walk, shots, found, rates, kept, inView));
    }
  }

  private static Rates rates(PacedWalk walk, double video, TileVisits kept) {
    return new Rates(
        walk.metresPerSecond(),
        video,
        kept.firstMbit(),
        kept.secondMbit(),
        kept.firstCoverage(),
        kept.secondCoverage());
  }

  private VideoShots draw(
      Scene scene, PacedWalk walk, int pixels, Path folder, String words, Progress progress) {
    var size = new PictureSize(pixels, pixels);
    var settings =
        new BenchSettings(
            size,
            FIELD_OF_VIEW,
            new MotionChoice.Walk(),
            AntiAliasing.NONE,
            false,
            tiles,
            "lan",
            seed,
            cacheFolder);
    var origin = Motions.origin(scene);
    var rig = new TraceRig(walk.track(), origin, 0, Math.toRadians(FIELD_OF_VIEW), size.aspect());
    try (var stills = Stills.open(surroundings, settings.run(choice), scene)) {
      return VideoShots.draw(
          stills,
          new Moments(rig),
          walk.seconds(),
          pixels,
          folder,
          drawn -> {
            surroundings.stop().check();
            int all = VideoShots.STRETCHES * VideoShots.FRAMES;
            progress.say("%s: frame %d of %d".formatted(words, drawn, all));
          });
    }
  }

  private static Figures figures(
      PacedWalk walk,
      VideoShots shots,
      VideoCost.@Nullable Found found,
      Rates rates,
      TileVisits kept,
      TileVisits inView) {
    var figures = new Figures().with("visit_s", walk.seconds()).with("video_mbit_s", rates.video());
    if (found == null) {
      figures.unknown("map_share").unknown("rate_factor").unknown("video_ssim_weighted");
    } else {
      figures
          .with("map_share", found.share())
          .with("rate_factor", found.point().quality())
          .with("video_ssim_weighted", found.point().similarity());
    }
    figures
        .with("tiles_flip_weighted", shots.tilesError())
        .with("tiles_ssim_weighted", shots.tilesSimilarity())
        .with("tiles_mbit_s_first", kept.firstMbit())
        .with("tiles_mbit_s_second", kept.secondMbit())
        .with("tiles_coverage_first", kept.firstCoverage())
        .with("tiles_coverage_second", kept.secondCoverage())
        .with("tiles_in_view_mbit_s_first", inView.firstMbit())
        .with("tiles_in_view_mbit_s_second", inView.secondMbit())
        .with("tiles_in_view_coverage_first", inView.firstCoverage())
        .with("tiles_in_view_coverage_second", inView.secondCoverage());
    var visits = rates.visits();
    return visits.isPresent()
        ? figures.with("crossing_visit", visits.getAsInt())
        : figures.unknown("crossing_visit");
  }
}
