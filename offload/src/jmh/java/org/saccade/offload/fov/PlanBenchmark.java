package org.saccade.offload.fov;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.joml.Quaternionf;
import org.joml.Vector3d;
import org.joml.Vector3f;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.saccade.render.tile.TileAddress;
import org.saccade.render.tile.TileResidency;

/**
 * One frame's choice of tiles, the head a little further each time; the device has nothing, levels
 * 0 and 1 of everything, or all. On a screen of 800 pixels at 90 degrees, or in a headset of 2 x
 * 1440x1600 with or without an eye tracker.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class PlanBenchmark {
  @Param({"cold", "half", "warm"})
  public String device = "cold";

  @Param({"screen", "headset", "tracked"})
  public String display = "screen";

  private final TileChooser chooser = new TileChooser(Tiles.RECIPE, ChooserSettings.STANDARD);
  private final TilePlan plan = new TilePlan();
  private final PlanInput[] walk = new PlanInput[64];
  private int step;

  @Setup
  public void walkRoundACell() {
    int toLevel = device.equals("warm") ? Tiles.RECIPE.maxLevel() : device.equals("half") ? 1 : -1;
    TileResidency resident = address -> TileAddress.level(address) <= toLevel;
    for (int i = 0; i < walk.length; i++) {
      double angle = 2 * Math.PI * i / walk.length;
      var eye = new Vector3d(0.25 + 0.2 * Math.sin(angle), 1.7, 0.25 + 0.2 * Math.cos(angle));
      var turn = new Quaternionf().rotateY((float) angle);
      var next = new Vector3d(eye).add(0, 0, -0.05);
      var now = display.equals("screen") ? List.of(Tiles.view(eye, turn)) : eyes(eye, turn);
      var ahead = display.equals("screen") ? List.of(Tiles.view(next, turn)) : eyes(next, turn);
      walk[i] =
          new PlanInput(
              now, ahead, look(turn), Haste.LEISURELY, ShellUse.DRAWN, ShellUse.DRAWN, resident);
    }
  }

  private Look look(Quaternionf turn) {
    return switch (display) {
      case "screen" -> Look.anywhere();
      case "headset" -> Look.ahead();
      default -> new Look.At(turn.transform(new Vector3f(0.2f, -0.1f, -1)), Look.TRACKED_ERROR);
    };
  }

  /** Two views of 1440x1600 pixels, 64 mm apart. */
  private static List<ViewFrustum> eyes(Vector3d middle, Quaternionf turn) {
    var aside = turn.transform(new Vector3d(0.032, 0, 0));
    return List.of(
        eye(new Vector3d(middle).sub(aside), turn, -0.9f, 0.7f),
        eye(new Vector3d(middle).add(aside), turn, -0.7f, 0.9f));
  }

  private static ViewFrustum eye(Vector3d at, Quaternionf turn, float left, float right) {
    return new ViewFrustum(at, turn, left, right, 0.85f, -0.85f, 1440, 1600);
  }

  @Benchmark
  public TilePlan choose() {
    chooser.choose(walk[step++ & (walk.length - 1)], plan.memory(), plan);
    return plan;
  }
}
