package org.saccade.offload.policy;

/**
 * How finely Local is drawn. What it costs too much is taken from the resolution first, and with
 * every larger pixel from the meshes; at the smallest scale, meshes may lose more than pixels hide,
 * twice and then four times as much. All that comes back the other way round.
 *
 * @param scale resolution per axis, {@link #SMALLEST_SCALE} to 1
 * @param allowance by how much more than pixels hide meshes may lose: 1, 2 or 4
 * @param sinceNanos when either last changed
 */
public record Fineness(double scale, int allowance, long sinceNanos) {
  /** Nothing is spared. */
  public static final Fineness FULL = new Fineness(1, 1, 0);

  static final double SMALLEST_SCALE = 0.5;
  private static final int MOST_ALLOWANCE = 4;

  /** A step shows in the cost only after some frames. */
  private static final long SETTLING_NANOS = 1_000_000_000L;

  /** Of the period; one step changes the cost by less than these differ. */
  private static final double LATE = 0.95;

  private static final double EASY = 0.4;

  /** The scale moves only when it is off by a tenth, or to its end. */
  private static final double SCALE_STEP = 0.1;

  /**
   * What meets the period.
   *
   * @param cost of Local, as it was measured
   * @param fittingNanos what a frame may take
   */
  Fineness next(LocalCost cost, double fittingNanos, long periodNanos, long nowNanos) {
    double wanted = Math.clamp(cost.scaleWithin(fittingNanos), SMALLEST_SCALE, 1.0);
    boolean isOff = Math.abs(wanted - scale) > SCALE_STEP * scale;
    double next = isOff || wanted == SMALLEST_SCALE ? wanted : scale;
    boolean isAtFloor = scale == SMALLEST_SCALE && (allowance > 1 || next == SMALLEST_SCALE);
    if (!isAtFloor) {
      boolean isSame = next == scale && allowance == 1;
      return isSame ? this : new Fineness(next, 1, nowNanos);
    }
    double share = cost.nanosAt(SMALLEST_SCALE) / periodNanos;
    boolean isSettled = nowNanos - sinceNanos >= SETTLING_NANOS;
    if (isSettled && share > LATE && allowance < MOST_ALLOWANCE) {
      return new Fineness(scale, 2 * allowance, nowNanos);
    }
    if (isSettled && share < EASY && allowance > 1) {
      return new Fineness(scale, allowance / 2, nowNanos);
    }
    return this;
  }
}
