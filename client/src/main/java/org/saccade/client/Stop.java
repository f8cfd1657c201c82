package org.saccade.client;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C and kill. The signal only raises a flag that the work looks at; the process ends when the
 * work has cleaned up, or after ten seconds. Any thread may ask.
 */
public final class Stop {
  private static final long PATIENCE_SECONDS = 10;

  private final CountDownLatch finished = new CountDownLatch(1);
  private volatile boolean isRequested;
  private volatile int status = ExitCode.STOPPED.number();

  /** Catches the signals of this process from now on. */
  public static Stop catchingSignals() {
    var stop = new Stop();
    Runtime.getRuntime().addShutdownHook(new Thread(stop::onSignal, "stop"));
    return stop;
  }

  /** True once the person asked to stop. */
  public boolean isRequested() {
    return isRequested;
  }

  /** Ends the work from inside, as a signal would. */
  public void request() {
    isRequested = true;
  }

  /** Throws when the person asked to stop, so that the work unwinds through its clean-up. */
  public void check() {
    if (isRequested) {
      throw Failure.stopped();
    }
  }

  /** Being stopped is this command's ordinary end (a server): the exit status is 0. */
  public void isOrdinaryEnd() {
    status = ExitCode.DONE.number();
  }

  /** The work is over and has cleaned up. */
  public void finished() {
    finished.countDown();
  }

  private void onSignal() {
    if (finished.getCount() == 0) {
      return; // an ordinary end: nothing to wait for
    }
    isRequested = true;
    try {
      if (!finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        Runtime.getRuntime().halt(ExitCode.STOPPED.number());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(status);
  }
}
