package org.saccade.client.bench.video;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.saccade.client.bench.video.Crossing.Rates;

@NullMarked
final class CrossingTest {
  private static final double NONE = Double.NaN;

  private static Rates rates(double metresPerSecond, double video, double first, double second) {
    return new Rates(metresPerSecond, video, first, second, 0.987, 1);
  }

  @Test
  void tilesPayForThemselvesAfterSoManyVisits() {
    assertEquals(OptionalInt.of(1), rates(1, 10, 10, 4).visits());
    assertEquals(OptionalInt.of(2), rates(1, 10, 16, 4).visits(), "20 each after two");
    assertEquals(OptionalInt.of(3), rates(1, 10, 16.1, 4).visits());
    assertEquals(OptionalInt.empty(), rates(1, 10, 16, 10).visits());
    assertEquals(OptionalInt.empty(), rates(1, NONE, 16, 4).visits());
  }

  @Test
  void aSpeedIsNamedOnlyWhereItLiesBetweenTheTwo() {
    var slow = rates(0.3, 10, 6, 0);
    assertEquals(0.65, Crossing.speed(slow, rates(1, 10, 14, 0)).orElse(0), 1e-9);
    assertEquals(OptionalDouble.empty(), Crossing.speed(slow, rates(1, 10, 9, 0)));
    assertEquals(OptionalDouble.empty(), Crossing.speed(slow, rates(1, NONE, 9, 0)));
  }

  @Test
  void wordsNameThePoint() {
    var slow = rates(0.3, 10, 6, 1);
    var fast = rates(1, 12, 20, 2);
    var words = String.join("\n", Crossing.words(slow, fast));
    assertTrue(words.contains("at 0.3 m/s: video 10.00 Mbit/s"), words);
    assertTrue(words.contains("tiles 6.00 Mbit/s at the first visit (coverage 0.987)"), words);
    assertTrue(words.contains("and 1.00 at the second (1.000)"), words);
    assertTrue(words.contains("tiles cost no more from the first visit on"), words);
    assertTrue(words.contains("tiles have cost no more in all from visit 2 on"), words);
    assertTrue(words.contains("tiles cost less than video below about 0.53 m/s"), words);
  }

  @Test
  void wordsNameNoPointWhereThereIsNone() {
    var words = String.join("\n", Crossing.words(rates(0.3, 10, 12, 11), rates(1, 10, 20, 15)));
    assertTrue(words.contains("tiles cost more at every visit"), words);
    assertTrue(words.contains("tiles cost more than video at both speeds"), words);
    var unknown = String.join("\n", Crossing.words(rates(0.3, NONE, 6, 1), rates(1, 10, 8, 2)));
    assertTrue(unknown.contains("at 0.3 m/s: tiles 6.00 Mbit/s"), unknown);
    assertTrue(unknown.contains("at the second (1.000): no video is as good"), unknown);
  }
}
