package org.saccade.offload.predict;

/**
 * What the trained gaze predictor looks at: where the eye was at fixed lags, how the head turned
 * (eyes counter a turning head, and lead it), how both are held, what the eye does and where a
 * saccade under way would land. One thread; filled anew for each history.
 */
public final class GazeFeatures {
  private static final double[] EYE_LAGS = {
    0.01, 0.02, 0.03, 0.04, 0.05, 0.06, 0.08, 0.1, 0.13, 0.16, 0.2, 0.25, 0.3, 0.4, 0.5
  };
  private static final double[] TURN_LAGS = {0.01, 0.02, 0.05, 0.1, 0.2, 0.4};
  private static final int EXTRAS = 12;
  private static final double SPEED_LAG = 0.03;

  /** Lagged gaze, yaw and pitch each. */
  public static final int LAGS = 2 * EYE_LAGS.length;

  private static final int TURNS = 3 * TURN_LAGS.length;

  /** All that the network sees. */
  public static final int INPUTS = LAGS + TURNS + EXTRAS;

  /** Yaw and pitch for each horizon in turn. */
  public static final int OUTPUTS = 2 * Horizons.COUNT;

  private final float[] inputs = new float[INPUTS];
  private final double[] vector = new double[4];
  private final EyeMovements movements = new EyeMovements();
  private final SaccadeFit fit = new SaccadeFit();
  private EyeMovement movement = EyeMovement.UNKNOWN;
  private double speed;
  private double landingYaw;
  private double landingPitch;

  /** Looks at the history, which has a gaze. */
  public void fill(MotionHistory history) {
    movement = movements.of(history);
    for (int i = 0; i < EYE_LAGS.length; i++) {
      history.gazeSince(EYE_LAGS[i], vector);
      inputs[2 * i] = (float) vector[0];
      inputs[2 * i + 1] = (float) vector[1];
    }
    history.gazeSince(SPEED_LAG, vector);
    speed = Math.hypot(vector[0], vector[1]) / SPEED_LAG;
    turns(history);
    land(history);
    extras(history);
  }

  private void turns(MotionHistory history) {
    for (int i = 0; i < TURN_LAGS.length; i++) {
      vector[0] = 0;
      vector[1] = 0;
      vector[2] = 0;
      if (history.knowsHead()) {
        history.localTurnSince(TURN_LAGS[i], vector);
      }
      for (int k = 0; k < 3; k++) {
        inputs[LAGS + 3 * i + k] = (float) vector[k];
      }
    }
  }

  private void land(MotionHistory history) {
    landingYaw = history.gazeYaw(0);
    landingPitch = history.gazePitch(0);
    if (movement == EyeMovement.SACCADE) {
      fit.fit(history, movements.jumpSpeed());
      landingYaw = fit.landingYaw();
      landingPitch = fit.landingPitch();
    }
  }

  private void extras(MotionHistory history) {
    int at = LAGS + TURNS;
    boolean isJumping = movement == EyeMovement.SACCADE;
    inputs[at] = (float) history.gazeYaw(0);
    inputs[at + 1] = (float) history.gazePitch(0);
    inputs[at + 2] = (float) (landingYaw - history.gazeYaw(0));
    inputs[at + 3] = (float) (landingPitch - history.gazePitch(0));
    inputs[at + 4] = isJumping ? 1 : 0;
    inputs[at + 5] = isJumping ? (float) fit.sinceOnset() : 0;
    inputs[at + 6] = movement == EyeMovement.PURSUIT ? 1 : 0;
    inputs[at + 7] = (float) Math.log(speed + 0.05);
    inputs[at + 8] = (float) Math.log(history.gazeInterval() + 0.005);
    inputs[at + 9] = (float) Math.log(movements.jumpSpeed() + 0.1);
    inputs[at + 10] = 0;
    inputs[at + 11] = 0;
    if (history.knowsHead()) {
      history.up(vector);
      inputs[at + 10] = (float) vector[0];
      inputs[at + 11] = (float) vector[2];
    }
  }

  /** All that the network sees; lagged gaze comes first, for the linear predictor. */
  public float[] inputs() {
    return inputs;
  }

  /** What the eye does. */
  public EyeMovement movement() {
    return movement;
  }

  /** How fast the eye is in the head, radians a second. */
  public double speed() {
    return speed;
  }

  /** From what speed on this eye's movements count as jumps: its tracker's noise, in effect. */
  public double jumpSpeed() {
    return movements.jumpSpeed();
  }

  double landingYaw() {
    return landingYaw;
  }

  double landingPitch() {
    return landingPitch;
  }

  /** The sign an input has in the mirror that swaps left and right. */
  public static float mirrored(int input) {
    if (input < LAGS) {
      return input % 2 == 0 ? -1 : 1;
    }
    int at = input - LAGS;
    if (at < TURNS) {
      return at % 3 == 0 ? 1 : -1;
    }
    at -= TURNS;
    return at == 0 || at == 2 || at == 10 ? -1 : 1;
  }

  /** The sign an output has in the mirror. */
  public static float mirroredOutput(int output) {
    return output % 2 == 0 ? -1 : 1;
  }
}
