package org.saccade.offload.policy;

/** Which shells' tiles are worth asking for. */
public enum TileDemand {
  /** None: the device draws everything well. */
  NOTHING,
  /** Those of the FAR shell. */
  FAR,
  /** All. */
  NEAR_AND_FAR;

  /** Whether NEAR tiles are wanted. */
  public boolean wantsNear() {
    return this == NEAR_AND_FAR;
  }

  /** Whether FAR tiles are wanted. */
  public boolean wantsFar() {
    return this != NOTHING;
  }
}
