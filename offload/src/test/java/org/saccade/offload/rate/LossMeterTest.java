package org.saccade.offload.rate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class LossMeterTest {
  private final LossMeter meter = new LossMeter();

  @Test
  void withoutGapsNothingIsLost() {
    for (int packet = 0x7FFF_FF00; packet != 0x8000_0100; packet++) {
      meter.add(packet);
    }
    assertEquals(0, meter.share());
  }

  @Test
  void whatIsOvertakenIsNotLost() {
    for (int packet = 0; packet < 1_000; packet += 2) {
      meter.add(packet + 1);
      meter.add(packet);
    }
    assertEquals(0, meter.share());
  }

  @Test
  void theShareIsThatOfTheLastThousandOrSo() {
    var random = new SplittableRandom(3);
    int packet = 0;
    for (int i = 0; i < 5_000; i++) {
      packet++;
      if (random.nextDouble() >= 0.05) {
        meter.add(packet);
      }
    }
    assertEquals(0.05, meter.share(), 0.025);
    for (int i = 0; i < 20_000; i++) {
      meter.add(++packet);
    }
    assertEquals(0, meter.share());
  }

  @Test
  void aLeapIsAnotherNumberingAndFewPacketsSayLittle() {
    meter.add(1);
    meter.add(1_000_000);
    assertEquals(0, meter.share());
    meter.add(1_000_002);
    assertTrue(meter.share() <= 0.01, meter.share() + "");
  }
}
