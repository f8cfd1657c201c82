package org.saccade.client.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.saccade.client.Progress;
import org.saccade.client.Surroundings;
import org.saccade.client.bench.GazeMoments.Moment;
import org.saccade.client.bench.foveation.Alvr;
import org.saccade.client.bench.foveation.Coder;
import org.saccade.client.bench.foveation.Curve;
import org.saccade.client.bench.foveation.Judge;
import org.saccade.client.bench.foveation.Layout;
import org.saccade.client.bench.foveation.Mean;
import org.saccade.client.bench.foveation.QuadViews;
import org.saccade.client.bench.foveation.SourceView;
import org.saccade.client.bench.foveation.TileMosaic;
import org.saccade.client.bench.foveation.Uniform;
import org.saccade.client.bench.foveation.Wivrn;
import org.saccade.client.report.BenchReport;
import org.saccade.client.report.Figures;
import org.saccade.client.report.Machine;
import org.saccade.client.report.Version;
import org.saccade.client.run.Motions;
import org.saccade.client.run.PictureSize;
import org.saccade.client.run.SceneChoice;
import org.saccade.client.run.SceneFiles;
import org.saccade.client.run.Views;
import org.saccade.offload.fov.AcuitySettings;
import org.saccade.offload.fov.ChooserSettings;
import org.saccade.offload.fov.EyeMap;
import org.saccade.offload.fov.GuardBand;
import org.saccade.offload.fov.Look;
import org.saccade.render.tile.Fingerprint;
import org.saccade.render.tile.Recipe;

/**
 * How many bytes foveation takes for a picture that looks as good to the eye that is there: tiles
 * as the chooser chooses them, beside no foveation and the maps of three others, all of the same
 * frames through the same codec.
 */
public final class FoveationBench {
  /** Degrees across and up. */
  private static final double FIELD_OF_VIEW = 90;

  private static final int[] QUALITIES = {15, 25, 40, 60, 75, 85};
  private static final int DELAY_QUALITY = 60;
  private static final double[] DELAYS = {0, 0.02, 0.05, 0.1, 0.2};

  private final Surroundings surroundings;
  private final Settings settings;
  private final GazeMoments moments;
  private final Figures results = new Figures();
  private final FoveationTargets targets = new FoveationTargets();
  private Figures machine = Machine.facts();

  /**
   * What is measured.
   *
   * @param views moments a scene
   * @param pixels of a view along a side
   * @param work folder for pictures
   */
  public record Settings(int views, int pixels, long seed, Path cacheFolder, Path work) {}

  /** One view and what is known of the eye. */
  private record Case(Moment moment, SourceView view, EyeMap eye) {}

  /**
   * @param motion a folder of motion files with gaze, or one; null for a seeded stand-in
   */
  public FoveationBench(
      Surroundings surroundings,
      Settings settings,
      @org.jspecify.annotations.Nullable Path motion) {
    this.surroundings = surroundings;
    this.settings = settings;
    moments = GazeMoments.of(motion, settings.seed());
  }

  /** Measures every scene. */
  public BenchReport run(List<SceneChoice> scenes) {
    for (var scene : scenes) {
      measure(scene);
    }
    var inputs =
        new Figures()
            .with("views", (long) settings.views())
            .with("pixels", (long) settings.pixels())
            .with("fov_degrees", FIELD_OF_VIEW)
            .with("gaze", moments.words())
            .with("seed", settings.seed());
    return new BenchReport("foveation", Version.text(), machine, inputs, results, targets.list());
  }

  private void measure(SceneChoice choice) {
    try (var progress = new Progress(surroundings)) {
      var cases = cases(choice, progress);
      var curves = curves(choice.name(), cases, progress);
      var figures = new Figures();
      curves.forEach((name, curve) -> figures.with(name, FoveationTargets.figures(curve)));
      figures.with("equal", targets.judge(choice.name(), curves));
      figures.with("delay", delays(choice.name(), cases, progress));
      results.with(choice.name(), figures);
      if (!cases.isEmpty()) {
        picture(choice.name(), cases.getFirst());
      }
    }
  }

  private List<Case> cases(SceneChoice choice, Progress progress) {
    var scene = new SceneFiles(surroundings, settings.cacheFolder()).load(choice);
    var cases = new ArrayList<Case>();
    var folder = settings.cacheFolder().resolve("foveation");
    try (var frames = new FoveationFrames(scene, folder, settings.pixels())) {
      machine = Machine.facts(frames.surrounds().device());
      for (int i = 0; i < settings.views(); i++) {
        surroundings.stop().check();
        var moment =
            moments.at(i, settings.views(), Motions.origin(scene), Math.toRadians(FIELD_OF_VIEW));
        var size = new PictureSize(settings.pixels(), settings.pixels());
        var eye =
            new EyeMap(Views.frustum(moment.view(), size), moment.gaze(0), AcuitySettings.STANDARD);
        cases.add(new Case(moment, frames.at(moment.view()), eye));
        progress.say("%s: frame %d of %d".formatted(choice.name(), i + 1, settings.views()));
      }
    }
    return cases;
  }

  /** Ours come first: with the product's tiles, and with tiles of half the size. */
  private static List<Layout> layouts() {
    return List.of(
        tiles("ours", 256, 3),
        tiles("ours_128", 128, 4),
        new Uniform(),
        Wivrn.standard(),
        new Alvr(false),
        new Alvr(true),
        new QuadViews());
  }

  private static TileMosaic tiles(String name, int pixels, int maxLevel) {
    var look = new Fingerprint(0, 0, 0, 0);
    int leaf = Math.min(16, pixels >> maxLevel);
    var recipe =
        new Recipe(Recipe.FORMAT_VERSION, pixels, maxLevel, -1, 0, 4, 85, 1, leaf, 0.02f, 1, look);
    var band = new GuardBand(0.002f, 0.002f);
    return new TileMosaic(
        name, recipe, new ChooserSettings(10_000, band, AcuitySettings.STANDARD, false));
  }

  private Map<String, Curve> curves(String scene, List<Case> cases, Progress progress) {
    int count = layouts().size();
    var means = new Mean[count * QUALITIES.length];
    java.util.Arrays.setAll(means, i -> new Mean());
    IntStream.range(0, cases.size())
        .parallel()
        .forEach(
            i -> {
              surroundings.stop().check();
              progress(progress, "%s: view %d of %d", scene, i, cases.size());
              var one = cases.get(i);
              var judge = new Judge(one.view(), one.eye());
              var coder = new Coder();
              var layouts = layouts();
              for (int k = 0; k < means.length; k++) {
                int quality = QUALITIES[k % QUALITIES.length];
                var coded =
                    layouts
                        .get(k / QUALITIES.length)
                        .send(one.view(), one.moment().expected(0), quality, coder);
                means[k].add(judge.judge(quality, coded));
              }
            });
    var curves = new LinkedHashMap<String, Curve>();
    for (int layout = 0; layout < count; layout++) {
      var points = new ArrayList<Curve.Point>();
      for (int q = 0; q < QUALITIES.length; q++) {
        points.add(means[layout * QUALITIES.length + q].of(QUALITIES[q]));
      }
      curves.put(layouts().get(layout).name(), new Curve(points));
    }
    return curves;
  }

  private static void progress(Progress progress, String words, String scene, int i, int of) {
    synchronized (progress) {
      progress.say(words.formatted(scene, i + 1, of));
    }
  }

  /** Every method with an old gaze, and ours with a predicted one and its uncertainty. */
  private Figures delays(String scene, List<Case> cases, Progress progress) {
    var figures = new Figures();
    for (double delay : DELAYS) {
      int count = layouts().size();
      var means = new Mean[count + 1];
      java.util.Arrays.setAll(means, i -> new Mean());
      progress(progress, "%s: gaze delay %d of %d", scene, 0, DELAYS.length);
      cases.parallelStream().forEach(one -> delayed(one, delay, means));
      var atDelay = new Figures();
      for (int i = 0; i <= count; i++) {
        var name = i == count ? "ours_predicted" : layouts().get(i).name();
        atDelay.with(name, FoveationTargets.figures(means[i].of(DELAY_QUALITY)));
      }
      figures.with("ms_" + Math.round(delay * 1000), atDelay);
    }
    return figures;
  }

  private void delayed(Case one, double delay, Mean[] means) {
    surroundings.stop().check();
    var judge = new Judge(one.view(), one.eye());
    var coder = new Coder();
    var old = new Look.At(one.moment().gaze(delay), Look.TRACKED_ERROR);
    var layouts = layouts();
    for (int i = 0; i < means.length; i++) {
      var layout = layouts.get(i % layouts.size());
      var look = i < layouts.size() ? old : one.moment().expected(delay);
      means[i].add(judge.judge(DELAY_QUALITY, layout.send(one.view(), look, DELAY_QUALITY, coder)));
    }
  }

  private void picture(String scene, Case one) {
    int side = settings.pixels();
    var coder = new Coder();
    for (var layout : layouts()) {
      var coded = layout.send(one.view(), one.moment().expected(0), DELAY_QUALITY, coder);
      var name = String.format(Locale.ROOT, "%s-%s.png", scene, layout.name());
      Pictures.write(settings.work().resolve(name), coded.shown().rgba(), side, side);
    }
    Pictures.write(
        settings.work().resolve(scene + "-truth.png"), one.view().truth().rgba(), side, side);
  }
}
