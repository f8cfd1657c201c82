package org.saccade.render.scene;

import org.joml.Matrix4fc;
import org.joml.Vector3f;

/** An axis-aligned box in metres. {@link #EMPTY} has its corners the wrong way round. */
public record Aabb(float minX, float minY, float minZ, float maxX, float maxY, float maxZ) {
  /** Holds nothing; the neutral element of {@link #union}. */
  public static final Aabb EMPTY =
      new Aabb(
          Float.POSITIVE_INFINITY,
          Float.POSITIVE_INFINITY,
          Float.POSITIVE_INFINITY,
          Float.NEGATIVE_INFINITY,
          Float.NEGATIVE_INFINITY,
          Float.NEGATIVE_INFINITY);

  public boolean isEmpty() {
    return minX > maxX || minY > maxY || minZ > maxZ;
  }

  /** The smallest box around both. */
  public Aabb union(Aabb other) {
    return new Aabb(
        Math.min(minX, other.minX),
        Math.min(minY, other.minY),
        Math.min(minZ, other.minZ),
        Math.max(maxX, other.maxX),
        Math.max(maxY, other.maxY),
        Math.max(maxZ, other.maxZ));
  }

  /** The box around this one's eight transformed corners. */
  public Aabb transformed(Matrix4fc matrix) {
    if (isEmpty()) {
      return this;
    }
    var min = new Vector3f();
    var max = new Vector3f();
    matrix.transformAab(minX, minY, minZ, maxX, maxY, maxZ, min, max);
    return new Aabb(min.x, min.y, min.z, max.x, max.y, max.z);
  }

  /** The middle, into {@code dest}. */
  public Vector3f centre(Vector3f dest) {
    return dest.set(0.5f * (minX + maxX), 0.5f * (minY + maxY), 0.5f * (minZ + maxZ));
  }

  /** The largest absolute coordinate; 0 when empty. */
  float reach() {
    if (isEmpty()) {
      return 0;
    }
    float low = Math.max(Math.abs(minX), Math.max(Math.abs(minY), Math.abs(minZ)));
    float high = Math.max(Math.abs(maxX), Math.max(Math.abs(maxY), Math.abs(maxZ)));
    return Math.max(low, high);
  }
}
