package org.saccade.assets.glb;

import java.util.Arrays;
import org.saccade.assets.mesh.Mesh;
import org.saccade.assets.mesh.Vec;

/**
 * Tangents from texture coordinates. Shapes here never mirror their texture, so the bitangent is
 * always {@code normal x tangent} (w = 1), which points to smaller v: up in the picture.
 */
final class Tangents {
  private Tangents() {}

  static Vec[] of(Mesh mesh) {
    Vec[] sums = new Vec[mesh.vertexCount()];
    Arrays.fill(sums, Vec.ZERO);
    for (int i = 0; i < mesh.indexCount(); i += 3) {
      int a = mesh.index(i);
      int b = mesh.index(i + 1);
      int c = mesh.index(i + 2);
      Vec tangent = tangent(mesh, a, b, c);
      sums[a] = sums[a].plus(tangent);
      sums[b] = sums[b].plus(tangent);
      sums[c] = sums[c].plus(tangent);
    }
    for (int i = 0; i < sums.length; i++) {
      Vec normal = mesh.normal(i);
      Vec flat = sums[i].minus(normal.times(sums[i].dot(normal)));
      sums[i] = flat.length() < 1e-9 ? anyAcross(normal) : flat.normalised();
    }
    return sums;
  }

  private static Vec tangent(Mesh mesh, int a, int b, int c) {
    Vec ab = mesh.position(b).minus(mesh.position(a));
    Vec ac = mesh.position(c).minus(mesh.position(a));
    double v1 = mesh.v(b) - mesh.v(a);
    double v2 = mesh.v(c) - mesh.v(a);
    double area = (mesh.u(b) - mesh.u(a)) * v2 - (mesh.u(c) - mesh.u(a)) * v1;
    return ab.times(v2).minus(ac.times(v1)).times(Math.signum(area));
  }

  private static Vec anyAcross(Vec normal) {
    Vec side = Math.abs(normal.x()) < 0.9 ? new Vec(1, 0, 0) : new Vec(0, 0, 1);
    return side.minus(normal.times(side.dot(normal))).normalised();
  }
}
