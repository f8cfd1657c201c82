package org.saccade.client.run;

import java.nio.file.Path;
import org.saccade.client.Progress;
import org.saccade.client.Surroundings;
import org.saccade.client.report.AtomicFile;
import org.saccade.client.report.BenchReport;
import org.saccade.client.report.Figures;
import org.saccade.client.report.FrameTable;
import org.saccade.client.report.RunLog;
import org.saccade.client.report.RunPage;
import org.saccade.client.report.Series;
import org.saccade.client.settings.SavedSettings;
import org.saccade.client.settings.Setting;
import org.saccade.client.ui.PanelPointer;
import org.saccade.offload.profile.Profiler;
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
  private final Captures captures = new Captures();

  HeadlessRun(
      Surroundings surroundings, RunSettings settings, Surface surface, Recording recording) {
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

  BenchReport run() {
    AtomicFile.requireWritableFolder(out, "--out");
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
        return loop(
            screen, parts, inputs(scene, choice, hertz).with("clock_at_start_ns", start), start);
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

  private BenchReport loop(Screen screen, FrameParts parts, Figures inputs, long start) {
    long most = settings.frames().orElse(Long.MAX_VALUE);
    long untilNanos =
        settings.frames().isPresent() ? Long.MAX_VALUE : start + (long) (DEFAULT_SECONDS * 1e9);
    var log = new RunLog((int) Math.min(most, MOST_ROWS));
    var notes = new RunNotes(log, parts.profiler(), start);
    var loop = new FrameLoop(parts, settings.policy());
    var heap = new HeapGrowth();
    double firstPicture = Double.NaN;
    try (var progress = new Progress(surroundings)) {
      for (long i = 0; i < most && surroundings.clock().getAsLong() - untilNanos < 0; i++) {
        if (surroundings.stop().isRequested()) {
          break;
        }
        var facts = loop.frame();
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
    if (log.size() == 0) {
      surroundings.stop().check();
    }
    heap.end();
    var report =
        RunFigures.report(
            screen.device(),
            inputs.with("is_gaze_used", notes.isGazeUsed()),
            log,
            parts.profiler(),
            heap,
            firstPicture,
            !(settings.edge() instanceof EdgeChoice.None));
    write(report, log);
    return report;
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

  private void write(BenchReport report, RunLog log) {
    var pictures = captures.write(out);
    report.write(out.resolve("report.json"));
    FrameTable.write(out.resolve("frames.csv"), log);
    RunPage.write(out.resolve("report.html"), report, log, pictures);
    tell(report, log);
  }

  private void tell(BenchReport report, RunLog log) {
    var results = report.results().values();
    var words = surroundings.out();
    words.printf(
        "%s frames; busy %.1f ms median, %.1f ms p99; coverage %.2f at the end; %s missed, %s by"
            + " the network%n",
        results.get("frames"),
        log.percentile(Series.BUSY_MS, 50),
        log.percentile(Series.BUSY_MS, 99),
        log.size() == 0 ? 0 : log.get(Series.COVERAGE, log.size() - 1),
        results.get("frames_missed"),
        results.get("frames_missed_by_network"));
    adviseOnEdge(log);
    words.printf("report: %s%n", out.resolve("report.html").toUri());
  }

  /** What to do about an edge that was of little use. */
  private void adviseOnEdge(RunLog log) {
    if (settings.edge() instanceof EdgeChoice.None || log.size() == 0) {
      return;
    }
    var words = surroundings.out();
    if (log.get(Series.LINK_UP, log.size() - 1) == 0) {
      words.println(
          "the edge did not answer at the end: is './saccade edge' running there, with the same"
              + " --scene?");
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
