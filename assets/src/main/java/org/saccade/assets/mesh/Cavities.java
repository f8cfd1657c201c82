package org.saccade.assets.mesh;

/** Darkens the hollows of a gridded surface: where a blurred copy of it lies outside itself. */
final class Cavities {
  private Cavities() {}

  /**
   * Shades {@code mesh}, a grid of (columns + 1) x (rows + 1), by hollows {@code deep} metres deep.
   */
  static Mesh shade(Mesh mesh, int columns, int rows, double deep) {
    int reach = Math.max(2, columns / 90);
    Vec[] wide = blur(mesh, columns, rows, reach * 2);
    Vec[] near = blur(mesh, columns, rows, reach);
    int[] next = {0};
    return mesh.shade(
        (at, normal) -> {
          int i = next[0]++;
          double hollow = 0.5 * wide[i].minus(at).dot(normal) + near[i].minus(at).dot(normal);
          return Math.clamp(0.90 - 0.55 * hollow / deep * 2, 0.35, 1.0);
        });
  }

  private static Vec[] blur(Mesh mesh, int columns, int rows, int reach) {
    int stride = columns + 1;
    Vec[] across = new Vec[mesh.vertexCount()];
    for (int row = 0; row <= rows; row++) {
      Vec sum = Vec.ZERO;
      for (int k = -reach; k <= reach; k++) {
        sum = sum.plus(mesh.position(row * stride + Math.floorMod(k, columns)));
      }
      for (int column = 0; column <= columns; column++) {
        across[row * stride + column] = sum.times(1.0 / (2 * reach + 1));
        sum = sum.plus(mesh.position(row * stride + Math.floorMod(column + reach + 1, columns)));
        sum = sum.minus(mesh.position(row * stride + Math.floorMod(column - reach, columns)));
      }
    }
    Vec[] both = new Vec[across.length];
    for (int column = 0; column <= columns; column++) {
      for (int row = 0; row <= rows; row++) {
        int span = Math.min(reach, Math.min(row, rows - row));
        Vec sum = Vec.ZERO;
        for (int k = -span; k <= span; k++) {
          sum = sum.plus(across[(row + k) * stride + column]);
        }
        both[row * stride + column] = sum.times(1.0 / (2 * span + 1));
      }
    }
    return both;
  }
}
