package org.saccade.render.panorama;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.joml.Vector3d;
import org.saccade.assets.ProgressListener;
import org.saccade.assets.SceneLibrary;
import org.saccade.render.pass.DrawView;
import org.saccade.render.pass.RenderTarget;
import org.saccade.render.quality.Ssim;
import org.saccade.render.scene.Scene;
import org.saccade.render.scene.SceneLoader;
import org.saccade.render.tile.Fingerprint;
import org.saccade.render.tile.Recipe;
import org.saccade.render.window.OffscreenContext;

/**
 * Composes pictures from baked tiles at growing distances from the cells' centres and compares them
 * with the truth and with the scene drawn directly. Run with {@code SCENE SIZE POSES OUT
 * [key=value...]}; the keys are the recipe's.
 */
final class PanoramaQuality {
  private static final double[] OFFSETS = {0, 0.10, 0.25};

  private final PanoramaLab lab;
  private final Scene scene;
  private final Recipe recipe;
  private final int size;
  private final int poses;
  private final Path out;
  private final List<float[]> composedMaps = new ArrayList<>();
  private final List<float[]> localMaps = new ArrayList<>();
  private double skirt;
  private double wrongDepth;
  private double composeMillis;
  private double localMillis;

  private PanoramaQuality(PanoramaLab lab, Scene scene, Recipe recipe, List<String> arguments) {
    this.lab = lab;
    this.scene = scene;
    this.recipe = recipe;
    this.size = Integer.parseInt(arguments.get(1));
    this.poses = Integer.parseInt(arguments.get(2));
    this.out = Path.of(arguments.get(3));
  }

  /** Entry point. */
  public static void main(String... arguments) throws Exception {
    Path cache = Path.of(System.getProperty("java.io.tmpdir"), "saccade-scenes");
    Path file = SceneLibrary.materialise(arguments[0], cache, ProgressListener.none());
    Scene scene = SceneLoader.load(file);
    Recipe recipe = recipe(scene, Arrays.asList(arguments).subList(4, arguments.length));
    try (var context = OffscreenContext.create();
        var lab = new PanoramaLab(scene, recipe)) {
      System.out.println(context.device() + " " + recipe);
      new PanoramaQuality(lab, scene, recipe, Arrays.asList(arguments)).run();
    }
  }

  private static Recipe recipe(Scene scene, List<String> changes) {
    int level = 2;
    int nearLog2 = -1;
    float split = 4;
    int quality = 85;
    float tolerance = 1;
    int leaf = 16;
    for (String change : changes) {
      float value = Float.parseFloat(change.substring(change.indexOf('=') + 1));
      switch (change.substring(0, change.indexOf('='))) {
        case "level" -> level = (int) value;
        case "near" -> nearLog2 = (int) value;
        case "split" -> split = value;
        case "quality" -> quality = (int) value;
        case "tolerance" -> tolerance = value;
        case "leaf" -> leaf = (int) value;
        default -> throw new IllegalArgumentException(change);
      }
    }
    float exposure = scene.environment().exposure();
    Fingerprint look = scene.fingerprint();
    return new Recipe(
        Recipe.FORMAT_VERSION,
        256,
        level,
        nearLog2,
        0,
        split,
        quality,
        tolerance,
        leaf,
        0.03f,
        exposure,
        look);
  }

  private void run() throws IOException {
    try (var truth = PanoramaLab.target(size);
        var local = PanoramaLab.target(size);
        var composed = PanoramaLab.target(size)) {
      for (double offset : OFFSETS) {
        clear();
        for (int pose = 0; pose < poses; pose++) {
          measure(pose, offset, truth, local, composed);
        }
        report(offset);
      }
    }
    BakeCost cost = lab.cost();
    System.out.printf(
        "bake: %d faces, draw %.0f prune %.0f encode %.0f ms a face; %.0f bytes a tile, %d of %d empty%n",
        cost.faces(),
        cost.drawNanos() / 1e6 / cost.faces(),
        cost.pruneNanos() / 1e6 / cost.faces(),
        cost.encodeNanos() / 1e6 / cost.faces(),
        (double) cost.bytes() / Math.max(1, cost.tiles() - cost.emptyTiles()),
        cost.emptyTiles(),
        cost.tiles());
  }

  private void clear() {
    composedMaps.clear();
    localMaps.clear();
    skirt = 0;
    wrongDepth = 0;
    composeMillis = 0;
    localMillis = 0;
  }

  /** Poses stand on a circle round the start, 1.7 m up, and look about. */
  private void measure(
      int pose, double offset, RenderTarget truth, RenderTarget local, RenderTarget composed)
      throws IOException {
    double around = 2 * Math.PI * pose / poses;
    var place =
        new Vector3d(scene.start().position())
            .add(1.5 * Math.sin(around), 1.6, 1.5 * Math.cos(around));
    Vector3d eye = recipe.cellFor(org.saccade.render.tile.Shell.NEAR, place).centre();
    eye.add(new Vector3d(Math.cos(pose * 2.4), 0.3, Math.sin(pose * 2.4)).normalize(offset));
    DrawView view =
        PanoramaLab.view(eye, scene.start().yaw() + pose * 2.2, 0.25 * Math.sin(pose), fov(), size);
    lab.prepare(view);
    lab.shelf().listAll(eye, recipe.maxLevel());
    Picture truthPicture = truth(truth, view);
    localMillis += best(2, () -> lab.drawLocal(local, view));
    composeMillis += best(5, () -> lab.shelf().compose(composed, view));
    lab.renderer().drawSkyAt(composed, view, TileCompositor.SKY_DEPTH);
    Picture localPicture = Picture.read(local, PanoramaLab.NEAR);
    Picture composedPicture = Picture.read(composed, PanoramaLab.NEAR);
    composedMaps.add(Ssim.map(truthPicture.luma(), composedPicture.luma(), size, size));
    localMaps.add(Ssim.map(truthPicture.luma(), localPicture.luma(), size, size));
    lab.shelf().composeClasses(local, view);
    Picture classes = Picture.read(local, PanoramaLab.NEAR);
    countHoles(classes, localPicture, composedPicture);
    String name = "%s-%d-%02.0f-".formatted(scene.name(), pose, offset * 100);
    truthPicture.save(out.resolve(name + "truth.png"));
    composedPicture.save(out.resolve(name + "composed.png"));
    localPicture.save(out.resolve(name + "local.png"));
    composedPicture.saveDifference(truthPicture, out.resolve(name + "difference.png"));
    classes.save(out.resolve(name + "classes.png"));
    System.out.printf(
        "  pose %d: %.4f (local %.4f)%n",
        pose, Ssim.mean(composedMaps.getLast()), Ssim.mean(localMaps.getLast()));
  }

  private Picture truth(RenderTarget target, DrawView view) throws IOException {
    String name = "%s-%d-%s.truth".formatted(scene.fingerprint().hex(), size, key(view));
    Path file = out.resolveSibling("truth").resolve(name);
    Picture kept = Picture.kept(file, size);
    if (kept == null) {
      lab.drawTruth(target, view);
      kept = Picture.read(target, PanoramaLab.NEAR);
      kept.keep(file);
    }
    return kept;
  }

  private static String key(DrawView view) {
    return Integer.toHexString(java.util.Objects.hash(view.eye(), view.rotation()));
  }

  /** Degrees; always as many pixels a degree as 800 pixels across 90 degrees. */
  private double fov() {
    return 2 * Math.toDegrees(Math.atan(size / 800.0));
  }

  private static double best(int times, java.util.function.LongSupplier work) {
    long best = Long.MAX_VALUE;
    for (int i = 0; i < times; i++) {
      best = Math.min(best, work.getAsLong());
    }
    return best / 1e6;
  }

  private void countHoles(Picture classes, Picture local, Picture composed) {
    int coarse = 0;
    int wrong = 0;
    for (int i = 0; i < local.inverseDepth.length; i++) {
      TileClass from = TileClass.ofRed(classes.red(i));
      coarse += from == TileClass.OWN || from == TileClass.ONE_COARSER ? 0 : 1;
      float truth = local.inverseDepth[i];
      float apart = Math.abs(truth - composed.inverseDepth[i]);
      wrong += truth > 0 && apart > 0.05f && apart > 0.1f * truth ? 1 : 0;
    }
    skirt += coarse / (double) local.inverseDepth.length;
    wrongDepth += wrong / (double) local.inverseDepth.length;
  }

  private void report(double offset) {
    System.out.printf(
        "%s offset %.2f: SSIM %.4f p05 %.3f (local %.4f p05 %.3f) skirt %.5f wrong depth %.5f;"
            + " compose %.1f ms, local %.1f ms%n",
        scene.name(),
        offset,
        mean(composedMaps),
        fifthPercentile(composedMaps),
        mean(localMaps),
        fifthPercentile(localMaps),
        skirt / poses,
        wrongDepth / poses,
        composeMillis / poses,
        localMillis / poses);
  }

  private static double mean(List<float[]> maps) {
    return maps.stream().mapToDouble(Ssim::mean).average().orElse(0);
  }

  private static double fifthPercentile(List<float[]> maps) {
    int length = maps.getFirst().length;
    float[] all = new float[maps.size() * length];
    for (int i = 0; i < maps.size(); i++) {
      System.arraycopy(maps.get(i), 0, all, i * length, length);
    }
    Arrays.sort(all);
    return all[all.length / 20];
  }
}
