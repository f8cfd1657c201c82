package org.saccade.offload.predict;

/**
 * A history and what follows from it, worked out once for each new sample and only when somebody
 * looks. One thread.
 */
public final class Situation {
  private final MotionHistory history;
  private final HeadFeatures head = new HeadFeatures();
  private final GazeFeatures gaze = new GazeFeatures();
  private long headVersion = -1;
  private long gazeVersion = -1;

  public Situation(MotionHistory history) {
    this.history = history;
  }

  /** The cleaned samples. */
  public MotionHistory history() {
    return history;
  }

  /** What a head predictor looks at; the history has a pose. */
  public HeadFeatures head() {
    if (headVersion != history.version()) {
      head.fill(history);
      headVersion = history.version();
    }
    return head;
  }

  /** What a gaze predictor looks at; the history has a gaze. */
  public GazeFeatures gaze() {
    if (gazeVersion != history.version()) {
      gaze.fill(history);
      gazeVersion = history.version();
    }
    return gaze;
  }

  /** Whether the newest gaze was taken in at that instant. */
  public boolean isGazeOf(long nanos) {
    return history.knowsGaze() && history.gazeNanos() == nanos;
  }

  /** The newest gaze, radians to the right. */
  public double gazeYaw() {
    return history.gazeYaw(0);
  }

  /** The newest gaze, radians up. */
  public double gazePitch() {
    return history.gazePitch(0);
  }
}
