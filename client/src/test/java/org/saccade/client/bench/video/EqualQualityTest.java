package org.saccade.client.bench.video;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.saccade.client.bench.video.EqualQuality.Point;

@NullMarked
final class EqualQualityTest {
  private final Set<Integer> tried = new HashSet<>();

  /** Bytes halve every six steps, errors grow by 0.01 a step. */
  private Point at(int quality) {
    assertTrue(tried.add(quality), "twice at " + quality);
    double bytes = 1000 * Math.pow(2, -quality / 6.0);
    return new Point(quality, 10 * bytes, bytes, 0.01 * quality, 1 - 0.01 * quality);
  }

  @Test
  void liesBetweenTheLastThatIsNoWorseAndTheNext() {
    var found = EqualQuality.find(this::at, 0.235);
    assertNotNull(found);
    assertEquals(23, found.quality());
    assertEquals(0.235, found.error(), 1e-12);
    assertEquals(1000 * Math.pow(2, -23.5 / 6), found.later(), 1e-6);
    assertEquals(10 * found.later(), found.first(), 1e-5);
    assertEquals(0.765, found.similarity(), 1e-9);
    assertTrue(tried.size() <= 8, tried + "");
  }

  @Test
  void whatNeverGetsAsGoodIsNotFound() {
    assertNull(EqualQuality.find(this::at, 0.01 * EqualQuality.FINEST - 0.001));
    assertNull(EqualQuality.find(quality -> new Point(quality, 1, 1, Double.NaN, 0), 1));
  }

  @Test
  void theCoarsestIsEnoughForWhatIsWorse() {
    assertEquals(at(EqualQuality.COARSEST), find(1));
  }

  private Point find(double error) {
    tried.clear();
    var found = EqualQuality.find(this::at, error);
    assertNotNull(found);
    return found;
  }
}
