package org.saccade.assets.mesh;

import java.util.List;

/** Simple solids and surfaces; texture coordinates in metres unless said otherwise. */
public final class Shapes {
  private static final double TAU = 2 * StrictMath.PI;

  private Shapes() {}

  /** A point of a surface for (u, v) in [0, 1]^2. */
  @FunctionalInterface
  public interface Surface {
    Vec at(double u, double v);
  }

  /** How finely a surface is cut, whether its sides meet, and how often its texture repeats. */
  public record Cut(int columns, int rows, boolean closed, double repeatU, double repeatV) {
    public static Cut open(int columns, int rows) {
      return new Cut(columns, rows, false, 1, 1);
    }

    /** The last column meets the first (normals are shared across the seam). */
    public static Cut closed(int columns, int rows) {
      return new Cut(columns, rows, true, 1, 1);
    }

    public Cut repeated(double u, double v) {
      return new Cut(columns, rows, closed, u, v);
    }
  }

  /** Samples {@code surface}; it faces (d/du x d/dv). Poles may pinch. */
  public static Mesh surface(Cut cut, Surface surface) {
    Mesh mesh = new Mesh();
    for (int row = 0; row <= cut.rows; row++) {
      for (int column = 0; column <= cut.columns; column++) {
        double u = (double) column / cut.columns;
        double v = (double) row / cut.rows;
        double around = cut.closed && column == cut.columns ? 0 : u;
        mesh.vertex(surface.at(around, v), Vec.UP, u * cut.repeatU, (1 - v) * cut.repeatV);
      }
    }
    int stride = cut.columns + 1;
    for (int row = 0; row < cut.rows; row++) {
      for (int column = 0; column < cut.columns; column++) {
        int a = row * stride + column;
        addQuad(mesh, a, a + 1, a + stride + 1, a + stride);
      }
    }
    mesh.smooth();
    joinSeams(mesh, cut);
    return mesh;
  }

  private static void addQuad(Mesh mesh, int a, int b, int c, int d) {
    Vec pa = mesh.position(a);
    Vec pc = mesh.position(c);
    if (!pa.equals(mesh.position(b))) {
      mesh.triangle(a, b, c);
    }
    if (!pc.equals(mesh.position(d))) {
      mesh.triangle(a, c, d);
    }
  }

  private static void joinSeams(Mesh mesh, Cut cut) {
    int stride = cut.columns + 1;
    for (int row = 0; row <= cut.rows; row++) {
      int first = row * stride;
      int last = first + cut.columns;
      if (mesh.position(first).equals(mesh.position(first + 1))) {
        Vec sum = Vec.ZERO;
        for (int i = first; i <= last; i++) {
          sum = sum.plus(mesh.normal(i));
        }
        for (int i = first; i <= last; i++) {
          mesh.setNormal(i, sum.normalised());
        }
      } else if (cut.closed) {
        Vec joined = mesh.normal(first).plus(mesh.normal(last)).normalised();
        mesh.setNormal(first, joined);
        mesh.setNormal(last, joined);
      }
    }
  }

  /** A ball about the origin, poles on Y. */
  public static Mesh ball(double radius, int around, int high) {
    return surface(
        Cut.closed(around, high).repeated(TAU * radius, StrictMath.PI * radius),
        (u, v) -> {
          double ring = v == 0 || v == 1 ? 0 : StrictMath.sin(v * StrictMath.PI);
          return new Vec(
              radius * ring * StrictMath.sin(u * TAU),
              -radius * StrictMath.cos(v * StrictMath.PI),
              radius * ring * StrictMath.cos(u * TAU));
        });
  }

  /** A ring in the XZ plane. */
  public static Mesh torus(double radius, double tube, int around, int across) {
    return closedBoth(
        around,
        across,
        (u, v) -> {
          double out = radius + tube * StrictMath.cos(v * TAU);
          return new Vec(
              out * StrictMath.sin(u * TAU),
              tube * StrictMath.sin(v * TAU),
              out * StrictMath.cos(u * TAU));
        });
  }

  /** A surface closed in both directions. */
  public static Mesh closedBoth(int around, int across, Surface surface) {
    Mesh mesh = surface(Cut.closed(around, across), (u, v) -> surface.at(u, v >= 1 ? 0 : v));
    int top = across * (around + 1);
    for (int i = 0; i <= around; i++) {
      Vec joined = mesh.normal(i).plus(mesh.normal(top + i)).normalised();
      mesh.setNormal(i, joined);
      mesh.setNormal(top + i, joined);
    }
    return mesh;
  }

  /** A profile point: distance from the axis, height; {@code sharp} starts a new smooth part. */
  public record Rim(double radius, double height, boolean sharp) {
    public Rim(double radius, double height) {
      this(radius, height, true);
    }
  }

  /** Turns a profile (bottom to top) about the Y axis. */
  public static Mesh lathe(int around, List<Rim> profile) {
    Mesh mesh = new Mesh();
    int start = 0;
    for (int i = 1; i < profile.size(); i++) {
      if (i == profile.size() - 1 || profile.get(i).sharp) {
        mesh.add(band(around, profile.subList(start, i + 1)));
        start = i;
      }
    }
    return mesh;
  }

  private static Mesh band(int around, List<Rim> part) {
    double length = 0;
    for (int i = 1; i < part.size(); i++) {
      length +=
          Math.sqrt(
              square(part.get(i).radius - part.get(i - 1).radius)
                  + square(part.get(i).height - part.get(i - 1).height));
    }
    double widest = part.stream().mapToDouble(Rim::radius).max().orElse(1);
    int rows = part.size() - 1;
    return surface(
        Cut.closed(around, rows).repeated(TAU * widest, length),
        (u, v) -> {
          Rim rim = part.get((int) Math.round(v * rows));
          return new Vec(
              rim.radius * StrictMath.sin(u * TAU),
              rim.height,
              rim.radius * StrictMath.cos(u * TAU));
        });
  }

  private static double square(double value) {
    return value * value;
  }
}
