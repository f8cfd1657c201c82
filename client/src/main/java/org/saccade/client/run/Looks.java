package org.saccade.client.run;

import org.joml.Vector3f;
import org.saccade.offload.fov.Look;
import org.saccade.offload.predict.Forecaster;
import org.saccade.xr.RigFrame;

/** Where tiles are asked for, as a frame's gaze and its forecast say. */
final class Looks {
  private Looks() {}

  /** At the gaze as it was measured, or where eyes are when nobody knows. */
  static Look measured(RigFrame frame) {
    var gaze = Views.measuredGaze(frame.gaze(), frame.head());
    return Look.of(gaze, Look.TRACKED_ERROR, elsewhere(frame));
  }

  /**
   * Where a trusted eye will look when answers come. While it jumps that is where it will land: it
   * sees next to nothing on the way (saccadic suppression), and what is asked for now arrives when
   * it rests. The forecast's error and the tracker's own are independent, so their squares add up.
   *
   * @param atNanos when answers come, on the forecaster's clock
   */
  static Look ahead(Forecaster forecaster, RigFrame frame, long atNanos) {
    if (!frame.gaze().isTrusted()) {
      return elsewhere(frame);
    }
    var gaze = forecaster.gaze(atNanos);
    var head = forecaster.head(atNanos);
    if (gaze == null || head == null) {
      return measured(frame);
    }
    var landing = gaze.landing();
    var aim = landing == null ? gaze.direction() : landing;
    double error = Math.hypot(gaze.errorRadians(), Look.TRACKED_ERROR);
    return Look.of(aim.rotate(head.orientation(), new Vector3f()), error, elsewhere(frame));
  }

  /**
   * Two views are a headset's, where eyes rarely leave the middle; a screen is looked at anywhere.
   */
  private static Look elsewhere(RigFrame frame) {
    return frame.views().size() > 1 ? Look.ahead() : Look.anywhere();
  }
}
