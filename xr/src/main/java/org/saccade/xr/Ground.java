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
}
