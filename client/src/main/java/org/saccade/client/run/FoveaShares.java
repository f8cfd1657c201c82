package org.saccade.client.run;

import org.saccade.offload.fov.Acuity;
import org.saccade.xr.Fov;

/**
 * How a picture is shared between a coarse periphery and a fine inset around the gaze, so that the
 * eye misses nothing and the fewest fragments are drawn. Pure.
 *
 * <p>The eye resolves 1/48 degree where it looks and 0.022 degrees more for every degree away from
 * there ({@link Acuity}; Guenter et al., Foveated 3D Graphics, 2012). A periphery of {@code scale}
 * has that many times the picture's pixels an axis; from the eccentricity on at which this is
 * enough, the inset may end. A coarser periphery costs less itself and a larger inset. Between them
 * lies a band of blending, outside of what must be fine.
 *
 * @param scale pixels of the periphery by pixels of the picture, per axis; 1 where no share saves
 * @param fineRadians what must be fine, from the gaze outwards
 */
record FoveaShares(double scale, double fineRadians) {
  /** Width of the band in which the inset passes into the periphery. */
  static final double BAND_RADIANS = Math.toRadians(3);

  private static final double WIDEST_RADIANS = Math.toRadians(80);
  private static final int STEPS = 8;

  /** The cheapest shares in steps of an eighth for a view of so many pixels. */
  static FoveaShares of(Fov fov, int width, int height) {
    double tangents = Math.tan(fov.up()) - Math.tan(fov.down());
    double texelsPerRadian = height / tangents;
    var best = new FoveaShares(1, 0);
    double least = 1;
    for (int eighths = 2; eighths < STEPS; eighths++) {
      double scale = (double) eighths / STEPS;
      var shares = new FoveaShares(scale, enoughFrom(scale * texelsPerRadian));
      double cost = scale * scale + shares.insetShare(fov);
      if (cost < least) {
        best = shares;
        least = cost;
      }
    }
    return best;
  }

  /** Whether an inset saves fragments. */
  boolean isSaving() {
    return scale < 1;
  }

  /** Half the side of the inset as a tangent. */
  double halfTangent() {
    return Math.tan(Math.min(fineRadians + BAND_RADIANS, WIDEST_RADIANS));
  }

  /** Fragments by those of the whole picture, for a gaze in the middle. */
  double cost(Fov fov) {
    return isSaving() ? scale * scale + insetShare(fov) : 1;
  }

  private double insetShare(Fov fov) {
    double across = Math.tan(fov.right()) - Math.tan(fov.left());
    double up = Math.tan(fov.up()) - Math.tan(fov.down());
    return Math.min(1, 2 * halfTangent() / across) * Math.min(1, 2 * halfTangent() / up);
  }

  /** The eccentricity from which on so many texels a radian are enough. */
  private static double enoughFrom(double texelsPerRadian) {
    double low = 0;
    double high = WIDEST_RADIANS;
    for (int i = 0; i < 40; i++) {
      double middle = (low + high) / 2;
      if (Acuity.texelsPerRadian(middle) > texelsPerRadian) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }
}
