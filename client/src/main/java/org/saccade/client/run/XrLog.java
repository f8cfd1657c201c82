package org.saccade.client.run;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.saccade.client.Progress;
import org.saccade.client.Surroundings;
import org.saccade.client.report.AtomicFile;
import org.saccade.client.report.BenchReport;
import org.saccade.client.report.RunLog;
import org.saccade.client.report.Series;
import org.saccade.client.settings.SavedSettings;
import org.saccade.offload.profile.Profiler;
import org.saccade.render.gpu.GlDebug;
import org.saccade.render.gpu.GpuDevice;
import org.saccade.render.scene.Scene;
import org.saccade.xr.runtime.XrCost;

/**
 * What frames in a headset were like, for the report of a run that counts them or names a folder
 * for it. Frame thread.
 */
final class XrLog implements AutoCloseable {
  private static final int PICTURES = 3;
  private static final int MOST_ROWS = 200_000;

  /** Where no number of frames says when: seconds after the first at which pictures are taken. */
  private static final double[] PICTURE_SECONDS = {1, 10, 60};

  /** After so long the first picture is taken, however few of the frames asked for there are. */
  private static final double LATEST_FIRST_SECONDS = 20;

  private final Surroundings surroundings;
  private final RunSettings settings;
  private final Profiler profiler;
  private final GpuDevice device;
  private final RunLog log;
  private final RunNotes notes;
  private final Captures captures = new Captures();
  private final HeapGrowth heap = new HeapGrowth();
  private final RunReport written;
  private final boolean isWanted;
  private double firstPicture = Double.NaN;
  private @Nullable FrameFacts last;
  private String headset = "none";
  private PictureSize size = new PictureSize(16, 16);
  private int views;
  private long visible;

  /**
   * Of a run that is about to begin.
   *
   * @param reports takes the report, where one is wanted
   */
  XrLog(
      Surroundings surroundings,
      RunSettings settings,
      Profiler profiler,
      GpuDevice device,
      Consumer<BenchReport> reports) {
    this.surroundings = surroundings;
    this.settings = settings;
    this.profiler = profiler;
    this.device = device;
    isWanted = settings.frames().isPresent() || settings.out().isPresent();
    if (isWanted) {
      AtomicFile.requireWritableFolder(folder(), "--out");
    }
    int rows = isWanted ? (int) Math.min(settings.frames().orElse(MOST_ROWS), MOST_ROWS) : 1;
    log = new RunLog(rows);
    notes = new RunNotes(log, profiler, surroundings.clock().getAsLong());
    written = new RunReport(surroundings, folder(), captures, reports);
  }

  /** Frames in a headset so far. */
  long frames() {
    return profiler.frames();
  }

  /** Shows how far the run has come. */
  void say(Progress progress) {
    var facts = last;
    if (facts != null) {
      long most = settings.frames().orElse(Long.MAX_VALUE);
      progress.say(FrameWords.of(facts, frames(), most, profiler.lastBusyNanos()));
    }
  }

  /** Notes a finished frame. */
  void note(FrameFacts facts, Picture picture, HeadsetLink link) {
    last = facts;
    if (!isWanted || log.size() >= MOST_ROWS) {
      return;
    }
    notes.note(facts);
    var cost = XrCost.take();
    log.set(Series.XR_OWN_MS, cost.ownNanos() * 1e-6);
    log.set(Series.XR_RUNTIME_MS, cost.runtimeNanos() * 1e-6);
    log.set(Series.XR_BYTES, (double) cost.allocatedBytes());
    if (log.size() == 1) {
      firstPicture = surroundings.secondsSinceStart();
      headset = link.words();
      size = picture.size();
      views = picture.sizes().size();
    }
    visible += link.screen().wasVisible() ? 1 : 0;
    if (settings.frames().isPresent()) {
      heap.note((double) frames() / settings.frames().getAsLong());
    }
    if (link.screen().wasVisible() && isPictureDue()) {
      capture(facts, picture);
    }
  }

  private boolean isPictureDue() {
    int taken = captures.size() / views;
    if (taken >= PICTURES) {
      return false;
    }
    double seconds = surroundings.secondsSinceStart() - firstPicture;
    boolean isFirstLate = taken == 0 && seconds >= LATEST_FIRST_SECONDS; // it may be stopped early
    if (settings.frames().isPresent() && !isFirstLate) {
      return (double) frames() / settings.frames().getAsLong() >= (taken + 1.0) / PICTURES - 1e-9;
    }
    return seconds >= PICTURE_SECONDS[taken];
  }

  private void capture(FrameFacts facts, Picture picture) {
    if (picture.sizes().size() != views) {
      return; // another headset, with another number of views
    }
    for (int view = 0; view < views; view++) {
      var colour = picture.finished(view).colour();
      captures.take(colour, facts, log.size() - 1, "-view%d".formatted(view));
    }
  }

  /** Reports, once, where that was asked for and any frames were drawn. */
  void report(Scene scene, SavedSettings chosen) {
    if (!isWanted || log.size() == 0 || written.isBegun()) {
      return;
    }
    heap.end();
    var inputs =
        settings
            .figures()
            .with("size", size.toString())
            .with("fov_degrees", "the headset's")
            .with("triangles", scene.drawnTriangleCount())
            .with("headset", headset)
            .with("views", views)
            .with("is_gaze_used", notes.isGazeUsed())
            .with("comfort", WornComfort.figures(chosen));
    var figures =
        RunFigures.report(
            device,
            inputs,
            log,
            profiler,
            heap,
            firstPicture,
            !(settings.edge() instanceof EdgeChoice.None));
    written.write(
        withErrors(figures)
            .with("visible_frames", visible)
            .with("xr_own_us_p50", 1e3 * warm(Series.XR_OWN_MS, 50))
            .with("xr_own_us_p99", 1e3 * warm(Series.XR_OWN_MS, 99))
            .with("xr_runtime_ms_p50", warm(Series.XR_RUNTIME_MS, 50))
            .with("xr_bytes_p50", warm(Series.XR_BYTES, 50))
            .with("pose_error_deg_p50", log.percentile(Series.POSE_ERROR_DEG, 50))
            .with("pose_error_deg_p99", log.percentile(Series.POSE_ERROR_DEG, 99))
            .with("horizon_ms_p50", log.percentile(Series.HORIZON_MS, 50)),
        log);
    tell();
  }

  /** Errors are known where the driver was asked to look for them. */
  private static BenchReport withErrors(BenchReport report) {
    return GlDebug.current()
        .map(debug -> report.with("gl_errors", (long) debug.errors().size()))
        .orElse(report);
  }

  /** Over the last nine tenths of the frames: the first ones find code not compiled yet. */
  private double warm(Series series, double percent) {
    return log.percentile(series, percent, log.size() / 10, log.size());
  }

  private Path folder() {
    return surroundings
        .folder()
        .resolve(settings.out().orElseGet(() -> Path.of("out", "xr-" + settings.scene().name())));
  }

  private void tell() {
    surroundings
        .out()
        .printf(
            "%d frames in %s; busy %.1f ms median, pose age %.1f ms p99; coverage %.2f at the"
                + " end%n",
            log.size(),
            headset,
            log.percentile(Series.BUSY_MS, 50),
            log.percentile(Series.POSE_AGE_MS, 99),
            log.get(Series.COVERAGE, log.size() - 1));
  }

  /** Adds pictures and page to what was reported. */
  @Override
  public void close() {
    written.close();
  }
}
