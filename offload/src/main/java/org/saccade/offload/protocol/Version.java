package org.saccade.offload.protocol;

/** The protocol's version: one number, raised with every change of what travels. */
public final class Version {
  /** What this build speaks; the first byte of every message. */
  public static final int CURRENT = 2;

  private Version() {}

  /** Whether a peer that speaks {@code version} is understood. */
  public static boolean isSpoken(int version) {
    return version == CURRENT;
  }
}
