package org.saccade.client.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.saccade.offload.policy.Mode;

class CrossFadeTest {
  private static final long PERIOD = 10_000_000;

  @Test
  void theFormerModeIsGoneAfterATenthOfASecond() {
    var fade = CrossFade.none(Mode.LOCAL, 0);
    float last = 1;
    for (long now = 0; now < CrossFade.DURATION_NANOS - PERIOD; now += PERIOD) {
      fade = fade.next(Mode.EDGE, now, PERIOD);
      assertEquals(Mode.LOCAL, fade.former());
      assertTrue(fade.formerWeight() < last);
      last = fade.formerWeight();
    }
    fade = fade.next(Mode.EDGE, CrossFade.DURATION_NANOS, PERIOD);
    assertNull(fade.former());
    assertEquals(Mode.EDGE, fade.mode());
  }

  @Test
  void nothingFadesWhileTheModeStays() {
    var fade = CrossFade.none(Mode.HYBRID, 5);
    assertEquals(fade, fade.next(Mode.HYBRID, 500, PERIOD));
  }

  @Test
  void aSlowFrameSkipsTheFadeRatherThanDrawingTwice() {
    var fade = CrossFade.none(Mode.LOCAL, 0).next(Mode.EDGE, 0, 2 * CrossFade.DURATION_NANOS);
    assertNull(fade.former());
  }

  @Test
  void aChangeBackFadesFromWhatWasShown() {
    var fade =
        CrossFade.none(Mode.LOCAL, 0).next(Mode.EDGE, 0, PERIOD).next(Mode.LOCAL, PERIOD, PERIOD);
    assertEquals(Mode.LOCAL, fade.mode());
    assertNotNull(fade.former());
  }
}
