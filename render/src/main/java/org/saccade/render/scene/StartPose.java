package org.saccade.render.scene;

import org.joml.Vector3d;
import org.joml.Vector3dc;

/**
 * Where a visit begins: a point on the floor, and which way one looks.
 *
 * @param position floor point in metres, world
 * @param yaw radians about +Y; 0 looks along -Z, positive turns left
 */
public record StartPose(Vector3dc position, double yaw) {
  /** The origin, looking along -Z. */
  public static final StartPose ORIGIN = new StartPose(new Vector3d(), 0);
}
