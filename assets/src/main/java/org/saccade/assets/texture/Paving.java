package org.saccade.assets.texture;

import java.util.function.Supplier;
import org.saccade.assets.mesh.Ease;
import org.saccade.assets.mesh.Vec;

/**
 * One point of an inlaid floor being laid: each piece covers what lies below, with a thin joint.
 */
final class Paving {
  private static final double SOFT = 0.002;
  private static final double JOINT = 0.0035;

  private Supplier<Vec> below;
  private Supplier<Vec> top;
  private double topShare = 1;
  private double nearestJoint = 1;

  Paving(Supplier<Vec> ground) {
    this.below = ground;
    this.top = ground;
  }

  /** Lays a piece where {@code distance} (in half squares) is negative. */
  void lay(double distance, Supplier<Vec> piece) {
    double share = Ease.step(SOFT, -SOFT, distance);
    if (share > 0) {
      below = top;
      top = piece;
      topShare = share;
    }
    nearestJoint = distance < -JOINT * 2 ? 1 : Math.min(nearestJoint, Math.abs(distance));
  }

  Dab dab(double roughness) {
    double joint = Ease.step(JOINT, 0, nearestJoint);
    Vec colour = topShare < 1 ? below.get().mix(top.get(), topShare) : top.get();
    return new Dab(colour.mix(colour.times(0.45), joint), -0.0008 * joint, roughness + 0.4 * joint);
  }
}
