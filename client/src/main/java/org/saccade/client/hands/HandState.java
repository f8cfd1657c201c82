package org.saccade.client.hands;

import org.joml.Matrix4f;
import org.joml.Matrix4fc;
import org.joml.Quaternionf;
import org.joml.Vector3f;
import org.joml.Vector3fc;
import org.saccade.xr.HandInput;
import org.saccade.xr.HandJoints;
import org.saccade.xr.Pose;

/** One hand in the world: where it holds, where its finger is, and how firmly it grabs. */
final class HandState {
  /** A controller's finger is thought of at its front end. */
  private static final double FINGER_METRES = 0.06;

  private final Matrix4f grip = new Matrix4f();
  private final Vector3f palm = new Vector3f();
  private final Vector3f finger = new Vector3f();
  private final Quaternionf turned = new Quaternionf();
  private boolean isSeen;
  private double firmness;

  /** Takes in a frame's input. */
  void update(HandInput hand, Pose origin) {
    var joints = hand.joints();
    isSeen = hand.isGripTracked() || joints != null;
    firmness = hand.squeeze();
    if (!isSeen) {
      return;
    }
    if (joints != null && !hand.isGripTracked()) {
      hold(joints.pose(HandJoints.PALM).in(origin));
    } else {
      hold(hand.grip().in(origin));
    }
    if (joints != null) {
      put(joints.pose(HandJoints.INDEX_TIP).in(origin), finger);
    } else {
      finger.set(0, 0, (float) -FINGER_METRES).rotate(turned).add(palm);
    }
  }

  private void hold(Pose at) {
    put(at, palm);
    grip.translationRotate(palm.x, palm.y, palm.z, at.orientation(turned));
  }

  private static void put(Pose at, Vector3f target) {
    target.set((float) at.x(), (float) at.y(), (float) at.z());
  }

  /** Whether it is known where it is; else it stays where it was. */
  boolean isSeen() {
    return isSeen;
  }

  /** Grip to world. */
  Matrix4fc grip() {
    return grip;
  }

  Vector3fc palm() {
    return palm;
  }

  Vector3fc finger() {
    return finger;
  }

  /** 0 (open) to 1. */
  double firmness() {
    return firmness;
  }
}
