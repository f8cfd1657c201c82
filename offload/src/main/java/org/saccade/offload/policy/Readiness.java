package org.saccade.offload.policy;

/**
 * How far the tiles of one shell would serve now, as shares of the views' solid angle.
 *
 * @param coverage acuity-weighted share whose wanted level is resident, 0..1
 * @param shown share where any tile is resident, if only a coarse one, 0..1
 */
public record Readiness(float coverage, float shown) {
  /** Not a tile. */
  public static final Readiness NONE = new Readiness(0, 0);

  /** Every tile. */
  public static final Readiness FULL = new Readiness(1, 1);

  public Readiness {
    if (!(coverage >= 0 && coverage <= 1) || !(shown >= 0 && shown <= 1)) {
      throw new IllegalArgumentException(
          "readiness is %s covered, %s shown; expected shares in 0..1".formatted(coverage, shown));
    }
  }

  /** One like this, or this: most frames are like the one before. */
  public Readiness with(float newCoverage, float newShown) {
    return newCoverage == coverage && newShown == shown
        ? this
        : new Readiness(newCoverage, newShown);
  }

  /** The worse of two shells that are both needed. */
  public Readiness worse(Readiness other) {
    if (coverage <= other.coverage && shown <= other.shown) {
      return this;
    }
    return new Readiness(Math.min(coverage, other.coverage), Math.min(shown, other.shown));
  }
}
