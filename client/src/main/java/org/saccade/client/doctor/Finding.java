package org.saccade.client.doctor;

/**
 * One thing looked at.
 *
 * @param remedy what to do about it; empty when it is fine
 */
public record Finding(String name, Standing standing, String detail, String remedy) {
  /** How good or bad it is. */
  public enum Standing {
    /** As it should be. */
    GOOD,
    /** Works, but slower or with less. */
    LESS,
    /** Saccade cannot run without it. */
    MISSING
  }

  static Finding good(String name, String detail) {
    return new Finding(name, Standing.GOOD, detail, "");
  }

  static Finding less(String name, String detail, String remedy) {
    return new Finding(name, Standing.LESS, detail, remedy);
  }

  static Finding missing(String name, String detail, String remedy) {
    return new Finding(name, Standing.MISSING, detail, remedy);
  }
}
