package org.saccade.offload.secure;

import java.security.SecureRandom;
import java.util.Random;

/** Chance that replays from a seed; for tests alone. */
final class Seeded extends SecureRandom {
  private final Random random;

  Seeded(long seed) {
    random = new Random(seed);
  }

  byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  @Override
  public void nextBytes(byte[] bytes) {
    random.nextBytes(bytes);
  }
}
