package org.saccade.client.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.saccade.client.audio.SoundLoopback;
import org.saccade.client.audio.SoundOutput;

@NullMarked
final class SoundFindingTest {
  @Test
  void namesTheDeviceAndTheHeadItUses() {
    try (var output = SoundLoopback.open()) {
      var finding = SoundFinding.of(output);
      assertEquals(Finding.Standing.GOOD, finding.standing(), finding.detail());
      assertTrue(finding.detail().startsWith("loopback, HRTF "), finding.detail());
    }
  }

  @Test
  void aMachineWithoutSoundLacksNothingItNeeds() {
    try (var output = SoundOutput.open("no such device")) {
      var finding = SoundFinding.of(output);
      assertEquals(Finding.Standing.LESS, finding.standing());
      assertEquals("no sound device 'no such device'", finding.detail());
      assertFalse(finding.remedy().isEmpty());
    }
  }
}
