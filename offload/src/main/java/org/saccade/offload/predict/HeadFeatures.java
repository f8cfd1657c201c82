package org.saccade.offload.predict;

/**
 * What the trained head predictor looks at: where the head was at fixed lags, seen from where it is
 * now; the same divided by how fast it has been, so that slow and fast movements of one shape look
 * alike; and how it is held. One thread; filled anew for each history.
 */
public final class HeadFeatures {
  private static final double[] TURN_LAGS = {
    0.0111, 0.0222, 0.0333, 0.05, 0.0667, 0.1, 0.1333, 0.2, 0.3, 0.4, 0.6
  };
  private static final double[] MOVE_LAGS = {0.0333, 0.0667, 0.1, 0.1667, 0.2667, 0.4, 0.6};
  private static final int EXTRAS = 10;

  /** Lagged turns, three numbers each. */
  public static final int TURNS = 3 * TURN_LAGS.length;

  /** Lagged movements, three numbers each. */
  public static final int MOVES = 3 * MOVE_LAGS.length;

  /** All that the network sees. */
  public static final int INPUTS = TURNS + MOVES + EXTRAS;

  /** Turn and movement, three numbers each, for each horizon in turn. */
  public static final int OUTPUTS = 6 * Horizons.COUNT;

  /** Below these a head counts as still; metres and radians a second. */
  private static final double STILL = 0.002;

  private final float[] turns = new float[TURNS];
  private final float[] moves = new float[MOVES];
  private final float[] inputs = new float[INPUTS];
  private final double[] vector = new double[4];
  private double turnSpeed;
  private double moveSpeed;
  private double unsteadiness;
  private double slowUnsteadiness;

  /** Looks at the history, which has a pose. */
  public void fill(MotionHistory history) {
    turnSpeed = lagged(history, true, TURN_LAGS, turns);
    moveSpeed = lagged(history, false, MOVE_LAGS, moves);
    unsteadiness = unsteadiness(2, 5);
    slowUnsteadiness = unsteadiness(4, 7);
    shapes(turns, TURN_LAGS, turnSpeed, 0);
    shapes(moves, MOVE_LAGS, moveSpeed, TURNS);
    int at = TURNS + MOVES;
    history.up(vector);
    inputs[at] = (float) vector[0];
    inputs[at + 1] = (float) vector[2];
    inputs[at + 2] = (float) Math.log(turnSpeed + STILL);
    inputs[at + 3] = (float) Math.log(moveSpeed + STILL);
    inputs[at + 4] = (float) Math.log(history.headInterval() + 0.005);
    inputs[at + 5] = (float) Math.min(history.headSpan(), 0.6);
    boolean seesEyes =
        history.knowsGaze() && history.headNanos() - history.gazeNanos() < 200_000_000L;
    inputs[at + 6] = seesEyes ? 1 : 0;
    inputs[at + 7] = seesEyes ? (float) history.gazeYaw(0) : 0;
    inputs[at + 8] = seesEyes ? (float) history.gazePitch(0) : 0;
    inputs[at + 9] = (float) Math.log(unsteadiness + STILL);
  }

  private double lagged(MotionHistory history, boolean isTurn, double[] lags, float[] out) {
    double squares = 0;
    for (int i = 0; i < lags.length; i++) {
      if (isTurn) {
        history.turnSince(lags[i], vector);
      } else {
        history.moveSince(lags[i], vector);
      }
      for (int k = 0; k < 3; k++) {
        out[3 * i + k] = (float) vector[k];
      }
      double speed = MotionHistory.length(vector) / lags[i];
      squares += speed * speed;
    }
    return Math.sqrt(squares / lags.length);
  }

  private void shapes(float[] lagged, double[] lags, double speed, int at) {
    for (int i = 0; i < lagged.length; i++) {
      inputs[at + i] = (float) (lagged[i] / (lags[i / 3] * (speed + STILL)));
    }
  }

  /** How much the speed since one lag differs from that since a longer one. */
  private double unsteadiness(int lag, int longer) {
    double squares = 0;
    for (int k = 0; k < 3; k++) {
      double apart =
          turns[3 * lag + k] / TURN_LAGS[lag] - turns[3 * longer + k] / TURN_LAGS[longer];
      squares += apart * apart;
    }
    return Math.sqrt(squares);
  }

  /** Lagged turns, for the linear part. */
  public float[] turns() {
    return turns;
  }

  /** Lagged movements, for the linear part. */
  public float[] moves() {
    return moves;
  }

  /** All that the network sees. */
  public float[] inputs() {
    return inputs;
  }

  /** What a turn of the network's is to be multiplied with, for one second ahead. */
  public double turnScale() {
    return turnSpeed;
  }

  /** The same of a movement. */
  public double moveScale() {
    return moveSpeed;
  }

  /** How unsteady the turning is within a tenth of a second, radians a second. */
  public double turnUnsteadiness() {
    return unsteadiness;
  }

  /** The same within a fifth: what half the samples lost leave to be seen. */
  public double slowUnsteadiness() {
    return slowUnsteadiness;
  }

  /** The sign an input has in the mirror that swaps left and right. */
  public static float mirrored(int input) {
    if (input < TURNS) {
      return input % 3 == 0 ? 1 : -1;
    }
    int at = input - TURNS;
    if (at < MOVES) {
      return at % 3 == 0 ? -1 : 1;
    }
    at -= MOVES;
    return at == 0 || at == 7 ? -1 : 1;
  }

  /** The sign an output has in the mirror. */
  public static float mirroredOutput(int output) {
    int at = output % 6;
    return at == 1 || at == 2 || at == 3 ? -1 : 1;
  }
}
