package org.saccade.assets.mesh;

/** A rotation as a unit quaternion (x, y, z, w). */
public record Turn(double x, double y, double z, double w) {
  public static final Turn NONE = new Turn(0, 0, 0, 1);

  /** Turns by {@code radians} about {@code axis}, counter-clockwise seen from its tip. */
  public static Turn about(Vec axis, double radians) {
    Vec unit = axis.normalised();
    double sine = StrictMath.sin(radians / 2);
    return new Turn(unit.x() * sine, unit.y() * sine, unit.z() * sine, StrictMath.cos(radians / 2));
  }

  /** Turns about +Y. */
  public static Turn yaw(double radians) {
    return about(Vec.UP, radians);
  }

  /** The shortest turn that takes direction {@code from} to {@code to}. */
  public static Turn between(Vec from, Vec to) {
    Vec a = from.normalised();
    Vec b = to.normalised();
    double w = 1 + a.dot(b);
    if (w < 1e-9) {
      Vec side = Math.abs(a.x()) < 0.9 ? new Vec(1, 0, 0) : new Vec(0, 0, 1);
      return about(a.cross(side), StrictMath.PI);
    }
    Vec axis = a.cross(b);
    double scale = 1 / Math.sqrt(axis.dot(axis) + w * w);
    return new Turn(axis.x() * scale, axis.y() * scale, axis.z() * scale, w * scale);
  }

  /** Returns the turn that does {@code first}, then this. */
  public Turn after(Turn first) {
    return new Turn(
        w * first.x + x * first.w + y * first.z - z * first.y,
        w * first.y - x * first.z + y * first.w + z * first.x,
        w * first.z + x * first.y - y * first.x + z * first.w,
        w * first.w - x * first.x - y * first.y - z * first.z);
  }

  /** Returns {@code v} turned. */
  public Vec apply(Vec v) {
    Vec axis = new Vec(x, y, z);
    Vec twice = axis.cross(v).times(2);
    return v.plus(twice.times(w)).plus(axis.cross(twice));
  }
}
