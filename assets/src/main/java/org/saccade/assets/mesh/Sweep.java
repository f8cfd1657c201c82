package org.saccade.assets.mesh;

import java.util.List;

/** Mouldings: a flat profile drawn along a path. */
public final class Sweep {
  private Sweep() {}

  /** Where the profile's origin, x axis and y axis are; the axes may be stretched for mitres. */
  public record Frame(Vec origin, Vec x, Vec y) {
    Vec at(Dot dot) {
      return origin.plus(x.times(dot.x)).plus(y.times(dot.y));
    }
  }

  /** A profile point. */
  public record Dot(double x, double y) {}

  /**
   * Draws {@code profile} along {@code path}. Faces look to the right of the profile's direction
   * when the path comes towards the viewer; {@code smoothAlong} shares normals between frames.
   */
  public static Mesh along(List<Frame> path, List<Dot> profile, boolean smoothAlong) {
    Mesh mesh = new Mesh();
    double across = 0;
    for (int i = 1; i < profile.size(); i++) {
      Dot from = profile.get(i - 1);
      Dot to = profile.get(i);
      double width = StrictMath.hypot(to.x - from.x, to.y - from.y);
      if (smoothAlong) {
        mesh.add(strip(path, from, to, across));
      } else {
        for (int k = 1; k < path.size(); k++) {
          mesh.add(strip(path.subList(k - 1, k + 1), from, to, across));
        }
      }
      across += width;
    }
    return mesh;
  }

  private static Mesh strip(List<Frame> path, Dot from, Dot to, double across) {
    Mesh mesh = new Mesh();
    double along = 0;
    double width = StrictMath.hypot(to.x - from.x, to.y - from.y);
    for (int k = 0; k < path.size(); k++) {
      Frame frame = path.get(k);
      along += k == 0 ? 0 : frame.origin.minus(path.get(k - 1).origin).length();
      mesh.vertex(frame.at(from), Vec.UP, along, -across);
      mesh.vertex(frame.at(to), Vec.UP, along, -across - width);
      if (k > 0) {
        int a = k * 2;
        mesh.quad(a - 2, a, a + 1, a - 1);
      }
    }
    return mesh.smooth();
  }

  /** Draws a profile round a rectangle, mitred: x points outwards, y along {@code out}. */
  public static Mesh rectangle(Vec centre, Vec halfRight, Vec halfUp, List<Dot> profile) {
    Vec out = halfRight.cross(halfUp).normalised();
    Vec right = halfRight.normalised();
    Vec up = halfUp.normalised();
    Mesh mesh = new Mesh();
    double[][] corners = {{-1, -1}, {1, -1}, {1, 1}, {-1, 1}, {-1, -1}};
    for (int i = 0; i < 4; i++) {
      mesh.add(
          along(
              List.of(
                  corner(centre, halfRight, halfUp, corners[i], right, up, out),
                  corner(centre, halfRight, halfUp, corners[i + 1], right, up, out)),
              profile,
              false));
    }
    return mesh;
  }

  private static Frame corner(
      Vec centre, Vec halfRight, Vec halfUp, double[] sign, Vec right, Vec up, Vec out) {
    Vec at = centre.plus(halfRight.times(sign[0])).plus(halfUp.times(sign[1]));
    return new Frame(at, right.times(sign[0]).plus(up.times(sign[1])), out);
  }
}
