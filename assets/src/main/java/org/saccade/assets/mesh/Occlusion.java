package org.saccade.assets.mesh;

import java.util.ArrayList;
import java.util.List;

/**
 * Cheap ambient occlusion: how much of the hemisphere above a point stays open among boxes and
 * upright cylinders. Directions are fixed and hits fade with distance, so neighbours agree.
 */
public final class Occlusion {
  private static final int RAYS = 40;
  private static final Vec[] DIRECTIONS = directions();

  private final List<Blocker> blockers = new ArrayList<>();
  private final double reach;
  private final double strength;

  private record Blocker(Vec low, Vec high, boolean round) {}

  /** Looks {@code reach} metres far; full cover darkens by {@code strength}. */
  public Occlusion(double reach, double strength) {
    this.reach = reach;
    this.strength = strength;
  }

  public Occlusion box(Vec low, Vec high) {
    blockers.add(new Blocker(low, high, false));
    return this;
  }

  /** Adds an upright cylinder standing on {@code foot}. */
  public Occlusion cylinder(Vec foot, double radius, double height) {
    Vec side = new Vec(radius, 0, radius);
    blockers.add(new Blocker(foot.minus(side), foot.plus(side).plus(new Vec(0, height, 0)), true));
    return this;
  }

  /** Returns the light left, 1 in the open. */
  public double light(Vec position, Vec normal) {
    List<Blocker> near = new ArrayList<>();
    for (Blocker blocker : blockers) {
      if (away(position, blocker) < reach) {
        near.add(blocker);
      }
    }
    if (near.isEmpty()) {
      return 1;
    }
    Turn turn = Turn.between(Vec.UP, normal);
    Vec from = position.plus(normal.times(0.02));
    double covered = 0;
    for (Vec direction : DIRECTIONS) {
      Vec ray = turn.apply(direction);
      double nearest = reach;
      for (Blocker blocker : near) {
        nearest = Math.min(nearest, hit(from, ray, blocker));
      }
      double fade = 1 - nearest / reach;
      covered += fade * fade;
    }
    return 1 - strength * covered / RAYS;
  }

  private static double away(Vec p, Blocker b) {
    double x = Math.max(0, Math.max(b.low.x() - p.x(), p.x() - b.high.x()));
    double y = Math.max(0, Math.max(b.low.y() - p.y(), p.y() - b.high.y()));
    double z = Math.max(0, Math.max(b.low.z() - p.z(), p.z() - b.high.z()));
    return Math.sqrt(x * x + y * y + z * z);
  }

  private double hit(Vec from, Vec ray, Blocker b) {
    double enter = 0;
    double leave = reach;
    for (int axis = 0; axis < 3; axis++) {
      if (b.round && axis != 1) {
        continue;
      }
      double inverse = 1 / along(ray, axis);
      double one = (along(b.low, axis) - along(from, axis)) * inverse;
      double two = (along(b.high, axis) - along(from, axis)) * inverse;
      enter = Math.max(enter, Math.min(one, two));
      leave = Math.min(leave, Math.max(one, two));
    }
    if (b.round) {
      double radius = (b.high.x() - b.low.x()) / 2;
      double cx = from.x() - (b.low.x() + b.high.x()) / 2;
      double cz = from.z() - (b.low.z() + b.high.z()) / 2;
      double a = ray.x() * ray.x() + ray.z() * ray.z() + 1e-12;
      double half = cx * ray.x() + cz * ray.z();
      double root = half * half - a * (cx * cx + cz * cz - radius * radius);
      if (root < 0) {
        return reach;
      }
      double width = Math.sqrt(root);
      enter = Math.max(enter, (-half - width) / a);
      leave = Math.min(leave, (-half + width) / a);
    }
    return enter <= leave ? enter : reach;
  }

  private static double along(Vec v, int axis) {
    return axis == 0 ? v.x() : axis == 1 ? v.y() : v.z();
  }

  private static Vec[] directions() {
    Vec[] all = new Vec[RAYS];
    double golden = StrictMath.PI * (3 - Math.sqrt(5));
    for (int i = 0; i < RAYS; i++) {
      double out = Math.sqrt((i + 0.5) / RAYS); // cosine-weighted
      double angle = i * golden + 0.123;
      all[i] =
          new Vec(
              out * StrictMath.cos(angle), Math.sqrt(1 - out * out), out * StrictMath.sin(angle));
    }
    return all;
  }
}
