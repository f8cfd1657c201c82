package org.saccade.offload.fec;

/** How much a tile is needed at once: the share of such tiles that may need a second ask. */
public enum Need {
  /** Where the eye looks. */
  FOVEAL(0.0008),
  /** Elsewhere in view. */
  MID(0.02),
  /** Not in view yet, or hidden. */
  PERIPHERY(0.15);

  private final double mostAskedAgain;

  Need(double mostAskedAgain) {
    this.mostAskedAgain = mostAskedAgain;
  }

  /** Of tiles of this kind. */
  public double mostAskedAgain() {
    return mostAskedAgain;
  }
}
