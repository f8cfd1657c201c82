package org.saccade.client.hands;

import org.joml.Matrix4fc;

/** Where a scene's nodes are, and how hands move them. Frame thread. */
public interface Placed {
  /** Node to world, as last drawn; valid until the next frame. */
  Matrix4fc world(int node);

  /** Puts a movable node somewhere, to stay there. */
  void place(int node, Matrix4fc world);
}
