package org.saccade.xr;

/**
 * The 26 joints of a hand in OpenXR's order, each with a pose in the play space and a radius in
 * metres. Belongs to the frame thread: one object a hand is filled anew each frame, so that a frame
 * makes no objects for bones.
 */
public final class HandJoints {
  /** How many joints a hand has. */
  public static final int COUNT = 26;

  public static final int PALM = 0;
  public static final int WRIST = 1;
  public static final int THUMB_TIP = 5;
  public static final int INDEX_PROXIMAL = 7;
  public static final int INDEX_TIP = 10;
  public static final int MIDDLE_TIP = 15;
  public static final int RING_TIP = 20;
  public static final int LITTLE_TIP = 25;

  private static final int FLOATS = 8;
  private static final int RADIUS = 7;
  private static final double CLOSED_METRES = 0.015;
  private static final double OPEN_METRES = 0.05;

  private final float[] values = new float[COUNT * FLOATS];

  /** Places a joint: metres and a unit quaternion. */
  public void setPosition(int joint, float x, float y, float z, float radius) {
    int at = joint * FLOATS;
    values[at] = x;
    values[at + 1] = y;
    values[at + 2] = z;
    values[at + RADIUS] = radius;
  }

  /** Turns a joint: -Z towards the wrist's far side, as OpenXR has it. */
  public void setOrientation(int joint, float qx, float qy, float qz, float qw) {
    int at = joint * FLOATS;
    values[at + 3] = qx;
    values[at + 4] = qy;
    values[at + 5] = qz;
    values[at + 6] = qw;
  }

  public float x(int joint) {
    return values[joint * FLOATS];
  }

  public float y(int joint) {
    return values[joint * FLOATS + 1];
  }

  public float z(int joint) {
    return values[joint * FLOATS + 2];
  }

  /** Half the joint's thickness, metres. */
  public float radius(int joint) {
    return values[joint * FLOATS + RADIUS];
  }

  /** A joint's place and orientation. */
  public Pose pose(int joint) {
    int at = joint * FLOATS;
    return new Pose(
        values[at],
        values[at + 1],
        values[at + 2],
        values[at + 3],
        values[at + 4],
        values[at + 5],
        values[at + 6]);
  }

  /** How closely thumb and index finger meet: 1 from 1.5 cm on, 0 from 5 cm on. */
  public float pinch() {
    double apart = metres(THUMB_TIP, INDEX_TIP);
    return (float) Math.clamp((OPEN_METRES - apart) / (OPEN_METRES - CLOSED_METRES), 0, 1);
  }

  /** From one joint to another. */
  double metres(int one, int other) {
    double dx = x(one) - x(other);
    double dy = y(one) - y(other);
    double dz = z(one) - z(other);
    return Math.sqrt(dx * dx + dy * dy + dz * dz);
  }
}
