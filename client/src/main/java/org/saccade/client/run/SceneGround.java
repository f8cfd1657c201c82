package org.saccade.client.run;

import org.joml.Vector3d;
import org.joml.Vector3dc;
import org.saccade.render.scene.WalkGround;
import org.saccade.xr.Ground;

/** A scene's still things as the ground a person walks on. Frame thread. */
record SceneGround(WalkGround walk) implements Ground {
  @Override
  public Vector3d slide(Vector3dc from, Vector3dc to, Vector3d result) {
    return walk.walk(from, to, result);
  }

  @Override
  public double hit(Vector3dc from, Vector3dc to, Vector3d normal) {
    return walk.hit(from, to, normal);
  }

  @Override
  public boolean canStand(Vector3dc at) {
    return walk.canStand(at);
  }
}
