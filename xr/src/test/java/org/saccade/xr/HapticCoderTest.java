package org.saccade.xr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class HapticCoderTest {
  private static final long FRAME = 11_111_111;

  /** What the hand feels is never further from the touch than the deadband. */
  @Property(tries = 300)
  void whatIsFeltStaysWithinTheDeadband(
      @ForAll @Size(max = 60) List<@DoubleRange(min = 0, max = 1.2) Double> strengths) {
    var coder = new HapticCoder();
    double felt = 0;
    long until = 0;
    long now = 0;
    for (double strength : strengths) {
      now += FRAME;
      if (now >= until) {
        felt = 0;
      }
      var pulse = coder.code(strength, now);
      if (pulse != null) {
        felt = pulse.amplitude();
        until = now + pulse.durationNanos();
      }
      double wanted = strength < 0.02 ? 0 : Math.min(1, strength);
      assertEquals(wanted, felt, HapticCoder.DEADBAND * felt + 1e-6);
    }
  }

  /** Nothing is sent that a finger would not notice. */
  @Property(tries = 300)
  void onlyNoticeableChangesAreSent(
      @ForAll @Size(max = 60) List<@DoubleRange(min = 0.3, max = 1) Double> strengths) {
    var coder = new HapticCoder();
    float last = 0;
    long sent = 0;
    for (int i = 0; i < strengths.size(); i++) {
      long now = (i + 1) * FRAME;
      var pulse = coder.code(strengths.get(i), now);
      if (pulse != null) {
        boolean isNoticed =
            last == 0 || Math.abs(pulse.amplitude() - last) > HapticCoder.DEADBAND * last;
        boolean isRefresh = pulse.amplitude() == last && now - sent >= 5 * FRAME;
        assertTrue(isNoticed || isRefresh);
        last = pulse.amplitude();
        sent = now;
      }
    }
  }

  @Test
  void aSteadyTouchIsSentAnewBeforeItEnds() {
    var coder = new HapticCoder();
    int sent = 0;
    for (int i = 0; i < 90; i++) {
      sent += coder.code(0.5, i * FRAME) == null ? 0 : 1;
    }
    assertTrue(sent >= 10 && sent <= 15, "in a second: " + sent);
  }

  @Test
  void lettingGoStopsWhatIsStillFelt() {
    var coder = new HapticCoder();
    assertNotNull(coder.code(0.5, 0));
    assertEquals(HapticPulse.STOP, coder.code(0, FRAME));
    assertNull(coder.code(0, 2 * FRAME));
  }

  @Test
  void aPulseThatEndedNeedsNoStop() {
    var coder = new HapticCoder();
    assertNotNull(coder.code(0.5, 0));
    assertNull(coder.code(0, HapticCoder.PULSE_NANOS));
  }
}
