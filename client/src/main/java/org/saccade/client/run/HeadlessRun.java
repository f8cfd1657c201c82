package org.saccade.client.run;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.saccade.client.Failure;
import org.saccade.client.Progress;
import org.saccade.client.Surroundings;
import org.saccade.client.report.AtomicFile;
import org.saccade.client.report.BenchReport;
import org.saccade.client.report.Figures;
import org.saccade.client.report.RunLog;
import org.saccade.client.report.Series;
import org.saccade.client.settings.SavedSettings;
import org.saccade.client.settings.Setting;
import org.saccade.client.ui.PanelPointer;
import org.saccade.offload.profile.Profiler;
import org.saccade.render.gpu.GpuDevice;
import org.saccade.render.scene.Scene;
import org.saccade.xr.TraceRig;

/** A run without a window, from its settings to its report. Frame thread. */
final class HeadlessRun {
  private static final double DEFAULT_SECONDS = 60;
  private static final int PICTURES = 6;
  private static final int MOST_ROWS = 200_000;

  private final Surroundings surroundings;
  private final RunSettings settings;
  private final Path out;
  private final boolean hasOverlay;
  private final boolean hasSound;
  private final Recording recording;
  private final Consumer<BenchReport> reports;
  private final Captures captures = new Captures();
  private final HeapGrowth heap = new HeapGrowth();
  private double firstPicture = Double.NaN;

  /**
   * @param reports takes what was measured, however the run ends
   */
  HeadlessRun(
      Surroundings surroundings,
      RunSettings settings,
      Surface surface,
      Consumer<BenchReport> reports,
      Recording recording) {
    this.reports = reports;
    this.surroundings = surroundings;
    this.settings = settings;
    this.recording = recording;
    hasOverlay = surface.overlay().orElse(false);
    hasSound = surface.sound().orElse(false);
    out =
        surroundings
            .folder()
            .resolve(
                settings.out().orElseGet(() -> Path.of("out", "run-" + settings.scene().name())));
  }

  /** Runs to the end. */
  void run() {
    AtomicFile.requireWritableFolder(out, "--out");
    try (var report = new RunReport(surroundings, out, captures, reports)) {
      run(report);
    }
  }

  private void run(RunReport report) {
    var choice = settings.motion().orElse(new MotionChoice.Visit());
    var motion = Motions.of(choice, settings.seed(), surroundings);
    double hertz = settings.hertz().orElse(RunSettings.HEADLESS_HERTZ);
    try (var screen = OffscreenScreen.open(settings.size(), hertz)) {
      var scene = new SceneFiles(surroundings, settings.cacheFolder()).load(settings.scene());
      var profiler = new Profiler(600);
      double fov = settings.verticalFov().orElse(Math.toRadians(70));
      var rig = new TraceRig(motion, Motions.origin(scene), 0, fov, settings.size().aspect());
      recording.enter(Motions.origin(scene));
      var first = new World.Start(rig.locate(0), settings.size(), (long) (1e9 / hertz));
      try (var world = World.open(surroundings, settings, scene, first);
          var sound = RunSound.open(hasSound, surroundings, world);
          var overlays = overlays(profiler, world.tiles())) {
        sound.setVolume(Setting.VOLUME_PERCENT.standard());
        long start = surroundings.clock().getAsLong();
        long step = settings.hertz().isPresent() ? (long) (1e9 / hertz) : 0;
        var parts =
            new FrameParts(
                surroundings.clock(),
                screen,
                rig,
                new Timeline(start, step),
                new Pacer(surroundings.clock(), (long) (1e9 / hertz), !settings.isUnpaced()),
                world.picture(),
                world.tiles(),
                profiler,
                overlays,
                sound,
                recording,
                true);
        var inputs = inputs(scene, choice, hertz).with("clock_at_start_ns", start);
        loop(report, screen.device(), parts, inputs, start);
      }
    }
  }

  private Overlays overlays(Profiler profiler, TileSupply tiles) {
    if (!hasOverlay) {
      return Overlays.NONE;
    }
    var shown = LiveSettings.unsaved(SavedSettings.standard().with(Setting.OVERLAY, true));
    var figures = new LiveFigures(profiler, tiles, settings.notice());
    return new LiveOverlay(figures, shown, new PanelPointer(), 1, false);
  }

  /** Draws all frames, and reports before the world ends, which may take its time. */
  private void loop(
      RunReport report, GpuDevice device, FrameParts parts, Figures inputs, long start) {
    var log = new RunLog((int) Math.min(settings.frames().orElse(MOST_ROWS), MOST_ROWS));
    var notes = new RunNotes(log, parts.profiler(), start);
    Runnable reporting =
        () -> {
          var facts = inputs.with("is_gaze_used", notes.isGazeUsed());
          report.write(figures(device, facts, log, parts.profiler()), log);
          tell(log, parts.profiler());
        };
    try {
      frames(parts, notes, start);
    } catch (RuntimeException | Error failed) {
      if (log.size() > 0) {
        report(reporting, failed);
      }
      throw failed;
    }
    if (log.size() == 0) {
      surroundings.stop().check();
    }
    reporting.run();
  }

  /** What was measured before a run failed. */
  private static void report(Runnable reporting, Throwable failed) {
    try {
      reporting.run();
    } catch (RuntimeException | Error too) {
      failed.addSuppressed(too);
    }
  }

  private void frames(FrameParts parts, RunNotes notes, long start) {
    long most = settings.frames().orElse(Long.MAX_VALUE);
    long untilNanos =
        settings.frames().isPresent() ? Long.MAX_VALUE : start + (long) (DEFAULT_SECONDS * 1e9);
    var loop = new FrameLoop(parts, settings.policy());
    try (var progress = new Progress(surroundings)) {
      for (long i = 0; i < most && surroundings.clock().getAsLong() - untilNanos < 0; i++) {
        if (surroundings.stop().isRequested()) {
          break;
        }
        var facts = loop.frame();
        parts
            .tiles()
            .refusal()
            .ifPresent(
                why -> {
                  throw Failure.failed(why);
                });
        notes.note(facts);
        if (i == 0) {
          firstPicture = surroundings.secondsSinceStart();
        }
        double share = share(i, most, facts.endedNanos(), start, untilNanos);
        capture(parts.picture(), facts, share);
        heap.note(share);
        if (progress.isDue()) {
          progress.say(FrameWords.of(facts, i + 1, most, parts.profiler().lastBusyNanos()));
        }
      }
    }
  }

  private BenchReport figures(GpuDevice device, Figures inputs, RunLog log, Profiler profiler) {
    heap.end();
    boolean hasEdge = !(settings.edge() instanceof EdgeChoice.None);
    return RunFigures.report(device, inputs, log, profiler, heap, firstPicture, hasEdge);
  }

  /** How far the run has come, 0 to 1. */
  private static double share(long frame, long most, long now, long start, long until) {
    return until == Long.MAX_VALUE
        ? (frame + 1.0) / most
        : (double) (now - start) / (until - start);
  }

  /** The first picture, the last, and some evenly between. */
  private void capture(Picture picture, FrameFacts facts, double share) {
    if (captures.size() < PICTURES && share >= (double) captures.size() / (PICTURES - 1) - 1e-9) {
      captures.take(picture.finished().colour(), facts);
    }
  }

  private void tell(RunLog log, Profiler profiler) {
    var words = surroundings.out();
    words.printf(
        "%s frames; busy %.1f ms median, %.1f ms p99; coverage %.2f at the end; %s missed, %s by"
            + " the network%n",
        profiler.frames(),
        log.percentile(Series.BUSY_MS, 50),
        log.percentile(Series.BUSY_MS, 99),
        log.size() == 0 ? 0 : log.get(Series.COVERAGE, log.size() - 1),
        profiler.framesMissed(),
        profiler.framesMissedByNetwork());
    adviseOnEdge(log);
  }

  /** What to do about an edge that was of little use. */
  private void adviseOnEdge(RunLog log) {
    if (settings.edge() instanceof EdgeChoice.None || log.size() == 0) {
      return;
    }
    var words = surroundings.out();
    if (log.get(Series.LINK_UP, log.size() - 1) == 0) {
      words.println(
          settings.edge() instanceof EdgeChoice.Found
              ? "no paired edge was found at the end: './saccade edge --bind 0.0.0.0' can be, once"
                  + " paired (./saccade doctor lists those that answer)"
              : "the edge did not answer at the end: is './saccade edge' running there, with the"
                  + " same --scene?");
    } else if (settings.edge() instanceof EdgeChoice.Embedded
        && log.get(Series.COVERAGE, log.size() - 1) < 0.5) {
      words.printf(
          "tiles were still being baked: './saccade bake %s' fills the cache ahead%n",
          settings.scene().name());
    }
  }

  private Figures inputs(Scene scene, MotionChoice motion, double hertz) {
    return settings
        .figures()
        .with("triangles", scene.drawnTriangleCount())
        .with("unique_triangles", scene.triangleCount())
        .with("motion", motion.words())
        .with("period_ms", 1e3 / hertz)
        .with("has_overlay", hasOverlay);
  }
}
