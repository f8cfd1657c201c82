package org.saccade.assets.mesh;

/** Flat-sided things: panels cut into cells, plain and bevelled boxes. Texture units are metres. */
public final class Boxes {
  private static final Vec[] AXES = {new Vec(1, 0, 0), new Vec(0, 1, 0), new Vec(0, 0, 1)};

  private Boxes() {}

  /** A flat piece: corner, two edges (it faces {@code right x up}) and the largest cell's side. */
  public static Mesh panel(Vec corner, Vec right, Vec up, double cell) {
    int columns = Math.max(1, (int) Math.ceil(right.length() / cell - 1e-6));
    int rows = Math.max(1, (int) Math.ceil(up.length() / cell - 1e-6));
    Vec normal = right.cross(up).normalised();
    Mesh mesh = new Mesh();
    for (int row = 0; row <= rows; row++) {
      for (int column = 0; column <= columns; column++) {
        double u = (double) column / columns;
        double v = (double) row / rows;
        Vec at = corner.plus(right.times(u)).plus(up.times(v));
        mesh.vertex(at, normal, u * right.length(), -v * up.length());
      }
    }
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        int a = row * (columns + 1) + column;
        mesh.quad(a, a + 1, a + columns + 2, a + columns + 1);
      }
    }
    return mesh;
  }

  /** A box between two corners. */
  public static Mesh box(Vec low, Vec high, double cell) {
    Mesh mesh = new Mesh();
    Vec size = high.minus(low);
    Vec x = AXES[0].times(size.x());
    Vec y = AXES[1].times(size.y());
    Vec z = AXES[2].times(size.z());
    mesh.add(panel(low.plus(z), x, y, cell));
    mesh.add(panel(low.plus(x), x.times(-1), y, cell));
    mesh.add(panel(low.plus(x).plus(z), z.times(-1), y, cell));
    mesh.add(panel(low, z, y, cell));
    mesh.add(panel(low.plus(y).plus(z), x, z.times(-1), cell));
    mesh.add(panel(low, x, z, cell));
    return mesh;
  }

  /** A box with rounded-looking edges: each edge cut by one facet of width {@code bevel}. */
  public static Mesh bevelled(Vec low, Vec high, double bevel) {
    Vec centre = low.mix(high, 0.5);
    Vec half = high.minus(low).times(0.5);
    Mesh mesh = new Mesh();
    for (Vec axis : AXES) {
      face(mesh, centre, half, axis, bevel);
      face(mesh, centre, half, axis.times(-1), bevel);
    }
    return mesh;
  }

  private static void face(Mesh mesh, Vec centre, Vec half, Vec out, double bevel) {
    Vec right = Math.abs(out.y()) > 0.5 ? AXES[0] : Vec.UP.cross(out);
    Vec up = out.cross(right);
    Vec inner = half.minus(new Vec(bevel, bevel, bevel));
    int base = mesh.vertexCount();
    for (int j = 0; j < 4; j++) {
      for (int i = 0; i < 4; i++) {
        Vec corner = out.plus(right.times(i < 2 ? -1 : 1)).plus(up.times(j < 2 ? -1 : 1));
        Vec lean = out.plus(right.times(tip(i))).plus(up.times(tip(j))).normalised();
        Vec fromCentre = corner.times(inner).plus(lean.times(bevel));
        mesh.vertex(centre.plus(fromCentre), lean, fromCentre.dot(right), -fromCentre.dot(up));
      }
    }
    for (int j = 0; j < 3; j++) {
      for (int i = 0; i < 3; i++) {
        int a = base + j * 4 + i;
        mesh.quad(a, a + 1, a + 5, a + 4);
      }
    }
  }

  private static int tip(int step) {
    return step == 0 ? -1 : step == 3 ? 1 : 0;
  }
}
