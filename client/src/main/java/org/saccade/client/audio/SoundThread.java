package org.saccade.client.audio;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.saccade.render.scene.SceneSound;

/**
 * The sound thread's work: it opens the device, makes the samples, and follows the newest hearing a
 * hundred times a second. All that may take its time in OpenAL happens here. A device that goes
 * away is told once and looked for again until one is there.
 */
final class SoundThread implements Runnable {
  private static final long TICK_NANOS = 10_000_000L;
  private static final long LOOK_NANOS = 500_000_000L;
  private static final double FADE_NANOS = 600e6;

  /** The mixer needs about so long to follow a volume down. */
  private static final long HUSH_NANOS = 60_000_000L;

  private final Supplier<SoundOutput> outputs;
  private final List<SceneSound> sounds;
  private final LatestHearing latest;
  private final Queue<PlacedCue> cues;
  private final Timing timing;
  private final Consumer<String> person;
  private final SoundShelf shelf = new SoundShelf();
  private @Nullable Hearing heard;
  private boolean hasPlayed;
  private volatile boolean isEnded;

  /**
   * When things happen.
   *
   * @param retryNanos between two looks for a device that went away
   */
  record Timing(LongSupplier clock, long retryNanos) {}

  /**
   * @param outputs opens one, on the sound thread
   * @param person takes a line for the person
   */
  SoundThread(
      Supplier<SoundOutput> outputs,
      List<SceneSound> sounds,
      LatestHearing latest,
      Queue<PlacedCue> cues,
      Timing timing,
      Consumer<String> person) {
    this.outputs = outputs;
    this.sounds = sounds;
    this.latest = latest;
    this.cues = cues;
    this.timing = timing;
    this.person = person;
  }

  /** Ends the work soon. Any thread; unpark the sound thread afterwards. */
  void end() {
    isEnded = true;
  }

  @Override
  public void run() {
    try {
      while (!isEnded) {
        try (var output = outputs.get()) {
          if (output instanceof Silence(var reason, var remedy) && !hasPlayed) {
            person.accept("no sound: %s (./saccade doctor says more)".formatted(reason));
            return;
          }
          playTo(output);
        }
        rest(timing.retryNanos());
      }
    } catch (SoundException refused) {
      person.accept("no sound any more: %s".formatted(refused.getMessage()));
    } catch (RuntimeException
        | LinkageError unforeseen) { // the run goes on, and knows why it is quiet
      person.accept("no sound any more: unexpected %s".formatted(unforeseen));
    }
  }

  private void playTo(SoundOutput output) {
    switch (output) {
      case Silence silence -> {}
      case SoundDevice device -> play(device, device.context(), device.name());
      case SoundLoopback loopback -> play(loopback, loopback.context(), "loopback");
    }
  }

  private void play(SoundOutput output, AlContext context, String name) {
    try (var scene = new SoundScene(context, sounds, shelf)) {
      if (hasPlayed) {
        person.accept("sound is back: %s".formatted(name));
      }
      hasPlayed = true;
      follow(output, scene);
    }
    if (!isEnded) {
      person.accept("the sound device %s is gone: silent until there is one again".formatted(name));
    }
  }

  /** Until the end, or until the device is gone. */
  private void follow(SoundOutput output, SoundScene scene) {
    long startNanos = 0;
    long lookNanos = timing.clock().getAsLong() + LOOK_NANOS;
    boolean isStarted = false;
    cues.clear();
    while (!isEnded) {
      long now = timing.clock().getAsLong();
      var newest = latest.take();
      heard = newest == null ? heard : newest;
      if (heard != null && !isStarted) {
        scene.start(heard);
        startNanos = now;
        isStarted = true;
      } else if (heard != null) {
        scene.hear(heard, Math.min(1, (now - startNanos) / FADE_NANOS));
      }
      for (var cue = cues.poll(); cue != null; cue = cues.poll()) {
        scene.play(cue);
      }
      if (now - lookNanos >= 0) {
        if (!output.isConnected()) {
          return;
        }
        lookNanos = now + LOOK_NANOS;
      }
      LockSupport.parkNanos(TICK_NANOS);
    }
    if (heard != null) {
      scene.hear(heard, 0);
      rest(HUSH_NANOS, true);
    }
  }

  private void rest(long nanos) {
    rest(nanos, false);
  }

  /** Waits that long, or until the end. */
  private void rest(long nanos, boolean isLast) {
    long until = timing.clock().getAsLong() + nanos;
    while ((isLast || !isEnded) && timing.clock().getAsLong() - until < 0) {
      LockSupport.parkNanos(Math.max(1, until - timing.clock().getAsLong()));
    }
  }
}
