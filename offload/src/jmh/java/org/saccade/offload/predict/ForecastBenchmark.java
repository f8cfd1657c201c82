package org.saccade.offload.predict;

import java.util.concurrent.TimeUnit;
import org.joml.Quaternionf;
import org.joml.Vector3d;
import org.joml.Vector3f;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * One frame's predictions: a pose and a gaze taken in, the head at two horizons, the gaze at one.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ForecastBenchmark {
  private static final long STEP = 11_111_111L;

  private final Forecaster forecaster = Forecaster.trained();
  private final Vector3d position = new Vector3d();
  private final Quaternionf orientation = new Quaternionf();
  private final Vector3f direction = new Vector3f();
  private long frame;

  /** A walking, turning head. */
  @Benchmark
  public @Nullable HeadForecast head() {
    see();
    forecaster.head(frame * STEP + 20_000_000L);
    return forecaster.head(frame * STEP + 700_000_000L);
  }

  /** The same with eyes that jump every quarter of a second. */
  @Benchmark
  public @Nullable GazeForecast headAndGaze() {
    see();
    double share = (frame % 22) / 4.0;
    double yaw = 0.2 * ((frame / 22) % 2 == 0 ? Math.min(1, share) : 1 - Math.min(1, share));
    direction.set((float) Math.sin(yaw), 0, (float) -Math.cos(yaw));
    forecaster.seeGaze(frame * STEP, direction);
    forecaster.head(frame * STEP + 20_000_000L);
    forecaster.head(frame * STEP + 700_000_000L);
    return forecaster.gaze(frame * STEP + 20_000_000L);
  }

  private void see() {
    frame++;
    double t = frame * STEP * 1e-9;
    position.set(Math.sin(t), 1.7, Math.cos(t));
    orientation.identity().rotateY((float) Math.sin(1.3 * t));
    forecaster.see(frame * STEP, position, orientation);
  }
}
