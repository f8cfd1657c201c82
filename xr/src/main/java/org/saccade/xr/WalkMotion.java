package org.saccade.xr;

import java.util.ArrayList;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.joml.Quaternionf;

/**
 * A seeded person strolling through the free circle round a scene's start: 1 m/s, steps that bob
 * and sway the head, glances aside. A visitor also stands still to look for a while, again and
 * again. Used where no recording is given; the same seed gives the same walk on every machine.
 *
 * <p>The feet go round a ring whose radius wanders between the exhibit at the centre and the edge
 * of the free floor. The head follows the heading and adds a slowly wandering glance. Everything is
 * made at 100 Hz with StrictMath and then is a plain track.
 */
public final class WalkMotion {
  private static final int SAMPLES_A_SECOND = 100;
  private static final double SPEED = 1;
  private static final double EYE_HEIGHT_METRES = 1.62;
  private static final double RING_METRES = 1.6;
  private static final double WANDER_METRES = 0.7;
  private static final double STEEPEST_TURN = 1.8;
  private static final double STEPS_A_SECOND = 1.8;
  private static final double BOB_METRES = 0.018;
  private static final double SWAY_METRES = 0.012;

  private static final double STANDS_SECONDS = 11;
  private static final double WALKS_SECONDS = 4;
  private static final double STARTS_SECONDS = 0.8;

  private final SmoothNoise wandering;
  private final SmoothNoise glanceYaw;
  private final SmoothNoise glancePitch;
  private final double sense;
  private double x;
  private double z = RING_METRES;
  private double heading;
  private double walkedMetres;

  private WalkMotion(long seed) {
    wandering = new SmoothNoise(seed * 3 + 1, 4);
    glanceYaw = new SmoothNoise(seed * 3 + 2, 1.7);
    glancePitch = new SmoothNoise(seed * 3 + 3, 2.1);
    sense = (seed & 1) == 0 ? 1 : -1;
    heading = -sense * StrictMath.PI / 2;
  }

  /** A walk of {@code seconds} for a seed, without a stop. */
  public static PoseTrack seeded(long seed, double seconds) {
    return track(seed, seconds, t -> 1);
  }

  /** A visit of {@code seconds} for a seed: stands and looks, walks on, stands again. */
  public static PoseTrack visit(long seed, double seconds) {
    return track(seed, seconds, WalkMotion::visitorsPace);
  }

  private static PoseTrack track(long seed, double seconds, DoubleUnaryOperator pace) {
    var walk = new WalkMotion(seed);
    var samples = new ArrayList<PoseTrack.Sample>();
    for (int i = 0; i <= seconds * SAMPLES_A_SECOND; i++) {
      double t = (double) i / SAMPLES_A_SECOND;
      double paceNow = pace.applyAsDouble(t);
      samples.add(new PoseTrack.Sample(t, walk.pose(t, paceNow), Optional.empty()));
      walk.step(t, paceNow / SAMPLES_A_SECOND);
    }
    return new PoseTrack(samples);
  }

  /** 0 while standing, 1 while walking, between them while starting and stopping. */
  private static double visitorsPace(double t) {
    double since = t % (STANDS_SECONDS + WALKS_SECONDS) - STANDS_SECONDS;
    double nearestStop = Math.min(since, WALKS_SECONDS - since);
    return Math.clamp(nearestStop / STARTS_SECONDS, 0.0, 1.0);
  }

  /** Turns towards the way round the ring, at most at a person's rate, and moves the feet on. */
  private void step(double t, double seconds) {
    double radius = StrictMath.hypot(x, z);
    double outward = 1.5 * (RING_METRES + WANDER_METRES * wandering.at(t) - radius);
    double wishX = (sense * z + outward * x) / radius;
    double wishZ = (-sense * x + outward * z) / radius;
    double error = wrapped(StrictMath.atan2(-wishX, -wishZ) - heading);
    heading = wrapped(heading + clamp(2.5 * error, STEEPEST_TURN) * seconds);
    x -= StrictMath.sin(heading) * SPEED * seconds;
    z -= StrictMath.cos(heading) * SPEED * seconds;
    walkedMetres += SPEED * seconds;
  }

  private Pose pose(double t, double pace) {
    double phase = 2 * StrictMath.PI * STEPS_A_SECOND * walkedMetres / SPEED;
    double bob = pace * BOB_METRES * StrictMath.sin(phase);
    double sway = pace * SWAY_METRES * StrictMath.sin(phase / 2);
    double yaw = heading + 0.7 * glanceYaw.at(t) + 0.01 * StrictMath.sin(phase / 2);
    double pitch = -0.07 + 0.14 * glancePitch.at(t) + 0.006 * StrictMath.sin(phase);
    double roll = 0.008 * StrictMath.sin(phase / 2);
    var turned =
        new Quaternionf().rotateY((float) yaw).rotateX((float) pitch).rotateZ((float) roll);
    return Pose.of(
        x + sway * StrictMath.cos(heading),
        EYE_HEIGHT_METRES + bob,
        z - sway * StrictMath.sin(heading),
        turned);
  }

  private static double clamp(double value, double limit) {
    return Math.clamp(value, -limit, limit);
  }

  private static double wrapped(double angle) {
    return StrictMath.IEEEremainder(angle, 2 * StrictMath.PI);
  }
}
