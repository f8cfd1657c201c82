package org.saccade.render.scene;

import org.saccade.render.tile.Floats;
import org.saccade.render.tile.Ints;

/**
 * Tangents for normal maps where the file has none: the direction of growing u, averaged over the
 * triangles at a vertex, made perpendicular to its normal; w is the sign of the bitangent.
 */
final class VertexTangents {
  private final float[] positions;
  private final float[] uv;
  private final float[] alongU;
  private final float[] alongV;

  private VertexTangents(Floats positions, Floats uv) {
    this.positions = positions.toArray();
    this.uv = uv.toArray();
    this.alongU = new float[positions.size()];
    this.alongV = new float[positions.size()];
  }

  static Floats of(Floats positions, Floats normals, Floats uv, Ints indices) {
    var sums = new VertexTangents(positions, uv);
    for (int i = 0; i + 2 < indices.size(); i += 3) {
      sums.add(indices.get(i), indices.get(i + 1), indices.get(i + 2));
    }
    return sums.tangents(normals);
  }

  private void add(int a, int b, int c) {
    float du1 = uv[2 * b] - uv[2 * a];
    float dv1 = uv[2 * b + 1] - uv[2 * a + 1];
    float du2 = uv[2 * c] - uv[2 * a];
    float dv2 = uv[2 * c + 1] - uv[2 * a + 1];
    float area = du1 * dv2 - du2 * dv1;
    if (area == 0 || !Float.isFinite(area)) {
      return;
    }
    float sign = Math.signum(area);
    for (int axis = 0; axis < 3; axis++) {
      float e1 = positions[3 * b + axis] - positions[3 * a + axis];
      float e2 = positions[3 * c + axis] - positions[3 * a + axis];
      spread(alongU, axis, sign * (dv2 * e1 - dv1 * e2), a, b, c);
      spread(alongV, axis, sign * (du1 * e2 - du2 * e1), a, b, c);
    }
  }

  private static void spread(float[] sums, int axis, float value, int a, int b, int c) {
    sums[3 * a + axis] += value;
    sums[3 * b + axis] += value;
    sums[3 * c + axis] += value;
  }

  private Floats tangents(Floats normals) {
    float[] dest = new float[positions.length / 3 * 4];
    for (int vertex = 0; vertex < positions.length / 3; vertex++) {
      int at = 3 * vertex;
      write(vertex, normals.get(at), normals.get(at + 1), normals.get(at + 2), dest);
    }
    return Floats.wrap(dest);
  }

  private void write(int vertex, float nx, float ny, float nz, float[] dest) {
    int at = 3 * vertex;
    float dot = nx * alongU[at] + ny * alongU[at + 1] + nz * alongU[at + 2];
    float x = alongU[at] - dot * nx;
    float y = alongU[at + 1] - dot * ny;
    float z = alongU[at + 2] - dot * nz;
    float size = x * x + y * y + z * z;
    if (!(size > 1e-30f && size < Float.POSITIVE_INFINITY)) {
      // any direction perpendicular to the normal
      boolean steep = Math.abs(nx) > 0.7f;
      x = steep ? -ny : 0;
      y = steep ? nx : -nz;
      z = steep ? 0 : ny;
      if (x * x + y * y + z * z == 0) {
        x = 1;
      }
    }
    float scale = (float) (1 / Math.sqrt((double) x * x + (double) y * y + (double) z * z));
    float crossX = ny * z - nz * y;
    float crossY = nz * x - nx * z;
    float crossZ = nx * y - ny * x;
    float side = crossX * alongV[at] + crossY * alongV[at + 1] + crossZ * alongV[at + 2];
    dest[4 * vertex] = x * scale;
    dest[4 * vertex + 1] = y * scale;
    dest[4 * vertex + 2] = z * scale;
    dest[4 * vertex + 3] = side > 0 ? -1 : 1;
  }
}
