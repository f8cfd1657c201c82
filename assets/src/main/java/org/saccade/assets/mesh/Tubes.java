package org.saccade.assets.mesh;

import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;

/** Round tubes along a path: ropes, rods, branches. */
public final class Tubes {
  private static final double TAU = 2 * StrictMath.PI;

  private Tubes() {}

  /** A tube of varying radius along {@code path} over [0, 1], open-ended. */
  public static Mesh along(
      DoubleFunction<Vec> path, DoubleUnaryOperator radius, int around, int steps) {
    return Shapes.surface(
        Shapes.Cut.closed(around, steps),
        (u, v) -> {
          Vec here = path.apply(v);
          double low = Math.max(0, v - 0.01);
          double high = Math.min(1, v + 0.01);
          Vec ahead = path.apply(high).minus(path.apply(low)).normalised();
          Turn turn = Turn.between(Vec.UP, ahead);
          double out = radius.applyAsDouble(v);
          Vec ring = new Vec(out * StrictMath.sin(u * TAU), 0, out * StrictMath.cos(u * TAU));
          return here.plus(turn.apply(ring));
        });
  }

  /** A straight rod. */
  public static Mesh rod(Vec from, Vec to, double radius, int around) {
    return along(t -> from.mix(to, t), t -> radius, around, 1);
  }
}
