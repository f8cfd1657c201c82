package org.saccade.assets.mesh;

/**
 * A vector or point in metres, right-handed, +Y up. Also a linear RGB colour where one is meant.
 */
public record Vec(double x, double y, double z) {
  public static final Vec ZERO = new Vec(0, 0, 0);
  public static final Vec UP = new Vec(0, 1, 0);
  private static final double[] LINEAR = linearTable();

  public Vec plus(Vec other) {
    return new Vec(x + other.x, y + other.y, z + other.z);
  }

  public Vec minus(Vec other) {
    return new Vec(x - other.x, y - other.y, z - other.z);
  }

  public Vec times(double factor) {
    return new Vec(x * factor, y * factor, z * factor);
  }

  /** Multiplies each component by the other's. */
  public Vec times(Vec other) {
    return new Vec(x * other.x, y * other.y, z * other.z);
  }

  public double dot(Vec other) {
    return x * other.x + y * other.y + z * other.z;
  }

  public Vec cross(Vec other) {
    return new Vec(y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
  }

  public double length() {
    return Math.sqrt(dot(this));
  }

  /** Returns this direction with length 1, or up where it has none. */
  public Vec normalised() {
    double length = length();
    return length < 1e-12 ? UP : times(1 / length);
  }

  public Vec mix(Vec other, double share) {
    return new Vec(x + (other.x - x) * share, y + (other.y - y) * share, z + (other.z - z) * share);
  }

  /** Returns the linear colour of the sRGB code {@code 0xRRGGBB}. */
  public static Vec srgb(int code) {
    return new Vec(LINEAR[(code >> 16) & 255], LINEAR[(code >> 8) & 255], LINEAR[code & 255]);
  }

  private static double[] linearTable() {
    double[] table = new double[256];
    for (int i = 0; i < table.length; i++) {
      double value = i / 255.0;
      table[i] = value <= 0.04045 ? value / 12.92 : StrictMath.pow((value + 0.055) / 1.055, 2.4);
    }
    return table;
  }
}
