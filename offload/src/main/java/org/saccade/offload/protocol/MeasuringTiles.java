package org.saccade.offload.protocol;

import java.util.Random;
import org.saccade.render.tile.Bytes;

/**
 * Tiles that show nothing and need no baking: by asking for them like for any other a device learns
 * what its network carries. Their addresses name a face that no cube has. PROTOCOL.md says how they
 * are given.
 */
public final class MeasuringTiles {
  /** Addresses there are: so many a session at most. */
  public static final int COUNT = 1 << 15;

  /** What each holds. */
  public static final int BYTES = 1 << 15;

  private static final long FIRST = 0xFFFF_FFFF_0000_0000L;

  private MeasuringTiles() {}

  /** The address of the one at {@code index}, from 0. */
  public static long address(int index) {
    if (index < 0 || index >= COUNT) {
      throw new IllegalArgumentException(
          "measuring tile %d; expected 0..%d".formatted(index, COUNT - 1));
    }
    return FIRST + index;
  }

  /** Whether the address is that of a measuring tile. */
  public static boolean isOne(long address) {
    return address - FIRST >= 0 && address - FIRST < COUNT;
  }

  /** Which one it is. */
  public static int index(long address) {
    return (int) (address - FIRST);
  }

  /** What all of them hold: noise. */
  public static Bytes body() {
    byte[] noise = new byte[BYTES];
    new Random(1).nextBytes(noise);
    return Bytes.wrap(noise);
  }
}
