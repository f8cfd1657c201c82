package org.saccade.offload.predict;

import org.joml.AxisAngle4d;
import org.joml.Quaterniond;
import org.joml.Quaternionf;
import org.joml.Quaternionfc;
import org.joml.Vector3d;
import org.joml.Vector3dc;
import org.jspecify.annotations.Nullable;

/**
 * Predicts a head's pose by its smoothed velocity, which is expected to die away: a head that turns
 * fast will have stopped half a second later. Constant velocity alone is worse than standing still
 * at such horizons. Frame thread; the result depends on the poses seen alone.
 */
public final class HeadPredictor {
  /** Velocities are smoothed over this long, seconds. */
  private static final double SMOOTHING = 0.06;

  /** A walk goes on for about so long, seconds. */
  private static final double WALK = 1.2;

  /** A turn goes on for about so long, seconds. */
  private static final double TURN = 0.2;

  /** Poses further apart than this are two tracks: nothing carries over. */
  private static final long GAP_NANOS = 250_000_000L;

  private final Vector3d position = new Vector3d();
  private final Quaterniond orientation = new Quaterniond();
  private final Vector3d velocity = new Vector3d();
  private final Vector3d spin = new Vector3d();
  private final Vector3d freshVelocity = new Vector3d();
  private final Vector3d freshSpin = new Vector3d();
  private final Quaterniond step = new Quaterniond();
  private final Quaterniond scratch = new Quaterniond();
  private final AxisAngle4d axis = new AxisAngle4d();
  private double velocityNoise;
  private double spinNoise;
  private long lastNanos;
  private int seen;

  /** Takes in a pose; one that is not newer than the last is ignored. */
  public void see(long nanos, Vector3dc at, Quaternionfc turned) {
    long elapsed = nanos - lastNanos;
    if (seen > 0 && elapsed <= 0) {
      return;
    }
    if (seen == 0 || elapsed > GAP_NANOS) {
      velocity.zero();
      spin.zero();
      velocityNoise = 0;
      spinNoise = 0;
    } else {
      learn(elapsed * 1e-9, at, turned);
    }
    position.set(at);
    orientation.set(turned).normalize();
    lastNanos = nanos;
    seen++;
  }

  /** The pose at that instant; null before any pose was seen. */
  public @Nullable HeadForecast forecast(long atNanos) {
    if (seen == 0) {
      return null;
    }
    double ahead = Math.max(0, (atNanos - lastNanos) * 1e-9);
    double walked = damped(ahead, WALK);
    double turned = damped(ahead, TURN);
    var to = new Vector3d(position).fma(walked, velocity);
    double angle = spin.length() * turned;
    step.identity();
    if (angle > 1e-9) {
      step.fromAxisAngleRad(spin.x, spin.y, spin.z, angle);
    }
    var facing = new Quaternionf(step.mul(orientation, scratch).normalize());
    return new HeadForecast(
        atNanos,
        to,
        facing,
        velocityNoise * ahead + 0.2 * velocity.length() * (ahead - walked),
        spinNoise * ahead + 0.5 * spin.length() * (ahead - turned));
  }

  /** The smoothed speed, metres a second. */
  public double speed() {
    return velocity.length();
  }

  private void learn(double seconds, Vector3dc at, Quaternionfc turned) {
    double share = 1 - Math.exp(-seconds / SMOOTHING);
    at.sub(position, freshVelocity).div(seconds);
    step.set(turned).normalize().mul(orientation.conjugate(scratch));
    if (step.w < 0) {
      step.set(-step.x, -step.y, -step.z, -step.w);
    }
    axis.set(step);
    freshSpin.set(axis.x, axis.y, axis.z).mul(axis.angle / seconds);
    velocityNoise += share * (freshVelocity.distance(velocity) - velocityNoise);
    spinNoise += share * (freshSpin.distance(spin) - spinNoise);
    velocity.lerp(freshVelocity, share);
    spin.lerp(freshSpin, share);
  }

  /** How far one gets in a time when the speed dies away with a time constant; both seconds. */
  private static double damped(double seconds, double constant) {
    return constant * (1 - Math.exp(-seconds / constant));
  }
}
