package org.saccade.render.pass;

import org.joml.Matrix4fc;

/** The five planes of a view without far plane, around positions relative to its eye. */
final class Frustum {
  private static final int PLANES = 5;

  private final float[] planes = new float[4 * PLANES];

  /** Takes the planes of a reversed-Z clip matrix. */
  void set(Matrix4fc clip) {
    put(0, clip, 0, 1);
    put(1, clip, 0, -1);
    put(2, clip, 1, 1);
    put(3, clip, 1, -1);
    put(4, clip, 2, -1);
  }

  private void put(int plane, Matrix4fc m, int row, int sign) {
    for (int column = 0; column < 4; column++) {
      planes[4 * plane + column] = m.get(column, 3) + sign * m.get(column, row);
    }
  }

  /** Whether a box, given by its middle and half sizes, may be seen. */
  boolean touches(float x, float y, float z, float halfX, float halfY, float halfZ) {
    for (int i = 0; i < planes.length; i += 4) {
      float middle = planes[i] * x + planes[i + 1] * y + planes[i + 2] * z + planes[i + 3];
      float reach =
          Math.abs(planes[i]) * halfX
              + Math.abs(planes[i + 1]) * halfY
              + Math.abs(planes[i + 2]) * halfZ;
      if (middle < -reach) {
        return false;
      }
    }
    return true;
  }
}
