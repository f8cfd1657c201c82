package org.saccade.client.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.saccade.client.Failure;
import org.saccade.client.Progress;
import org.saccade.client.Surroundings;
import org.saccade.client.bench.Clips.Clip;
import org.saccade.client.bench.Clips.Step;
import org.saccade.client.report.AtomicFile;
import org.saccade.client.report.BenchReport;
import org.saccade.client.report.Figures;
import org.saccade.client.report.Machine;
import org.saccade.client.report.Target;
import org.saccade.client.report.Version;
import org.saccade.client.run.Motions;
import org.saccade.client.run.SceneChoice;
import org.saccade.client.run.SceneFiles;
import org.saccade.client.run.Stills;
import org.saccade.offload.fov.DrawnCells;
import org.saccade.render.scene.Scene;
import org.saccade.xr.TraceRig;

/**
 * Whether the picture made of tiles changes more from frame to frame than it should where other
 * cells or levels are drawn: clips along the motion, each frame drawn as the product chooses its
 * tiles after the frame before, beside the truth.
 */
public final class MovingBench {
  private final Surroundings surroundings;
  private final BenchSettings settings;
  private final int frames;
  private final Path work;
  private final Figures results = new Figures();
  private final List<Target> targets = new ArrayList<>();
  private Figures machine = Machine.facts();

  /**
   * @param frames of each clip; slow ones have half as many
   * @param work folder for pictures
   */
  public MovingBench(Surroundings surroundings, BenchSettings settings, int frames, Path work) {
    this.surroundings = surroundings;
    this.settings = settings;
    this.frames = frames;
    this.work = work;
  }

  /** Measures every scene. */
  public BenchReport run(List<SceneChoice> scenes) {
    for (var scene : scenes) {
      measure(scene);
    }
    var inputs =
        settings
            .figures()
            .with("frames", frames)
            .with("frames_a_second", Clips.RATE)
            .with("frames_before", Clips.LEAD)
            .with("times_slower", Clips.SLOWER)
            .with("median_floor", Spikes.FLOOR);
    return new BenchReport("moving", Version.text(), machine, inputs, results, targets);
  }

  private void measure(SceneChoice choice) {
    var motion = Motions.of(settings.motion(), settings.seed(), surroundings);
    var run = settings.run(choice);
    var scene = new SceneFiles(surroundings, settings.cacheFolder()).load(choice);
    double fov = Math.toRadians(settings.verticalFovDegrees());
    var rig = new TraceRig(motion, Motions.origin(scene), 0, fov, run.size().aspect());
    var moments = new Moments(rig);
    try (var progress = new Progress(surroundings)) {
      int steps = (int) (QualityBench.span(motion) * Clips.RATE);
      var clips = clips(scene, moments, steps, progress);
      try (var stills = Stills.open(surroundings, run, scene)) {
        machine = Machine.facts(stills.device());
        var truths = new Truths(stills, scene, run.size(), settings.cacheFolder());
        var pictures = new ClipPictures(choice.name(), stills, moments, truths, run.size(), work);
        measure(choice.name(), clips, pictures, progress);
      }
    }
  }

  private List<Clip> clips(Scene scene, Moments moments, int steps, Progress progress) {
    if (steps < Clips.LEAD + frames) {
      throw Failure.usage(
          "--motion has %d frames of 1/%d s; %d before a clip and %d in it are needed: try fewer --frames"
              .formatted(steps, Clips.RATE, Clips.LEAD, frames));
    }
    var recipe = settings.tiles().recipe(scene);
    var scan = new ClipScan(recipe, settings.size(), DrawnCells.NONE);
    var seen = new ArrayList<Step>();
    for (int i = 0; i < steps; i++) {
      surroundings.stop().check();
      progress.say("looking for clips: frame %d of %d".formatted(i + 1, steps));
      seen.add(see(scan, moments, Clips.secondsAt(false, i)));
    }
    var clips = Clips.find(seen, frames);
    if (clips.isEmpty()) {
      throw Failure.failed("along this motion no cell and no level changes: try --motion walk");
    }
    var all = new ArrayList<Clip>(clips);
    for (var clip : clips) {
      var before = seen.get(clip.first() + frames / 2 - 1).cells();
      var slow = new ClipScan(recipe, settings.size(), before);
      Clips.slow(clip, seen, at -> see(slow, moments, Clips.secondsAt(true, at)).cells())
          .ifPresent(all::add);
    }
    return all;
  }

  private static Step see(ClipScan scan, Moments moments, double seconds) {
    return scan.see(moments.view(seconds), moments.lookInHeadset(seconds));
  }

  private void measure(String scene, List<Clip> clips, ClipPictures pictures, Progress progress) {
    var figures = new Figures();
    var plots = new ArrayList<LinePlots.Plot>();
    for (var clip : clips) {
      var tally = measure(scene, clip, pictures, progress);
      figures.with(clip.words(), tally.figures());
      targets.addAll(tally.targets(scene));
      plots.add(tally.plot(scene));
    }
    results.with(scene, figures);
    AtomicFile.write(work.resolve(scene + "-moving.svg"), LinePlots.svg(plots));
  }

  /** Once for the tiles to come, then frame by frame as if they had always been there. */
  private ClipTally measure(String scene, Clip clip, ClipPictures pictures, Progress progress) {
    var name = scene + ", " + clip.words();
    pictures.begin(clip);
    int frames = clip.frames();
    for (int i = -Clips.LEAD; i < frames; i++) {
      int frame = i + 1;
      pictures.follow(
          clip,
          i,
          missing ->
              progress.say(
                  "%s: tiles of frame %d of %d, %d missing"
                      .formatted(name, frame, frames, missing)));
    }
    pictures.begin(clip);
    for (int i = -Clips.LEAD; i < 0; i++) {
      pictures.follow(clip, i, missing -> {});
    }
    var tally = new ClipTally(clip);
    MovingFrame before = null;
    for (int i = 0; i < frames; i++) {
      surroundings.stop().check();
      progress.say("%s: frame %d of %d".formatted(name, i + 1, frames));
      var now = pictures.draw(clip, i);
      if (before != null && tally.add(now.since(before))) {
        pictures.keep(clip, before, now);
      }
      before = now;
    }
    return tally;
  }
}
