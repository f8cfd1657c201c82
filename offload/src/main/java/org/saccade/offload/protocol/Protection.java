package org.saccade.offload.protocol;

import org.saccade.offload.fec.Need;

/**
 * How much the tiles of a request are to be protected against loss.
 *
 * @param loss datagrams lost lately, in 1/256, rounded up; 0: none, and then nothing is repaired
 * @param foveal so many of the first wishes lie where the eye looks
 * @param inView so many of the first wishes are in view, those included
 */
public record Protection(int loss, int foveal, int inView) {
  /** Nothing is lost. */
  public static final Protection NONE = new Protection(0, 0, 0);

  private static final int WHOLE = 256;

  public Protection {
    if (loss < 0 || loss >= WHOLE) {
      throw new IllegalArgumentException("protection.loss is %d; expected 0..255".formatted(loss));
    }
    if (foveal < 0 || inView < foveal || inView > Limits.WISHES) {
      throw new IllegalArgumentException(
          "protection: %d foveal, %d in view; expected no more in view than %d"
              .formatted(foveal, inView, Limits.WISHES));
    }
  }

  /** The same for a share of datagrams. */
  public static Protection of(double lossShare, int foveal, int inView) {
    int loss = (int) Math.clamp(Math.ceil(lossShare * WHOLE), 0, WHOLE - 1);
    return new Protection(loss, foveal, inView);
  }

  /** Share of datagrams lost. */
  public double lossShare() {
    return loss / (double) WHOLE;
  }

  /** How much a wish is needed. */
  public Need need(int wish) {
    return wish < foveal ? Need.FOVEAL : wish < inView ? Need.MID : Need.PERIPHERY;
  }
}
