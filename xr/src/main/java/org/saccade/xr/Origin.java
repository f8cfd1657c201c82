package org.saccade.xr;

/**
 * Where a scene starts: a point on the floor in metres and a heading in radians (0 looks along -Z,
 * positive turns left). Recorded motions are relative to it.
 */
public record Origin(double x, double y, double z, double yaw) {
  /** The world's own origin. */
  public static final Origin WORLD = new Origin(0, 0, 0, 0);

  /** The point so many metres behind this one, with the same heading. */
  public Origin behind(double metres) {
    return new Origin(x + Math.sin(yaw) * metres, y, z + Math.cos(yaw) * metres, yaw);
  }

  /** As a pose, for {@link Pose#in}. */
  public Pose pose() {
    return Pose.looking(x, y, z, yaw, 0);
  }
}
