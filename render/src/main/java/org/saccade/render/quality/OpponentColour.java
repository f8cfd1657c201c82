package org.saccade.render.quality;

/**
 * The colour spaces of FLIP: sRGB to linear light, its opponent space YCxCz, in which eyes filter,
 * and CIELAB with Hunt's adjustment (colours look less colourful in the dark), in which differences
 * are measured. White is D65. Pure; any thread.
 */
final class OpponentColour {
  private static final float WHITE_X = (float) 0.950428545;
  private static final float WHITE_Z = (float) 1.088900371;
  private static final double DELTA = 6.0 / 29;
  private static final int STEPS = 8192;
  private static final float[] LINEAR = linear();
  private static final float[] ROOT = root();

  private OpponentColour() {}

  /** Light of an 8-bit sRGB value, 0..1. */
  static float linear(int value) {
    return LINEAR[value];
  }

  static float x(float red, float green, float blue) {
    return 0.41238657f * red + 0.35759148f * green + 0.18045048f * blue;
  }

  static float y(float red, float green, float blue) {
    return 0.21263681f * red + 0.71518296f * green + 0.0721802f * blue;
  }

  static float z(float red, float green, float blue) {
    return 0.01933062f * red + 0.11919716f * green + 0.9503726f * blue;
  }

  /** Turns linear red, green, blue at {@code i} of the planes into Y, Cx, Cz in place. */
  static void toYCxCz(float[] r, float[] g, float[] b, int i) {
    float x = x(r[i], g[i], b[i]) / WHITE_X;
    float y = y(r[i], g[i], b[i]);
    float z = z(r[i], g[i], b[i]) / WHITE_Z;
    r[i] = 116 * y - 16;
    g[i] = 500 * (x - y);
    b[i] = 200 * (y - z);
  }

  /**
   * Turns Y, Cx, Cz into Hunt-adjusted L, a, b in place; colours that no display shows become the
   * nearest it does, channel by channel.
   */
  static void toAdjustedLab(float[] first, float[] second, float[] third, int i) {
    float y0 = (first[i] + 16) / 116;
    float x0 = (y0 + second[i] / 500) * WHITE_X;
    float z0 = (y0 - third[i] / 200) * WHITE_Z;
    float r = Math.clamp(3.2410033f * x0 - 1.5373989f * y0 - 0.49861586f * z0, 0f, 1f);
    float g = Math.clamp(-0.96922433f * x0 + 1.8759301f * y0 + 0.041554224f * z0, 0f, 1f);
    float b = Math.clamp(0.055639423f * x0 - 0.2040112f * y0 + 1.0571489f * z0, 0f, 1f);
    float fx = root(x(r, g, b) / WHITE_X);
    float fy = root(y(r, g, b));
    float fz = root(z(r, g, b) / WHITE_Z);
    float light = 116 * fy - 16;
    first[i] = light;
    second[i] = 0.01f * light * 500 * (fx - fy);
    third[i] = 0.01f * light * 200 * (fy - fz);
  }

  /** CIELAB's root of a share of white, by table; off by at most 2e-6. */
  private static float root(float share) {
    float at = Math.clamp(share, 0f, 1f) * STEPS;
    int step = Math.min((int) at, STEPS - 1);
    float part = at - step;
    return ROOT[step] + part * (ROOT[step + 1] - ROOT[step]);
  }

  private static float[] linear() {
    float[] table = new float[256];
    for (int i = 0; i < table.length; i++) {
      double value = i / 255.0;
      table[i] = (float) (value > 0.04045 ? Math.pow((value + 0.055) / 1.055, 2.4) : value / 12.92);
    }
    return table;
  }

  private static float[] root() {
    float[] table = new float[STEPS + 1];
    for (int i = 0; i <= STEPS; i++) {
      double t = (double) i / STEPS;
      table[i] =
          (float) (t > DELTA * DELTA * DELTA ? Math.cbrt(t) : t / (3 * DELTA * DELTA) + 4.0 / 29);
    }
    return table;
  }
}
