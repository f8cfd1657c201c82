package org.saccade.client.run;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.saccade.xr.runtime.XrException;
import org.saccade.xr.runtime.XrInstance;
import org.saccade.xr.runtime.XrSystem;

/**
 * Looks for an OpenXR runtime with a headset on a thread of its own, so that the picture goes on
 * while one starts, hangs or is missing. The frame thread takes what was found and owns it then.
 */
final class HeadsetSeeker implements AutoCloseable {
  /** The reason while none is known. */
  static final String LOOKING = "looking for a runtime";

  private static final long PAUSE_MILLIS = 1_000;

  /** Some runtimes write a page to the terminal whenever one looks: more and more seldom, then. */
  private static final long LONGEST_PAUSE_MILLIS = 8_000;

  private final AtomicReference<@Nullable Found> found = new AtomicReference<>();
  private volatile String reason = LOOKING;
  private final AtomicBoolean isSeeking = new AtomicBoolean();
  private volatile boolean isClosed;
  private final Supplier<Found> looks;
  private final LongConsumer pauses;
  private @Nullable Thread thread;

  /** A runtime and its headset; the taker closes the instance. */
  record Found(XrInstance instance, XrSystem headset) {}

  /**
   * Looks when told to.
   *
   * @param wantsGaze whether an eye tracker may be asked for
   */
  HeadsetSeeker(boolean wantsGaze) {
    this(() -> look(wantsGaze), HeadsetSeeker::pause);
  }

  /**
   * Looks elsewhere.
   *
   * @param looks looks once, or throws
   * @param pauses waits for so many milliseconds, or until its thread is interrupted
   */
  HeadsetSeeker(Supplier<Found> looks, LongConsumer pauses) {
    this.looks = looks;
    this.pauses = pauses;
  }

  /** Begins to look at once, unless it does already. Frame thread. */
  void start() {
    start(0);
  }

  /** Begins to look after a pause, because what was found last was of no use. Frame thread. */
  void startLater() {
    start(PAUSE_MILLIS);
  }

  private void start(long afterMillis) {
    if (isSeeking.compareAndSet(false, true)) {
      thread =
          Thread.ofPlatform()
              .name("headset seeker")
              .daemon()
              .start(
                  () -> {
                    pauses.accept(afterMillis);
                    seek();
                  });
    }
  }

  /** What was found, once; null so far. Frame thread. */
  @Nullable Found take() {
    var taken = found.getAndSet(null);
    if (taken != null) {
      isSeeking.set(false);
    }
    return taken;
  }

  /** Why nothing was found so far. */
  String reason() {
    return reason;
  }

  /** Looks once, on the caller's thread. */
  static Found look(boolean wantsGaze) {
    var instance = XrInstance.create(wantsGaze);
    try {
      return new Found(instance, instance.headset());
    } catch (RuntimeException missing) {
      instance.close();
      throw missing;
    }
  }

  private void seek() {
    for (long pause = PAUSE_MILLIS; !isClosed; pause = longer(pause)) {
      try {
        found.set(looks.get());
        if (isClosed) {
          closeLeft();
        }
        return;
      } catch (XrException missing) {
        reason = String.valueOf(missing.getMessage());
      } catch (LinkageError | RuntimeException broken) {
        reason = "OpenXR cannot be loaded (%s)".formatted(broken);
      }
      pauses.accept(pause);
    }
  }

  /** The next pause after one that was in vain. */
  static long longer(long pauseMillis) {
    return Math.min(pauseMillis + pauseMillis / 4, LONGEST_PAUSE_MILLIS);
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    isClosed = true;
    var running = thread;
    if (running != null) {
      running.interrupt();
      try {
        running.join(5 * PAUSE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    closeLeft();
  }

  private void closeLeft() {
    var left = found.getAndSet(null);
    if (left != null) {
      left.instance().close();
    }
  }
}
