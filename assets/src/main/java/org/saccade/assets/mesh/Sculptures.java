package org.saccade.assets.mesh;

import java.util.List;

/** Sculptures of turned, swept and draped surfaces; each stands on y = 0, sizes in metres. */
public final class Sculptures {
  private static final double TAU = 2 * StrictMath.PI;

  /** Height, half width, half depth of the draped figure. */
  private static final double[][] BODY = {
    {0.00, 0.36, 0.34}, {0.10, 0.335, 0.315}, {0.45, 0.265, 0.255}, {0.80, 0.225, 0.205},
    {1.00, 0.205, 0.175}, {1.14, 0.205, 0.165}, {1.28, 0.225, 0.165}, {1.40, 0.230, 0.150},
    {1.47, 0.195, 0.130}, {1.53, 0.125, 0.112}, {1.58, 0.104, 0.108}, {1.64, 0.106, 0.122},
    {1.71, 0.105, 0.128}, {1.77, 0.085, 0.106}, {1.805, 0.050, 0.064}, {1.82, 0, 0},
  };

  private Sculptures() {}

  /** A standing figure under a veil that falls in folds, 1.82 m tall. */
  public static Mesh veiled(Chance chance, int around, int high) {
    Noise noise = new Noise(chance);
    double sway = chance.between(-0.06, 0.06);
    double phase = chance.between(0, TAU);
    Shapes.Surface form =
        (u, v) -> {
          double y = 1.82 * (v < 0.9 ? v * 0.96 : 0.864 + (v - 0.9) * 1.36);
          double[] half = bodyAt(y);
          double angle = u * TAU;
          double sine = StrictMath.sin(angle);
          double cosine = StrictMath.cos(angle);
          double low = 1 - Ease.step(0.1, 1.5, y);
          double amount = 0.15 * low + 0.02 * Ease.step(1.82, 1.60, y);
          double drift =
              0.55 * StrictMath.sin(y * 2.3 + phase)
                  + 0.5 * noise.at(new Vec(cosine * 1.2, y * 1.1, sine * 1.2));
          double folds =
              fold(angle * 7 / TAU + drift) * 0.55
                  + fold(angle * 12 / TAU - 1.3 * drift + 0.3) * 0.3
                  + fold(angle * 23 / TAU + 2.1 * drift) * 0.15;
          double swag =
              0.010
                  * Ease.bump(1.12, 0.42, y)
                  * fold(y * 6.5 + 1.9 * Math.abs(wrap(angle)) + 0.6 * drift)
                  * Ease.step(-0.3, 0.5, cosine);
          double arms =
              0.05
                  * Ease.bump(1.08, 0.26, y)
                  * (Ease.bump(0, 0.75, wrap(angle))
                      + 0.85 * Ease.bump(0, 0.5, wrap(angle - 1.35))
                      + 0.85 * Ease.bump(0, 0.5, wrap(angle + 1.35)));
          double face = y > 1.5 ? faceRelief(wrap(angle), y) : 0;
          double scale = 1 + amount * (folds - 0.45);
          double lean = sway * StrictMath.sin(y * 1.9) + 0.0;
          Vec out = new Vec(half[0] * sine, 0, half[1] * cosine).times(scale);
          Vec radial = new Vec(sine, 0, cosine).times(arms + swag + face);
          double forward = 0.02 * Ease.step(1.45, 1.7, y);
          return out.plus(radial).plus(new Vec(lean, y, forward));
        };
    Mesh mesh = Shapes.surface(Shapes.Cut.closed(around, high), form);
    return Cavities.shade(mesh, around, high, 0.030);
  }

  private static double fold(double t) {
    double z = Ease.zigzag(t);
    return z * z * (3 - 2 * z);
  }

  private static double wrap(double angle) {
    return angle - TAU * Math.round(angle / TAU);
  }

  private static double faceRelief(double angle, double y) {
    double nose = 0.020 * Ease.bump(0, 0.20, angle) * Ease.bump(1.655, 0.045, y);
    double brow = 0.007 * Ease.bump(0, 0.75, angle) * Ease.bump(1.70, 0.030, y);
    double eyes =
        -0.011
            * (Ease.bump(0.36, 0.26, angle) + Ease.bump(-0.36, 0.26, angle))
            * Ease.bump(1.675, 0.026, y);
    double mouth = 0.006 * Ease.bump(0, 0.28, angle) * Ease.bump(1.612, 0.016, y);
    double chin = 0.010 * Ease.bump(0, 0.42, angle) * Ease.bump(1.575, 0.032, y);
    return nose + brow + eyes + mouth + chin;
  }

  private static double[] bodyAt(double y) {
    int i = 1;
    while (i < BODY.length - 1 && BODY[i][0] < y) {
      i++;
    }
    double[] before = BODY[Math.max(0, i - 2)];
    double[] low = BODY[i - 1];
    double[] high = BODY[i];
    double[] after = BODY[Math.min(BODY.length - 1, i + 1)];
    double t = Math.clamp((y - low[0]) / (high[0] - low[0]), 0.0, 1.0);
    double[] result = new double[2];
    for (int k = 0; k < 2; k++) {
      double slopeLow =
          (high[k + 1] - before[k + 1]) / Math.max(1e-6, high[0] - before[0]) * (high[0] - low[0]);
      double slopeHigh =
          (after[k + 1] - low[k + 1]) / Math.max(1e-6, after[0] - low[0]) * (high[0] - low[0]);
      double t2 = t * t;
      double t3 = t2 * t;
      result[k] =
          Math.max(
              0,
              (2 * t3 - 3 * t2 + 1) * low[k + 1]
                  + (t3 - 2 * t2 + t) * slopeLow
                  + (3 * t2 - 2 * t3) * high[k + 1]
                  + (t3 - t2) * slopeHigh);
    }
    return result;
  }

  /** A knotted, fluted, twisting tube that winds p times round the axis and q times through. */
  public static Mesh knot(int p, int q, int along, int across) {
    Shapes.Surface form =
        (u, v) -> {
          Vec here = knotPath(u, p, q);
          Vec ahead = knotPath(u + 1e-4, p, q).minus(knotPath(u - 1e-4, p, q)).normalised();
          Vec ring =
              new Vec(
                  0.58 * StrictMath.cos(p * u * TAU), 1 + 0.58 * StrictMath.sin(p * u * TAU), 0);
          Vec side = ahead.cross(here.minus(ring)).normalised();
          Vec up = side.cross(ahead);
          double angle = v * TAU;
          double lobes = 1 + 0.22 * StrictMath.cos(5 * angle + 2 * 5 * u * TAU);
          double radius = 0.125 * lobes * (1 + 0.18 * StrictMath.cos(u * TAU * p * q));
          return here.plus(side.times(radius * StrictMath.cos(angle)))
              .plus(up.times(radius * StrictMath.sin(angle)));
        };
    Mesh mesh = Shapes.closedBoth(along, across, form);
    return Cavities.shade(mesh, along, across, 0.022);
  }

  private static Vec knotPath(double u, int p, int q) {
    double out = 0.58 + 0.27 * StrictMath.cos(q * u * TAU);
    double angle = p * u * TAU;
    return new Vec(
        out * StrictMath.cos(angle),
        1.0 + out * StrictMath.sin(angle),
        0.34 * StrictMath.sin(q * u * TAU));
  }

  /** A ribbed nautilus, standing on its round. */
  public static Mesh nautilus(int along, int across) {
    double turns = 2.9;
    Shapes.Surface form =
        (u, v) -> {
          double turn = turns * TAU * u;
          double grow = StrictMath.exp(0.175 * (turn - turns * TAU));
          double angle = StrictMath.PI - v * TAU;
          double rib =
              1
                  + 0.055
                      * StrictMath.sin(turn * 11)
                      * (0.4 + 0.6 * Math.max(0, -StrictMath.cos(angle + StrictMath.PI)));
          double tube = 0.40 * grow * rib;
          double out = 0.46 * grow + tube * StrictMath.cos(angle);
          double wide = 0.86 * tube * StrictMath.sin(angle);
          return new Vec(out * StrictMath.cos(turn + 0.5), out * StrictMath.sin(turn + 0.5), wide);
        };
    Mesh mesh = Shapes.surface(Shapes.Cut.closed(across, along), (u, v) -> form.at(v, u));
    double lowest = 0;
    for (int i = 0; i < mesh.vertexCount(); i++) {
      lowest = Math.min(lowest, mesh.position(i).y());
    }
    return new Mesh().add(Cavities.shade(mesh, across, along, 0.02), Placement.at(0, -lowest, 0));
  }

  /** A band that waves round a ring and turns over as it goes. */
  public static Mesh ribbon(int along, int across) {
    Shapes.Surface form =
        (u, v) -> {
          double turn = u * TAU;
          Vec radial = new Vec(StrictMath.cos(turn), StrictMath.sin(turn), 0);
          Vec axis = new Vec(0, 0, 1);
          double out = 0.62 + 0.16 * StrictMath.cos(3 * turn);
          Vec centre = radial.times(out).plus(new Vec(0, 0.95, 0.20 * StrictMath.sin(3 * turn)));
          double twist = 2 * turn + 0.6 * StrictMath.sin(3 * turn);
          double angle = v * TAU;
          double wide = 0.24 * StrictMath.cos(angle);
          double thin = 0.045 * StrictMath.sin(angle);
          double cos = StrictMath.cos(twist);
          double sin = StrictMath.sin(twist);
          return centre
              .plus(radial.times(wide * cos - thin * sin))
              .plus(axis.times(wide * sin + thin * cos));
        };
    Mesh mesh = Shapes.closedBoth(along, across, form);
    return Cavities.shade(mesh, along, across, 0.03);
  }

  /** A slender soaring form, 1 m tall, never wider than 0.16 m. */
  public static Mesh bird(int around, int high) {
    return Shapes.surface(
        Shapes.Cut.closed(around, high),
        (u, v) -> {
          double y = v;
          double foot = 0.034 + 0.03 * Ease.step(0.10, 0.0, y);
          double belly = 0.078 * Ease.bump(0.56, 0.52, y);
          double radius =
              Math.max(foot * Ease.step(0.5, 0.12, y) + belly, 0.003)
                  * Math.sqrt(Math.max(0, 1 - StrictMath.pow(v, 14)));
          double lean = 0.055 * StrictMath.sin(y * 3.0) - 0.02;
          double cut = 0.05 * Ease.step(0.86, 1.0, v) * StrictMath.sin(u * TAU);
          return new Vec(
              radius * StrictMath.sin(u * TAU) + lean,
              y + cut,
              radius * 0.85 * StrictMath.cos(u * TAU));
        });
  }

  /** A footed urn with a gadrooned belly and a wide lip, 1 m tall. */
  public static Mesh urn(int around, int high) {
    double[][] rims = {
      {0.22, 0},
      {0.22, 0.04},
      {0.17, 0.06},
      {0.10, 0.12},
      {0.075, 0.19},
      {0.10, 0.24},
      {0.20, 0.30},
      {0.29, 0.40},
      {0.335, 0.52},
      {0.33, 0.62},
      {0.27, 0.71},
      {0.19, 0.77},
      {0.165, 0.83},
      {0.20, 0.90},
      {0.29, 0.96},
      {0.315, 0.985},
      {0.30, 1.0},
      {0.22, 0.965},
      {0.0, 0.93}
    };
    Mesh mesh =
        Shapes.surface(
            Shapes.Cut.closed(around, high),
            (u, v) -> {
              double at = v * (rims.length - 1);
              int i = Math.min((int) at, rims.length - 2);
              double t = at - i;
              double smooth = t;
              double radius = Ease.mix(rims[i][0], rims[i + 1][0], smooth);
              double y = Ease.mix(rims[i][1], rims[i + 1][1], smooth);
              double gadroon =
                  0.022 * Math.abs(StrictMath.sin(u * TAU * 12)) * Ease.bump(0.46, 0.2, y);
              double out = radius + gadroon;
              return new Vec(out * StrictMath.sin(u * TAU), y, out * StrictMath.cos(u * TAU));
            });
    return Cavities.shade(mesh, around, high, 0.03);
  }

  /** A turned vase from a profile of (radius, height) pairs. */
  public static Mesh vase(List<double[]> profile, int around) {
    int rows = (profile.size() - 1) * 6;
    return Shapes.surface(
        Shapes.Cut.closed(around, rows),
        (u, v) -> {
          double at = v * (profile.size() - 1);
          int i = Math.min((int) at, profile.size() - 2);
          double t = Ease.step(0, 1, at - i);
          double radius = Ease.mix(profile.get(i)[0], profile.get(i + 1)[0], t);
          double y = Ease.mix(profile.get(i)[1], profile.get(i + 1)[1], at - i);
          return new Vec(radius * StrictMath.sin(u * TAU), y, radius * StrictMath.cos(u * TAU));
        });
  }
}
