package org.saccade.offload.fov;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.joml.Quaternionf;
import org.joml.Vector3d;
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
 * One frame's choice of tiles, 800 pixels at 90 degrees, the head a little further each time; the
 * device has nothing, levels 0 and 1 of everything, or all.
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
      var now = List.of(Tiles.view(eye, turn));
      var ahead = List.of(Tiles.view(new Vector3d(eye).add(0, 0, -0.05), turn));
      walk[i] = new PlanInput(now, ahead, null, ShellUse.DRAWN, ShellUse.DRAWN, resident);
    }
  }

  @Benchmark
  public TilePlan choose() {
    chooser.choose(walk[step++ & (walk.length - 1)], plan.memory(), plan);
    return plan;
  }
}
