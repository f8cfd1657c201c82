package org.saccade.client.run;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saccade.render.pass.MeshLevels;
import org.saccade.testing.Await;

/** The thread beside the first frames, with other work than meshes. */
@NullMarked
final class LevelsAheadTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  @ParameterizedTest
  @ValueSource(
      classes = {
        UnsatisfiedLinkError.class,
        OutOfMemoryError.class,
        ArithmeticException.class,
      })
  void meshesStayWholeWhereTheyCannotBeSimplified(Class<? extends Throwable> kind) {
    try (var levels = new LevelsAhead(wanted -> fail(kind), LONG)) {
      levels.await();
      assertNull(levels.poll());
    }
  }

  private static MeshLevels fail(Class<? extends Throwable> kind) {
    if (kind == UnsatisfiedLinkError.class) {
      throw new UnsatisfiedLinkError("for a test");
    }
    if (kind == OutOfMemoryError.class) {
      throw new OutOfMemoryError("for a test");
    }
    throw new ArithmeticException("for a test");
  }

  @Test
  void closingWaitsForTheWorkAtHand() {
    var hasEnded = new AtomicBoolean();
    var levels =
        new LevelsAhead(
            wanted -> {
              while (wanted.getAsBoolean()) {
                LockSupport.parkNanos(100_000);
              }
              hasEnded.set(true);
              throw new CancellationException();
            },
            LONG);
    assertFalse(hasEnded.get());
    levels.close();
    assertTrue(hasEnded.get());
  }

  @Test
  void closingDoesNotWaitForEver() {
    var latch = new CountDownLatch(1);
    var hasEnded = new AtomicBoolean();
    var levels =
        new LevelsAhead(
            wanted -> {
              while (latch.getCount() > 0) {
                LockSupport.parkNanos(100_000);
              }
              hasEnded.set(true);
              throw new CancellationException();
            },
            Duration.ofMillis(5));
    levels.close();
    assertFalse(hasEnded.get());
    latch.countDown();
    Await.until("the end of the work at hand", LONG, hasEnded::get);
  }
}
