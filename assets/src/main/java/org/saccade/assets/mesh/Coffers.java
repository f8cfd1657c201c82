package org.saccade.assets.mesh;

/** Coffered ceilings over any surface: stepped recesses between ribs, with a rosette in each. */
public final class Coffers {
  private static final int CUTS = 4;
  private static final double[][] STEPS = {
    {0, 0}, {0.09, 0}, {0.09, 0.35}, {0.17, 0.35}, {0.17, 0.7}, {0.25, 0.7}, {0.25, 1},
  };

  private final Bend bend;
  private final double depth;
  private final Mesh ribs = new Mesh();
  private final Mesh rosettes = new Mesh();

  /** A surface with depth: (a, b) on it, h metres into the ceiling; da x db faces the room. */
  @FunctionalInterface
  public interface Bend {
    Vec at(double a, double b, double h);
  }

  public Coffers(Bend bend, double depth) {
    this.bend = bend;
    this.depth = depth;
  }

  /** The stone: ribs and recesses. */
  public Mesh ribs() {
    return ribs;
  }

  /** The rosettes, apart so that they can be gilded. */
  public Mesh rosettes() {
    return rosettes;
  }

  /** Adds a grid of coffers; corner and size in the surface's units. */
  public Coffers grid(double a0, double b0, double a1, double b1, int columns, int rows) {
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        double lowA = Ease.mix(a0, a1, (double) column / columns);
        double highA = Ease.mix(a0, a1, (column + 1.0) / columns);
        double lowB = Ease.mix(b0, b1, (double) row / rows);
        double highB = Ease.mix(b0, b1, (row + 1.0) / rows);
        coffer(new double[] {lowA, lowB, highA, highB});
      }
    }
    return this;
  }

  private void coffer(double[] box) {
    for (int i = 1; i < STEPS.length; i++) {
      for (int side = 0; side < 4; side++) {
        ring(box, STEPS[i - 1], STEPS[i], side);
      }
    }
    floor(box);
    rosette(box);
  }

  private Vec corner(double[] box, double[] step, double along, int side) {
    double[] xs = {along, 1, 1 - along, 0};
    double[] ys = {0, along, 1, 1 - along};
    double a = Ease.mix(step[0], 1 - step[0], xs[side]);
    double b = Ease.mix(step[0], 1 - step[0], ys[side]);
    return bend.at(Ease.mix(box[0], box[2], a), Ease.mix(box[1], box[3], b), step[1] * depth);
  }

  private void ring(double[] box, double[] outer, double[] inner, int side) {
    Mesh strip = new Mesh();
    for (int i = 0; i <= CUTS; i++) {
      double along = (double) i / CUTS;
      strip.vertex(corner(box, outer, along, side), Vec.UP, along, outer[0], shade(outer[1]));
      strip.vertex(corner(box, inner, along, side), Vec.UP, along, inner[0], shade(inner[1]));
      if (i > 0) {
        int a = i * 2;
        strip.quad(a - 2, a, a + 1, a - 1);
      }
    }
    ribs.add(strip.smooth());
  }

  private void floor(double[] box) {
    double[] last = STEPS[STEPS.length - 1];
    Mesh mesh = new Mesh();
    for (int j = 0; j <= CUTS; j++) {
      for (int i = 0; i <= CUTS; i++) {
        double a = Ease.mix(last[0], 1 - last[0], (double) i / CUTS);
        double b = Ease.mix(last[0], 1 - last[0], (double) j / CUTS);
        Vec at = bend.at(Ease.mix(box[0], box[2], a), Ease.mix(box[1], box[3], b), depth);
        boolean edge = i == 0 || j == 0 || i == CUTS || j == CUTS;
        mesh.vertex(at, Vec.UP, a, b, shade(edge ? 1.15 : 0.75));
      }
    }
    for (int j = 0; j < CUTS; j++) {
      for (int i = 0; i < CUTS; i++) {
        int a = j * (CUTS + 1) + i;
        mesh.quad(a, a + 1, a + CUTS + 2, a + CUTS + 1);
      }
    }
    ribs.add(mesh.smooth());
  }

  private static Vec shade(double down) {
    double light = 1 - 0.42 * down;
    return new Vec(light, light, light);
  }

  private void rosette(double[] box) {
    double a = (box[0] + box[2]) / 2;
    double b = (box[1] + box[3]) / 2;
    Vec centre = bend.at(a, b, depth);
    Vec right = bend.at(a + 1e-3, b, depth).minus(centre).normalised();
    Vec out = centre.minus(bend.at(a, b, depth + 0.1)).normalised();
    Vec up = out.cross(right);
    double size =
        0.19
            * Math.min(
                bend.at(box[2], b, 0).minus(bend.at(box[0], b, 0)).length(),
                bend.at(a, box[3], 0).minus(bend.at(a, box[1], 0)).length());
    rosettes.add(
        Shapes.surface(
            Shapes.Cut.closed(24, 6),
            (u, v) -> {
              double angle = u * 2 * StrictMath.PI;
              double petal = Math.abs(StrictMath.cos(angle * 4));
              double t = 1 - v;
              double radius = size * t * (0.72 + 0.28 * petal);
              double lift =
                  size
                      * (0.42 * (1 - t * t * t * t) * (0.6 + 0.4 * petal)
                          - 0.20 * Ease.bump(0.32, 0.2, t)
                          + 0.02);
              return centre
                  .plus(right.times(radius * StrictMath.cos(angle)))
                  .plus(up.times(radius * StrictMath.sin(angle)))
                  .plus(out.times(lift));
            }));
  }
}
