package org.saccade.offload.fov;

/**
 * How far beyond the views' edges tiles are drawn and asked for, because the views are located
 * again just before they are drawn and turn while tiles are on their way.
 *
 * @param leastRadians with a head that stands still
 * @param mostRadians however fast it turns: beyond, tiles in view are dearer than those to come
 */
public record GuardBand(float leastRadians, float mostRadians) {
  /** Two to twelve degrees. */
  public static final GuardBand STANDARD =
      new GuardBand((float) Math.toRadians(2), (float) Math.toRadians(12));

  public GuardBand {
    if (!(leastRadians >= 0 && mostRadians >= leastRadians && mostRadians < 0.5)) {
      throw new IllegalArgumentException(
          "guard band is %s to %s; expected 0 <= least <= most < 0.5"
              .formatted(leastRadians, mostRadians));
    }
  }

  /** The band for a haste. */
  public float radians(Haste haste) {
    return (float) Math.min(mostRadians, leastRadians + haste.radians());
  }
}
