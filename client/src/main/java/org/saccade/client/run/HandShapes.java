package org.saccade.client.run;

import org.joml.Quaternionf;
import org.joml.Vector3d;
import org.joml.Vector3f;
import org.saccade.render.pass.Capsules;
import org.saccade.render.pass.Capsules.Look;
import org.saccade.xr.HandInput;
import org.saccade.xr.HandJoints;
import org.saccade.xr.Pose;
import org.saccade.xr.TeleportArc;

/**
 * What hands look like: fingers of bars along their joints, or a small wand where only a controller
 * is known; a ray while a hand points, and an arc with a ring where it would teleport. Frame
 * thread.
 */
final class HandShapes {
  private static final Look SKIN = new Look(new Vector3f(0.42f, 0.47f, 0.55f), 0);
  private static final Look NAIL = new Look(new Vector3f(0.62f, 0.68f, 0.78f), 0);
  private static final Look DARK = new Look(new Vector3f(0.05f, 0.055f, 0.065f), 0);
  private static final Look RING = new Look(new Vector3f(0.1f, 0.55f, 0.75f), 0.5f);
  private static final Look RAY = new Look(new Vector3f(0.35f, 0.8f, 1), 1);
  private static final Look GOOD = new Look(new Vector3f(0.2f, 0.85f, 0.6f), 1);
  private static final Look BAD = new Look(new Vector3f(0.9f, 0.25f, 0.2f), 1);

  /** The joint each joint hangs on; the palm on none. */
  private static final int[] PARENTS = {
    -1, -1, 1, 2, 3, 4, 1, 6, 7, 8, 9, 1, 11, 12, 13, 14, 1, 16, 17, 18, 19, 1, 21, 22, 23, 24
  };

  private static final int[] KNUCKLES = {7, 12, 17, 22};
  private static final double SLIMMER = 0.85;
  private static final double RAY_METRES = 1.5;
  private static final double RAY_RADIUS = 0.0015;
  private static final int RING_PARTS = 24;
  private static final double RING_METRES = 0.25;
  private static final double POINTING = 0.05;

  private final Capsules bars;
  private final Quaternionf turned = new Quaternionf();
  private final Vector3d from = new Vector3d();
  private final Vector3d to = new Vector3d();

  HandShapes(Capsules bars) {
    this.bars = bars;
  }

  /** Begins a frame's shapes, all near the play space. */
  void begin(Pose origin) {
    bars.clear(origin.position(from));
  }

  /** Adds one hand. */
  void add(HandInput hand, Pose origin) {
    var joints = hand.joints();
    if (joints != null) {
      addFingers(joints, origin);
    } else if (hand.isGripTracked()) {
      addWand(hand.grip().in(origin));
    }
    if (hand.isAimTracked() && hand.trigger() > POINTING && !hand.isTeleportPressed()) {
      var aim = hand.aim().in(origin);
      bars.add(at(aim, 0, 0, -0.05, from), RAY_RADIUS, ahead(aim), RAY_RADIUS, RAY);
    }
  }

  private Vector3d ahead(Pose aim) {
    return at(aim, 0, 0, -RAY_METRES, to);
  }

  private void addFingers(HandJoints joints, Pose origin) {
    turned.set(origin.qx(), origin.qy(), origin.qz(), origin.qw());
    for (int joint = 2; joint < HandJoints.COUNT; joint++) {
      boolean isTip = joint % 5 == 0;
      bone(joints, origin, PARENTS[joint], joint, isTip ? NAIL : SKIN);
    }
    for (int i = 0; i + 1 < KNUCKLES.length; i++) {
      bone(joints, origin, KNUCKLES[i], KNUCKLES[i + 1], SKIN);
    }
    bone(joints, origin, 2, KNUCKLES[0], SKIN);
  }

  private void bone(HandJoints joints, Pose origin, int first, int last, Look look) {
    bars.add(
        place(joints, origin, first, from),
        SLIMMER * joints.radius(first),
        place(joints, origin, last, to),
        SLIMMER * joints.radius(last),
        look);
  }

  private Vector3d place(HandJoints joints, Pose origin, int joint, Vector3d target) {
    target.set(joints.x(joint), joints.y(joint), joints.z(joint));
    return turned.transform(target).add(origin.x(), origin.y(), origin.z());
  }

  /** A handle with a ring of light at its front. */
  private void addWand(Pose grip) {
    bars.add(at(grip, 0, 0, 0.06, from), 0.013, at(grip, 0, 0, -0.03, to), 0.016, DARK);
    bars.add(at(grip, 0, 0, -0.03, from), 0.019, at(grip, 0, 0, -0.045, to), 0.019, RING);
    bars.add(at(grip, 0, 0, -0.045, from), 0.012, at(grip, 0, 0, -0.075, to), 0.006, NAIL);
  }

  private Vector3d at(Pose pose, double x, double y, double z, Vector3d target) {
    pose.orientation(turned).transform(target.set(x, y, z));
    return target.add(pose.x(), pose.y(), pose.z());
  }

  /** Adds the way a hand would throw its person. */
  void add(TeleportArc arc) {
    var look = arc.isValid() ? GOOD : BAD;
    for (int i = 0; i + 1 < arc.count(); i++) {
      double radius = 0.003 + 0.004 * i / arc.count();
      bars.add(arc.point(i, from), radius, arc.point(i + 1, to), radius, look);
    }
    if (arc.isValid()) {
      addRing(arc, look);
    }
  }

  private void addRing(TeleportArc arc, Look look) {
    for (int i = 0; i < RING_PARTS; i++) {
      around(arc, i, from);
      around(arc, i + 1, to);
      bars.add(from, 0.008, to, 0.008, look);
    }
  }

  private static void around(TeleportArc arc, int part, Vector3d target) {
    double angle = 2 * Math.PI * part / RING_PARTS;
    arc.end(target).add(RING_METRES * Math.cos(angle), 0.01, RING_METRES * Math.sin(angle));
  }
}
