package org.saccade.assets.sound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@NullMarked
final class SoundTest {
  /** Changes only when a sound shall sound otherwise. */
  private static final String ALL_SHA256 =
      "40fdcbee6561b8cc50d46fc98ccd6477869cbe2fdcf9bf6ff38fc9055f608ecb";

  @Test
  void theSoundsAreTheSameOnEveryMachine() throws NoSuchAlgorithmException {
    var digest = MessageDigest.getInstance("SHA-256");
    for (var sound : Sound.values()) {
      short[] samples = sound.make(Sound.SEED).copy();
      var bytes = ByteBuffer.allocate(2 * samples.length);
      bytes.asShortBuffer().put(samples);
      digest.update(bytes);
    }
    assertEquals(ALL_SHA256, HexFormat.of().formatHex(digest.digest()));
  }

  @ParameterizedTest
  @EnumSource(Sound.class)
  void oneSeedMakesOneSoundAndAnotherAnother(Sound sound) {
    short[] once = sound.make(7).copy();
    assertTrue(Arrays.equals(once, sound.make(7).copy()));
    if (sound != Sound.GRAB) { // its pitch alone is drawn
      assertNotEquals(Arrays.hashCode(once), Arrays.hashCode(sound.make(8).copy()));
    }
  }

  @ParameterizedTest
  @EnumSource(Sound.class)
  void isNeitherFaintNorCutAndHasNoMean(Sound sound) {
    var pcm = sound.make(Sound.SEED);
    double mean = 0;
    double power = 0;
    double peak = 0;
    for (int i = 0; i < pcm.length(); i++) {
      double sample = pcm.at(i);
      mean += sample / pcm.length();
      power += sample * sample / pcm.length();
      peak = Math.max(peak, Math.abs(sample));
    }
    double loud = Math.sqrt(power);
    assertTrue(loud > 0.05 && loud < 0.12, "mean loudness " + loud);
    assertTrue(peak < 0.61, "peak " + peak);
    assertTrue(Math.abs(mean) < 1e-4, "mean " + mean);
  }

  @ParameterizedTest
  @EnumSource(Sound.class)
  void itsEndMeetsItsBeginning(Sound sound) {
    var pcm = sound.make(Sound.SEED);
    double inside = 0;
    for (int i = 2; i < pcm.length(); i++) {
      inside = Math.max(inside, bend(pcm, i));
    }
    double across = Math.max(bend(pcm, pcm.length()), bend(pcm, pcm.length() + 1));
    assertTrue(across <= inside, "bend at the seam %.5f, inside %.5f".formatted(across, inside));
  }

  /** How much the line through two samples misses the third: a click bends more than any other. */
  private static double bend(Pcm pcm, int last) {
    int length = pcm.length();
    return Math.abs(
        pcm.at(last % length) - 2 * pcm.at((last - 1) % length) + pcm.at((last - 2) % length));
  }

  @Test
  void isFoundByItsWord() {
    for (var sound : Sound.values()) {
      assertEquals(sound, Sound.named(sound.word()).orElseThrow());
    }
    assertTrue(Sound.named("LEAVES").isEmpty());
    assertTrue(Sound.named("").isEmpty());
  }
}
