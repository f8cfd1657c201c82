package org.saccade.assets.mesh;

/**
 * Turns a signed distance field into a mesh by naive surface nets: one vertex in each grid cell
 * that the surface crosses, at the mean of its edge crossings (Gibson 1998). Normals and ambient
 * occlusion come from the field itself.
 */
public final class SurfaceNet {
  /** Distance to a surface, negative inside. */
  @FunctionalInterface
  public interface Field {
    double at(Vec point);
  }

  private final Field field;
  private final Vec low;
  private final double cell;
  private final int nx;
  private final int ny;
  private final int nz;
  private final float[] values;
  private final int[] vertices;
  private final Mesh mesh = new Mesh();

  private SurfaceNet(Field field, Vec low, Vec high, double cell) {
    this.field = field;
    this.low = low;
    this.cell = cell;
    this.nx = (int) Math.ceil((high.x() - low.x()) / cell) + 1;
    this.ny = (int) Math.ceil((high.y() - low.y()) / cell) + 1;
    this.nz = (int) Math.ceil((high.z() - low.z()) / cell) + 1;
    this.values = new float[nx * ny * nz];
    this.vertices = new int[nx * ny * nz];
  }

  /** Meshes {@code field} between two corners with cubes of side {@code cell}. */
  public static Mesh mesh(Field field, Vec low, Vec high, double cell) {
    SurfaceNet net = new SurfaceNet(field, low, high, cell);
    net.sample();
    net.place();
    net.connect();
    return net.mesh;
  }

  private Vec corner(int x, int y, int z) {
    return low.plus(new Vec(x * cell, y * cell, z * cell));
  }

  private int at(int x, int y, int z) {
    return (z * ny + y) * nx + x;
  }

  private void sample() {
    for (int z = 0; z < nz; z++) {
      for (int y = 0; y < ny; y++) {
        for (int x = 0; x < nx; x++) {
          double value = field.at(corner(x, y, z));
          values[at(x, y, z)] = (float) value;
          // A distance of n cells means that the next n - 1 cells along x hold no surface either.
          for (int skip = (int) (Math.abs(value) / cell) - 2; skip > 0 && x + 1 < nx; skip--) {
            values[at(++x, y, z)] = (float) value;
          }
        }
      }
    }
  }

  private void place() {
    for (int z = 0; z + 1 < nz; z++) {
      for (int y = 0; y + 1 < ny; y++) {
        for (int x = 0; x + 1 < nx; x++) {
          vertices[at(x, y, z)] = crosses(x, y, z) ? add(x, y, z) : -1;
        }
      }
    }
  }

  private boolean crosses(int x, int y, int z) {
    int inside = 0;
    for (int k = 0; k < 8; k++) {
      inside += values[at(x + (k & 1), y + ((k >> 1) & 1), z + (k >> 2))] < 0 ? 1 : 0;
    }
    return inside > 0 && inside < 8;
  }

  private int add(int x, int y, int z) {
    Vec sum = Vec.ZERO;
    int count = 0;
    for (int a = 0; a < 8; a++) {
      for (int axis = 1; axis <= 4; axis *= 2) {
        int b = a | axis;
        float va = values[at(x + (a & 1), y + ((a >> 1) & 1), z + (a >> 2))];
        float vb = values[at(x + (b & 1), y + ((b >> 1) & 1), z + (b >> 2))];
        if (b != a && (va < 0) != (vb < 0)) {
          Vec from = corner(x + (a & 1), y + ((a >> 1) & 1), z + (a >> 2));
          Vec to = corner(x + (b & 1), y + ((b >> 1) & 1), z + (b >> 2));
          sum = sum.plus(from.mix(to, va / (va - vb)));
          count++;
        }
      }
    }
    Vec point = sum.times(1.0 / count);
    Vec normal = gradient(point);
    double open = 1;
    for (int i = 1; i <= 4; i++) {
      double step = cell * 2.5 * i;
      open -=
          0.5 / i * Math.max(0, 1 - Math.max(0, field.at(point.plus(normal.times(step)))) / step);
    }
    double light = 0.35 + 0.65 * Math.max(0, open);
    return mesh.vertex(point, normal, 0, 0, new Vec(light, light, light));
  }

  private Vec gradient(Vec p) {
    double e = cell * 0.6;
    return new Vec(
            field.at(p.plus(new Vec(e, 0, 0))) - field.at(p.minus(new Vec(e, 0, 0))),
            field.at(p.plus(new Vec(0, e, 0))) - field.at(p.minus(new Vec(0, e, 0))),
            field.at(p.plus(new Vec(0, 0, e))) - field.at(p.minus(new Vec(0, 0, e))))
        .normalised();
  }

  private void connect() {
    for (int z = 1; z + 1 < nz; z++) {
      for (int y = 1; y + 1 < ny; y++) {
        for (int x = 1; x + 1 < nx; x++) {
          int here = at(x, y, z);
          boolean inside = values[here] < 0;
          face(
              inside,
              values[here + 1] < 0,
              new int[] {here, here - nx, here - nx - nx * ny, here - nx * ny});
          face(
              inside,
              values[here + nx] < 0,
              new int[] {here, here - nx * ny, here - nx * ny - 1, here - 1});
          face(
              inside,
              values[here + nx * ny] < 0,
              new int[] {here, here - 1, here - 1 - nx, here - nx});
        }
      }
    }
  }

  private void face(boolean inside, boolean next, int[] cells) {
    if (inside == next) {
      return;
    }
    int a = vertices[cells[0]];
    int b = vertices[cells[1]];
    int c = vertices[cells[2]];
    int d = vertices[cells[3]];
    if (inside) {
      mesh.quad(a, b, c, d);
    } else {
      mesh.quad(a, d, c, b);
    }
  }
}
