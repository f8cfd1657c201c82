package org.saccade.offload.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

/** What Local gives up, and in which order. */
final class FinenessTest {
  private static final long PERIOD = 10_000_000;
  private static final long SECOND = 1_000_000_000L;
  private static final Fineness FLOOR = new Fineness(Fineness.SMALLEST_SCALE, 1, 0);

  /** A cost of which half goes with the pixels. */
  private static LocalCost periods(double full) {
    return new LocalCost(new ModeCost((long) (full * PERIOD), 8), 0.5);
  }

  private static Fineness next(Fineness now, LocalCost cost, double seconds) {
    return now.next(cost, 0.8 * PERIOD, PERIOD, (long) (seconds * SECOND));
  }

  @Test
  void theResolutionFallsFirst() {
    var next = next(Fineness.FULL, periods(1.1), 5);
    assertEquals(Math.sqrt((0.8 / 1.1 - 0.5) / 0.5), next.scale(), 1e-3);
    assertEquals(1, next.allowance());
    assertEquals(Fineness.SMALLEST_SCALE, next(Fineness.FULL, periods(10), 5).scale());
    assertEquals(1, next(Fineness.FULL, periods(10), 5).allowance());
  }

  @Test
  void thenMeshesLoseMoreStepByStep() {
    var twice = next(FLOOR, periods(10), 1);
    assertEquals(2, twice.allowance());
    assertEquals(2, next(twice, periods(10), 1.5).allowance(), "before the step can show");
    var most = next(twice, periods(10), 2);
    assertEquals(4, most.allowance());
    assertEquals(4, next(most, periods(10), 9).allowance());
  }

  @Test
  void fromAnyResolutionWhatIsFarTooSlowEndsAtTheLastResort() {
    for (double scale = Fineness.SMALLEST_SCALE; scale <= 1; scale += 0.01) {
      var now = new Fineness(scale, 1, 0);
      for (int frame = 1; frame <= 100; frame++) {
        now = next(now, periods(12.5), 0.1 * frame);
      }
      assertEquals(4, now.allowance(), "from " + scale);
      assertEquals(Fineness.SMALLEST_SCALE, now.scale());
    }
  }

  @Test
  void whatStaysIsTheSameObject() {
    var held = new Fineness(0.8, 1, 5);
    assertSame(held, held.next(periods(0.8 / 0.82), 0.8 * PERIOD, PERIOD, SECOND));
  }

  @Test
  void meshesComeBackBeforeTheResolution() {
    var eased = next(new Fineness(Fineness.SMALLEST_SCALE, 2, 0), periods(0.5), 1);
    assertEquals(new Fineness(Fineness.SMALLEST_SCALE, 1, SECOND), eased);
    assertEquals(1, next(eased, periods(0.5), 1.1).scale());
  }

  @Test
  void nothingMovesWhileItJustFits() {
    for (double full : new double[] {0.7, 1, 1.4}) {
      var held = new Fineness(Fineness.SMALLEST_SCALE, 2, 0);
      assertEquals(held, next(held, periods(full), 5));
    }
  }
}
