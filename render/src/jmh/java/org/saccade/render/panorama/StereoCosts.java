package org.saccade.render.panorama;

import static org.lwjgl.opengl.GL45C.glFinish;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.joml.Matrix4f;
import org.joml.Vector3d;
import org.saccade.assets.ProgressListener;
import org.saccade.assets.SceneLibrary;
import org.saccade.render.pass.AntiAliasing;
import org.saccade.render.pass.DrawOptions;
import org.saccade.render.pass.DrawView;
import org.saccade.render.pass.StereoTarget;
import org.saccade.render.scene.Scene;
import org.saccade.render.scene.SceneLoader;
import org.saccade.render.tile.Fingerprint;
import org.saccade.render.tile.Recipe;
import org.saccade.render.window.OffscreenContext;

/**
 * What both eyes cost in one pass and one after the other, drawn by turns so that a busy machine
 * slows both alike; medians. A turn's time is the wall's until the picture is finished, the drawing
 * thread's until all was handed over, and that thread's until it is finished. Arguments: a folder
 * for scenes, how many turns, and the scenes.
 */
public final class StereoCosts implements AutoCloseable {
  private static final int SIZE = 512;
  private static final int WARM_UP = 5;
  private static final Recipe RECIPE =
      new Recipe(
          Recipe.FORMAT_VERSION,
          256,
          2,
          -1,
          0,
          4,
          85,
          1,
          16,
          0.03f,
          1,
          new Fingerprint(1, 2, 3, 4));
  private static final DrawOptions ALL = DrawOptions.everything();

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final OffscreenContext context = OffscreenContext.create();
  private final StereoTarget onePass = StereoTarget.display(SIZE, SIZE, AntiAliasing.NONE);
  private final StereoTarget twoDraws = StereoTarget.eyeAfterEye(SIZE, SIZE, AntiAliasing.NONE);
  private final Consumer<String> out;
  private final int turns;

  private StereoCosts(Consumer<String> out, int turns) {
    this.out = out;
    this.turns = turns;
  }

  /** What is drawn into a target. */
  private interface Work {
    void draw(StereoTarget target);
  }

  /** Times of turns, each nanoseconds: wall, handing over, the thread's all in all. */
  private record Times(List<long[]> turns) {
    double medianMillis(int kind) {
      long[] sorted = turns.stream().mapToLong(turn -> turn[kind]).sorted().toArray();
      return sorted[sorted.length / 2] * 1e-6;
    }
  }

  public static void main(String[] arguments) throws Exception {
    Consumer<String> out = System.out::println;
    try (var costs = new StereoCosts(out, Integer.parseInt(arguments[1]))) {
      out.accept(costs.context.device().toString());
      for (String scene : Arrays.asList(arguments).subList(2, arguments.length)) {
        costs.measure(scene, Path.of(arguments[0]));
      }
    }
  }

  private void measure(String name, Path folder) throws Exception {
    Scene scene = SceneLoader.load(SceneLibrary.materialise(name, folder, ProgressListener.none()));
    try (var lab = new PanoramaLab(scene, RECIPE)) {
      var head = new Vector3d(scene.start().position()).add(0.2, 1.6, 0.2);
      DrawView left = eye(head, scene.start().yaw(), -1);
      DrawView right = eye(head, scene.start().yaw(), 1);
      compare(name + " local", target -> lab.renderer().draw(target, left, right, ALL));
      lab.prepare(left);
      lab.shelf().listAll(head, RECIPE.maxLevel());
      compare(
          name + " tiles",
          target -> {
            target.clear();
            lab.shelf().compositor().draw(target, left, right, lab.shelf().list());
          });
    }
  }

  /** An eye of a headset, seeing farther to its own side. */
  private static DrawView eye(Vector3d head, double yaw, int side) {
    var rotation = new Matrix4f().rotateY((float) -yaw);
    var eye = new Vector3d(0.032 * side, 0, 0).rotateY(yaw).add(head);
    var projection =
        DrawView.projection(1 - 0.15f * side, 1 + 0.15f * side, 1, 1, PanoramaLab.NEAR);
    return new DrawView(rotation, eye, projection, PanoramaLab.NEAR, SIZE, SIZE);
  }

  private void compare(String what, Work work) {
    var one = new Times(new ArrayList<>());
    var two = new Times(new ArrayList<>());
    for (int turn = -WARM_UP; turn < turns; turn++) {
      long[] inOne = time(work, onePass);
      long[] inTwo = time(work, twoDraws);
      if (turn >= 0) {
        one.turns().add(inOne);
        two.turns().add(inTwo);
      }
    }
    String[] kinds = {"wall", "handing over", "thread"};
    for (int kind = 0; kind < kinds.length; kind++) {
      double a = one.medianMillis(kind);
      double b = two.medianMillis(kind);
      out.accept(
          "%-14s %-12s one pass %8.3f ms, two draws %8.3f ms, %+.1f %%"
              .formatted(what, kinds[kind], a, b, 100 * (a / b - 1)));
    }
  }

  private long[] time(Work work, StereoTarget target) {
    glFinish();
    long begin = System.nanoTime();
    long used = threads.getCurrentThreadCpuTime();
    work.draw(target);
    long handedOver = threads.getCurrentThreadCpuTime() - used;
    target.resolve();
    glFinish();
    return new long[] {
      System.nanoTime() - begin, handedOver, threads.getCurrentThreadCpuTime() - used
    };
  }

  @Override
  public void close() {
    onePass.close();
    twoDraws.close();
    context.close();
  }
}
