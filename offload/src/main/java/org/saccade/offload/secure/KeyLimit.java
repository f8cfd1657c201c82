package org.saccade.offload.secure;

/** How much one key may seal before the next phase begins; whichever comes first. */
record KeyLimit(long messages, long nanos) {
  /**
   * 2^28 messages keep what an attacker gains over an ideal cipher below 2^-51 even when all are of
   * 32 KiB (2^39 blocks; the bound is blocks squared over 2^129); an hour bounds what a stolen key
   * opens.
   */
  static final KeyLimit USUAL = new KeyLimit(1L << 28, 3_600_000_000_000L);

  KeyLimit {
    if (messages < 1 || nanos < 1) {
      throw new IllegalArgumentException(
          "a key for %d messages and %d ns; expected at least 1".formatted(messages, nanos));
    }
  }
}
