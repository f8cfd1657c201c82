package org.saccade.xr;

import org.joml.Vector3d;
import org.joml.Vector3dc;

/** Keeps a walker's feet on the floor and out of walls. */
@FunctionalInterface
public interface Ground {
  /** Nothing in the way, and the floor is level. */
  Ground NONE = (from, to, result) -> result.set(to);

  /** Where the feet, wanting to go from one point to another, end up; written to {@code result}. */
  Vector3d slide(Vector3dc from, Vector3dc to, Vector3d result);

  /**
   * The share of the straight way between two points after which something solid is met, and its
   * upward unit normal in {@code normal}; above 1 when nothing is. By default a floor at height 0.
   */
  default double hit(Vector3dc from, Vector3dc to, Vector3d normal) {
    normal.set(0, 1, 0);
    return from.y() > 0 && to.y() <= 0 ? from.y() / (from.y() - to.y()) : 2;
  }

  /** Whether a person has room to stand on a floor point. */
  default boolean canStand(Vector3dc at) {
    return true;
  }
}
