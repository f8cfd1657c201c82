package org.saccade.xr.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;

class RefreshRateTest {
  private static final List<Float> OFFERED = List.of(120f, 72f, 89.9f);

  @Test
  void anOfferedRateIsAskedForWithoutAWord() {
    assertEquals(new RefreshRate.Choice(72, ""), RefreshRate.choose(72, OFFERED));
    assertEquals(new RefreshRate.Choice(89.9f, ""), RefreshRate.choose(90, OFFERED));
  }

  @Test
  void ofOthersTheNearestIsAskedForAndAllAreNamed() {
    var choice = RefreshRate.choose(100, OFFERED);
    assertEquals(89.9f, choice.hertz());
    assertEquals(
        "the display cannot run at 100 Hz but at 72, 89.90, 120: 89.90 Hz is asked for",
        choice.words());
  }

  @Test
  void withoutAnyTheRateStaysAndThatIsSaid() {
    var choice = RefreshRate.choose(90, List.of());
    assertEquals(0, choice.hertz());
    assertFalse(choice.words().isEmpty());
  }
}
