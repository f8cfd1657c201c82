package org.saccade.client.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.joml.Matrix4f;
import org.joml.Quaternionf;
import org.joml.Vector3d;
import org.joml.Vector3f;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.saccade.assets.sound.Sound;
import org.saccade.render.scene.SceneSound;
import org.saccade.testing.Await;

@NullMarked
@Timeout(30)
final class SoundPlayerTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final SoundThread.Timing SOON =
      new SoundThread.Timing(System::nanoTime, 20_000_000L);
  private static final Vector3d EYE = new Vector3d(0, 1.6, 0);
  private static final Quaternionf LEVEL = new Quaternionf();

  private final List<SceneSound> leaves =
      List.of(new SceneSound(0, Sound.LEAVES, new Vector3f(), 1, 1, true));
  private final ConcurrentLinkedQueue<String> told = new ConcurrentLinkedQueue<>();
  private final BlockingQueue<SoundLoopback> opened = new LinkedBlockingQueue<>();

  private SoundPlayer start(Supplier<SoundOutput> outputs) {
    var place = new Matrix4f().translation(-2, 1.6f, 0);
    return SoundPlayer.start(leaves, node -> place, outputs, SOON, told::add);
  }

  private SoundOutput loopback() {
    var output = SoundLoopback.open();
    opened.add(output);
    return output;
  }

  private SoundLoopback nextOpened() throws InterruptedException {
    var output = opened.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    return java.util.Objects.requireNonNull(output, "no output was opened");
  }

  @Test
  void withoutADeviceItIsSilentAndSaysSoOnce() {
    try (var player = start(() -> SoundOutput.open("no such device"))) {
      Await.until("the line", PATIENCE, () -> !told.isEmpty());
      for (int i = 0; i < 100; i++) {
        player.listen(EYE, LEVEL);
        player.cue(Cue.TOUCH, EYE, 1);
      }
    }
    var expected = "no sound: no sound device 'no such device' (./saccade doctor says more)";
    assertEquals(List.of(expected), new ArrayList<>(told));
  }

  @Test
  void whatNobodyForesawIsToldOnceAndTheRunGoesOn() {
    Supplier<SoundOutput> broken =
        () -> {
          throw new IllegalStateException("the mixer is broken");
        };
    try (var player = start(broken)) {
      Await.until("the line", PATIENCE, () -> !told.isEmpty());
      player.listen(EYE, LEVEL);
      player.cue(Cue.TOUCH, EYE, 1);
    }
    assertEquals(1, told.size(), told::toString);
    assertTrue(told.peek().contains("the mixer is broken"), told::toString);
  }

  @Test
  void aDeviceThatGoesAwayIsToldOnceAndTheNextOnePlays() throws InterruptedException {
    var plan = new LinkedBlockingQueue<Supplier<SoundOutput>>();
    plan.add(this::loopback);
    plan.add(() -> new Silence("gone", ""));
    plan.add(() -> new Silence("gone", ""));
    plan.add(this::loopback);
    try (var player = start(() -> java.util.Objects.requireNonNull(plan.poll()).get())) {
      player.listen(EYE, LEVEL);
      var first = nextOpened();
      assertLeft(first);
      first.unplug();
      assertLeft(nextOpened());
    }
    assertEquals(
        List.of(
            "the sound device loopback is gone: silent until there is one again",
            "sound is back: loopback"),
        new ArrayList<>(told));
  }

  private static void assertLeft(SoundLoopback output) {
    Await.until(
        "sound on the left", PATIENCE, () -> Ears.of(output.render(4_800)).tiltDecibels() > 6);
  }

  @Test
  void whatAFrameDoesIsCheapAndMakesNothing() {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    var place = new Matrix4f();
    var many = java.util.Collections.nCopies(16, leaves.getFirst());
    Supplier<SoundOutput> silent = () -> new Silence("", "");
    try (var player = SoundPlayer.start(many, node -> place, silent, SOON, told::add)) {
      long bytes = Long.MAX_VALUE;
      long nanos = Long.MAX_VALUE;
      for (int round = 0; round < 50; round++) { // the best of many: others use this machine, too
        long before = threads.getCurrentThreadAllocatedBytes();
        long begin = System.nanoTime();
        for (int i = 0; i < 1_000; i++) {
          player.listen(EYE, LEVEL);
        }
        nanos = Math.min(nanos, (System.nanoTime() - begin) / 1_000);
        bytes = Math.min(bytes, (threads.getCurrentThreadAllocatedBytes() - before) / 1_000);
      }
      assertEquals(0, bytes, "bytes a frame");
      assertTrue(nanos < 50_000, "nanoseconds a frame: " + nanos);
    }
  }
}
