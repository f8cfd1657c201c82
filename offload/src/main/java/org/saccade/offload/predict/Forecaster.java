package org.saccade.offload.predict;

import org.joml.Quaternionf;
import org.joml.Quaternionfc;
import org.joml.Vector3d;
import org.joml.Vector3dc;
import org.joml.Vector3f;
import org.joml.Vector3fc;
import org.jspecify.annotations.Nullable;

/**
 * Says where a head and its eyes will be, and how far that can be off. Takes in samples as they
 * come, late, irregular or broken. Frame thread; the result depends on the samples alone.
 */
public final class Forecaster {
  /** A gaze this much older than the newest pose says nothing any more. */
  private static final long STALE_NANOS = 300_000_000L;

  private static final long LONGEST_NANOS = 1_000_000_000L;

  private final MotionHistory history = new MotionHistory();
  private final Situation situation = new Situation(history);
  private final Displacement displacement = new Displacement();
  private final Predictor predictor;
  private final Calibration calibration;
  private final double[] pose = new double[7];
  private final double[] turn = new double[4];
  private final double[] turned = new double[4];
  private final double[] facts = new double[Calibration.FACTS];
  private final double[] move = new double[3];

  public Forecaster(Predictor predictor, Calibration calibration) {
    this.predictor = predictor;
    this.calibration = calibration;
  }

  /** Ours, with the parameters that ship. */
  public static Forecaster trained() {
    var parameters = ShippedParameters.get();
    return new Forecaster(parameters.predictor(), parameters.calibration());
  }

  /** Takes in a pose; one that is not newer than the last, or no pose at all, is left out. */
  public void see(long nanos, Vector3dc at, Quaternionfc facing) {
    history.seeHead(nanos, at, facing);
  }

  /** Takes in a measured direction in head space; what is none is left out. */
  public void seeGaze(long nanos, Vector3fc towards) {
    history.seeGaze(nanos, towards);
  }

  /** Everything seen so far as a predictor sees it. */
  public Situation situation() {
    return situation;
  }

  /** The head at that instant; null before any pose was seen. */
  public @Nullable HeadForecast head(long atNanos) {
    if (!history.knowsHead()) {
      return null;
    }
    double ahead = Math.max(0, (atNanos - history.headNanos()) * 1e-9);
    predictor.predictHead(situation, ahead, displacement);
    double heading = history.heading();
    history.pose(pose);
    System.arraycopy(displacement.turn, 0, move, 0, 3);
    MotionHistory.rotateY(move, heading);
    Turn.toQuaternion(move[0], move[1], move[2], turn);
    Turn.apply(turn, pose, 3, turned);
    System.arraycopy(displacement.move, 0, move, 0, 3);
    MotionHistory.rotateY(move, heading);
    Calibration.facts(Quantity.MOVE, situation, facts);
    double near = calibration.radius(Quantity.MOVE, facts, ahead, 1);
    double within = calibration.radius(Quantity.MOVE, facts, ahead, 2);
    Calibration.facts(Quantity.TURN, situation, facts);
    return new HeadForecast(
        atNanos,
        new Vector3d(pose[0] + move[0], pose[1] + move[1], pose[2] + move[2]),
        new Quaternionf(turned[0], turned[1], turned[2], turned[3]).normalize(),
        near,
        calibration.radius(Quantity.TURN, facts, ahead, 1),
        within,
        calibration.radius(Quantity.TURN, facts, ahead, 2));
  }

  /** Where the eye will look; null when no recent sample says so. */
  public @Nullable GazeForecast gaze(long atNanos) {
    if (!history.knowsGaze()
        || atNanos - history.gazeNanos() > LONGEST_NANOS
        || (history.knowsHead() && history.headNanos() - history.gazeNanos() > STALE_NANOS)) {
      return null;
    }
    double ahead = Math.max(0, (atNanos - history.gazeNanos()) * 1e-9);
    predictor.predictGaze(situation, ahead, displacement);
    var features = situation.gaze();
    Calibration.facts(Quantity.GAZE, situation, facts);
    return new GazeForecast(
        direction(
            history.gazeYaw(0) + displacement.gazeYaw,
            history.gazePitch(0) + displacement.gazePitch),
        calibration.radius(Quantity.GAZE, facts, ahead, 1),
        calibration.radius(Quantity.GAZE, facts, ahead, 2),
        features.movement(),
        features.movement() == EyeMovement.SACCADE
            ? direction(features.landingYaw(), features.landingPitch())
            : null);
  }

  private static Vector3f direction(double yaw, double pitch) {
    double level = Math.cos(pitch);
    return new Vector3f(
        (float) (Math.sin(yaw) * level), (float) Math.sin(pitch), (float) (-Math.cos(yaw) * level));
  }
}
