package org.saccade.assets.mesh;

/** Where a thing stands: scaled, then turned, then moved. */
public record Placement(Vec move, Turn turn, Vec scale) {
  public static final Placement HERE = at(0, 0, 0);
  private static final Vec ONE = new Vec(1, 1, 1);

  public static Placement at(double x, double y, double z) {
    return at(new Vec(x, y, z));
  }

  public static Placement at(Vec move) {
    return new Placement(move, Turn.NONE, new Vec(1, 1, 1));
  }

  public Placement turned(Turn newTurn) {
    return new Placement(move, newTurn, scale);
  }

  public Placement yawed(double radians) {
    return turned(Turn.yaw(radians));
  }

  public Placement scaled(double factor) {
    return new Placement(move, turn, ONE.times(factor));
  }

  public Placement scaled(double x, double y, double z) {
    return new Placement(move, turn, new Vec(x, y, z));
  }

  public Vec apply(Vec point) {
    return turn.apply(point.times(scale)).plus(move);
  }

  /** Turns a normal, true also for uneven scales. */
  public Vec applyToNormal(Vec normal) {
    return turn.apply(
            new Vec(normal.x() / scale.x(), normal.y() / scale.y(), normal.z() / scale.z()))
        .normalised();
  }
}
