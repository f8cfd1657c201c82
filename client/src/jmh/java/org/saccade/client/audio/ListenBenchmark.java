package org.saccade.client.audio;

import java.util.Collections;
import java.util.concurrent.TimeUnit;
import org.joml.Matrix4f;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.saccade.assets.sound.Sound;
import org.saccade.render.scene.SceneSound;

/** What a frame pays for sound, while another thread follows it and a mixer runs. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ListenBenchmark {
  @Param({"8", "64"})
  public int sounds = 8;

  private final Matrix4f place = new Matrix4f().translation(1, 2, 3);
  private final Vector3d eye = new Vector3d(0, 1.6, 0);
  private final Quaternionf head = new Quaternionf();
  private SoundFeed feed = SoundFeed.NONE;

  @Setup
  public void start() {
    var hum = new SceneSound(0, Sound.HUM, new Vector3f(), 1, 1, true);
    var timing = new SoundThread.Timing(System::nanoTime, 1_000_000_000L);
    feed =
        SoundPlayer.start(
            Collections.nCopies(sounds, hum),
            node -> place,
            SoundLoopback::open,
            timing,
            line -> {});
  }

  @Benchmark
  public void listen() {
    feed.listen(eye, head);
  }

  @TearDown
  public void end() {
    feed.close();
  }
}
