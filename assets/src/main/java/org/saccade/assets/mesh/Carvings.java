package org.saccade.assets.mesh;

/** Sculptures carved from distance fields; each stands on y = 0, sizes in metres. */
public final class Carvings {
  private static final double TAU = 2 * StrictMath.PI;

  private Carvings() {}

  /** A ball of interwoven sheets (a gyroid), radius 0.5. */
  public static Mesh gyroid(double cell) {
    double wave = TAU / 0.42;
    SurfaceNet.Field field =
        p -> {
          double y = p.y() - 0.5;
          double ball = Math.sqrt(p.x() * p.x() + y * y + p.z() * p.z()) - 0.485;
          if (ball > 0.05) {
            return ball;
          }
          double sx = StrictMath.sin(p.x() * wave);
          double sy = StrictMath.sin(y * wave);
          double sz = StrictMath.sin(p.z() * wave);
          double cx = StrictMath.cos(p.x() * wave);
          double cy = StrictMath.cos(y * wave);
          double cz = StrictMath.cos(p.z() * wave);
          double sheet = Math.abs(sx * cy + sy * cz + sz * cx) / wave * 0.7 - 0.017;
          return -Ease.smoothMin(-ball, -sheet, 0.03);
        };
    return SurfaceNet.mesh(field, new Vec(-0.52, -0.02, -0.52), new Vec(0.52, 1.02, 0.52), cell);
  }

  /** A reclining, pierced figure, 1.9 m long. */
  public static Mesh reclining(double cell) {
    SurfaceNet.Field field =
        p -> {
          double hips = bar(p, new Vec(0.35, 0.26, 0), new Vec(0.02, 0.30, 0), 0.24);
          double chest = bar(p, new Vec(-0.38, 0.62, 0.02), new Vec(-0.52, 0.80, 0.0), 0.20);
          double waist = bar(p, new Vec(-0.05, 0.30, 0.02), new Vec(-0.40, 0.62, 0.02), 0.13);
          double thigh = bar(p, new Vec(0.35, 0.28, 0.12), new Vec(0.72, 0.72, 0.14), 0.135);
          double shin = bar(p, new Vec(0.72, 0.72, 0.14), new Vec(0.98, 0.12, 0.12), 0.10);
          double otherThigh = bar(p, new Vec(0.35, 0.24, -0.12), new Vec(0.80, 0.36, -0.20), 0.13);
          double otherShin = bar(p, new Vec(0.80, 0.36, -0.20), new Vec(1.02, 0.10, -0.05), 0.095);
          double arm = bar(p, new Vec(-0.56, 0.80, -0.12), new Vec(-0.80, 0.42, -0.16), 0.085);
          double fore = bar(p, new Vec(-0.80, 0.42, -0.16), new Vec(-0.62, 0.08, -0.12), 0.08);
          double otherArm = bar(p, new Vec(-0.48, 0.80, 0.16), new Vec(-0.16, 0.52, 0.28), 0.075);
          double neck = bar(p, new Vec(-0.54, 0.90, 0), new Vec(-0.56, 1.06, 0), 0.075);
          double head = bar(p, new Vec(-0.56, 1.10, 0), new Vec(-0.57, 1.19, 0.01), 0.10);
          double ground = bar(p, new Vec(-0.70, 0.06, -0.02), new Vec(1.0, 0.06, 0.0), 0.09);
          double all = Ease.smoothMin(hips, waist, 0.25);
          all = Ease.smoothMin(all, chest, 0.22);
          all = Ease.smoothMin(all, Ease.smoothMin(thigh, shin, 0.12), 0.16);
          all = Ease.smoothMin(all, Ease.smoothMin(otherThigh, otherShin, 0.12), 0.16);
          all = Ease.smoothMin(all, Ease.smoothMin(arm, fore, 0.10), 0.14);
          all = Ease.smoothMin(all, otherArm, 0.12);
          all = Ease.smoothMin(all, Ease.smoothMin(neck, head, 0.08), 0.12);
          all = Ease.smoothMin(all, ground, 0.14);
          double hole = bar(p, new Vec(-0.40, 0.70, -0.6), new Vec(-0.44, 0.66, 0.6), 0.065);
          return Math.max(-Ease.smoothMin(-all, hole, 0.12), -p.y());
        };
    Vec low = new Vec(-1.0, -0.03, -0.42);
    return SurfaceNet.mesh(field, low, new Vec(1.2, 1.36, 0.46), cell);
  }

  /** A quiet, long-necked head with closed eyes, 0.62 m tall. */
  public static Mesh head(double cell) {
    SurfaceNet.Field field = p -> Math.max(headField(p), -p.y());
    Vec low = new Vec(-0.22, -0.02, -0.24);
    return SurfaceNet.mesh(field, low, new Vec(0.22, 0.66, 0.24), cell);
  }

  private static double headField(Vec p) {
    double x = Math.abs(p.x());
    Vec half = new Vec(x, p.y(), p.z());
    double skull = egg(half, new Vec(0, 0.46, -0.015), new Vec(0.118, 0.145, 0.145));
    double face = egg(half, new Vec(0, 0.395, 0.035), new Vec(0.094, 0.165, 0.110));
    double jaw = egg(half, new Vec(0, 0.30, 0.06), new Vec(0.058, 0.060, 0.062));
    double all = Ease.smoothMin(Ease.smoothMin(skull, face, 0.06), jaw, 0.06);
    double neck = bar(half, new Vec(0, 0.05, -0.035), new Vec(0, 0.30, -0.02), 0.060);
    double shoulder = egg(half, new Vec(0.05, -0.01, -0.03), new Vec(0.165, 0.085, 0.105));
    double bun = egg(half, new Vec(0, 0.50, -0.165), new Vec(0.066, 0.062, 0.055));
    double brow = bar(half, new Vec(0.012, 0.432, 0.128), new Vec(0.068, 0.442, 0.108), 0.013);
    double nose = bar(half, new Vec(0, 0.428, 0.136), new Vec(0, 0.362, 0.165), 0.0125);
    double wing = egg(half, new Vec(0.013, 0.358, 0.152), new Vec(0.011, 0.010, 0.014));
    double socket = egg(half, new Vec(0.043, 0.412, 0.148), new Vec(0.030, 0.020, 0.026));
    double lid = egg(half, new Vec(0.044, 0.407, 0.112), new Vec(0.027, 0.017, 0.022));
    double lash = bar(half, new Vec(0.024, 0.400, 0.141), new Vec(0.062, 0.402, 0.128), 0.0035);
    double lipUp = egg(half, new Vec(0.011, 0.325, 0.137), new Vec(0.022, 0.0085, 0.014));
    double lipLow = egg(half, new Vec(0, 0.312, 0.135), new Vec(0.024, 0.0095, 0.015));
    double ear = egg(half, new Vec(0.108, 0.40, -0.01), new Vec(0.014, 0.036, 0.024));
    all = Ease.smoothMin(all, brow, 0.03);
    all = -Ease.smoothMin(-all, socket, 0.025);
    all = Ease.smoothMin(all, Ease.smoothMin(nose, wing, 0.016), 0.022);
    all = Ease.smoothMin(all, lid, 0.008);
    all = Ease.smoothMin(all, lash, 0.004);
    all = Ease.smoothMin(all, Ease.smoothMin(lipUp, lipLow, 0.003), 0.012);
    all = Ease.smoothMin(all, ear, 0.015);
    all = Ease.smoothMin(all, Ease.smoothMin(neck, shoulder, 0.10), 0.05);
    double strands = 0.0035 * StrictMath.sin((p.y() * 1.0 + p.z() * 0.9) * 260 - x * 160);
    double hair = egg(half, new Vec(0, 0.475, -0.028), new Vec(0.126, 0.150, 0.150)) + strands;
    double hairLine = p.z() - 0.075 + 1.4 * Math.max(0, 0.505 - p.y()) - 0.25 * x;
    hair = Math.max(hair, hairLine * 0.7);
    all = Ease.smoothMin(all, hair, 0.008);
    return Ease.smoothMin(all, bun + strands, 0.012);
  }

  private static double bar(Vec p, Vec a, Vec b, double radius) {
    Vec along = b.minus(a);
    Vec from = p.minus(a);
    double t = Math.clamp(from.dot(along) / along.dot(along), 0.0, 1.0);
    return from.minus(along.times(t)).length() - radius;
  }

  private static double egg(Vec p, Vec centre, Vec half) {
    Vec from = p.minus(centre);
    Vec scaled = new Vec(from.x() / half.x(), from.y() / half.y(), from.z() / half.z());
    Vec twice = new Vec(scaled.x() / half.x(), scaled.y() / half.y(), scaled.z() / half.z());
    double one = scaled.length();
    double two = twice.length();
    return two < 1e-9 ? -Math.min(half.x(), Math.min(half.y(), half.z())) : one * (one - 1) / two;
  }
}
