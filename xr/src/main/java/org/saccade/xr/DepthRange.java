package org.saccade.xr;

/**
 * How depth values map to distances along the view's axis, in the words of {@code
 * XrCompositionLayerDepthInfoKHR}: {@code minDepth} lies {@code nearZ} metres away, {@code
 * maxDepth} lies {@code farZ} metres away, and in between 1 / distance is linear, as a projection
 * makes it.
 */
public record DepthRange(float minDepth, float maxDepth, float nearZ, float farZ) {
  /** Reversed with an infinite far plane: a value is {@code near / distance}. */
  public static DepthRange reversed(float near) {
    return new DepthRange(0, 1, Float.POSITIVE_INFINITY, near);
  }

  /** Metres along the view's axis; infinite for what is infinitely far. */
  public double distance(double depth) {
    double share = (depth - minDepth) / (maxDepth - minDepth);
    return 1 / ((1 - share) / nearZ + share / farZ);
  }
}
