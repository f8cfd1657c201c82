package org.saccade.client.hands;

import java.util.List;
import org.joml.Matrix4f;
import org.joml.Matrix4fc;
import org.joml.Vector3f;
import org.joml.Vector3fc;
import org.saccade.render.scene.Aabb;

/** Which thing a point is in or near, by the things' own boxes. Frame thread; makes no objects. */
final class Reach {
  private static final float THINNEST_SCALE = 1e-4f;

  private final Matrix4f inverse = new Matrix4f();
  private final Vector3f local = new Vector3f();
  private final Vector3f scale = new Vector3f();
  private float distance;

  /**
   * The index of the innermost nearest thing within {@code metres} of a point, or -1.
   *
   * @param isForGrabbing only of things that hands may take
   * @param except an index to leave out, or -1
   */
  int find(
      List<Thing> things,
      Placed placed,
      Vector3fc point,
      float metres,
      boolean isForGrabbing,
      int except) {
    int best = -1;
    float nearest = metres;
    for (int i = 0; i < things.size(); i++) {
      var thing = things.get(i);
      if (i != except && (thing.isGrabbable() || !isForGrabbing)) {
        measure(thing, placed.world(thing.node()), point);
        if (distance <= nearest) {
          nearest = distance;
          best = i;
        }
      }
    }
    return best;
  }

  /** Sets where the point is in the thing's space, and how far outside its box in metres. */
  void measure(Thing thing, Matrix4fc world, Vector3fc point) {
    world.invertAffine(inverse).transformPosition(point, local);
    world.getScale(scale);
    Aabb box = thing.box();
    float x = outside(local.x, box.minX(), box.maxX()) * scale.x;
    float y = outside(local.y, box.minY(), box.maxY()) * scale.y;
    float z = outside(local.z, box.minZ(), box.maxZ()) * scale.z;
    float away = (float) Math.sqrt(x * x + y * y + z * z);
    boolean isFlat = Math.min(scale.x, Math.min(scale.y, scale.z)) < THINNEST_SCALE;
    distance = isFlat || !Float.isFinite(away) ? Float.POSITIVE_INFINITY : away;
  }

  private static float outside(float at, float low, float high) {
    return Math.max(0, Math.max(low - at, at - high));
  }

  /** Metres from the box in the last {@link #measure}; 0 inside. */
  float distance() {
    return distance;
  }

  /** The point of the last {@link #measure} in the thing's space, times its scale: metres. */
  Vector3f scaled(Vector3f target) {
    return target.set(local).mul(scale);
  }
}
