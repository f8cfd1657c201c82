package org.saccade.client.bench;

import java.util.Optional;
import org.joml.Quaternionf;
import org.joml.Quaternionfc;
import org.joml.Vector3d;
import org.joml.Vector3dc;
import org.joml.Vector3f;
import org.joml.Vector3fc;
import org.saccade.client.run.Expectation;
import org.saccade.client.run.Views;
import org.saccade.offload.fov.Haste;
import org.saccade.offload.fov.Look;
import org.saccade.offload.predict.Forecaster;
import org.saccade.xr.Gaze;
import org.saccade.xr.Pose;
import org.saccade.xr.RigFrame;
import org.saccade.xr.TraceRig;
import org.saccade.xr.ViewPose;

/**
 * A motion as a device sees it: what it is at a moment, and what was expected of it a round trip
 * before, from what was seen up to then. Frame thread.
 */
final class Moments {
  private static final double FRAME_SECONDS = 1.0 / 90;
  private static final int FRAMES_SEEN = 135;

  private final TraceRig rig;

  Moments(TraceRig rig) {
    this.rig = rig;
  }

  /** The view at that second. */
  ViewPose view(double seconds) {
    return at(seconds).views().getFirst();
  }

  /** Where a measured eye looks in the world at that second. */
  Optional<Vector3fc> gaze(double seconds) {
    var frame = at(seconds);
    return Optional.ofNullable(Views.measuredGaze(frame.gaze(), frame.head()));
  }

  /** As a run without a headset takes it: anywhere where no eye is tracked. */
  Look look(double seconds) {
    return Look.of(gaze(seconds).orElse(null));
  }

  /** As a headset takes it: about its axis where no eye is tracked. */
  Look lookInHeadset(double seconds) {
    return Look.of(gaze(seconds).orElse(null), Look.TRACKED_ERROR, Look.ahead());
  }

  /** What the predictor expects of that second, seeing nothing of the last {@code ahead} ones. */
  Expectation expected(double seconds, double ahead) {
    double last = seconds - ahead;
    var forecaster = Forecaster.trained();
    for (int i = FRAMES_SEEN; i >= 0; i--) {
      double then = last - i * FRAME_SECONDS;
      if (then >= 0) {
        see(forecaster, at(then));
      }
    }
    var seen = at(last);
    long nanos = nanos(seconds);
    var forecast = forecaster.head(nanos);
    var head =
        forecast == null || ahead == 0
            ? seen.head()
            : pose(forecast.position(), forecast.orientation());
    var gaze = forecaster.gaze(nanos);
    var look =
        gaze == null
            ? look(last)
            : Look.of(gaze.direction().rotate(head.orientation(new Quaternionf()), new Vector3f()));
    return new Expectation(
        new ViewPose(head, seen.views().getFirst().fov()), look, haste(last, ahead));
  }

  private static void see(Forecaster forecaster, RigFrame frame) {
    var head = frame.head();
    forecaster.see(
        frame.timeNanos(), head.position(new Vector3d()), head.orientation(new Quaternionf()));
    if (frame.gaze().isMeasured()) {
      Gaze gaze = frame.gaze();
      forecaster.seeGaze(frame.timeNanos(), new Vector3f(gaze.x(), gaze.y(), gaze.z()));
    }
  }

  private Haste haste(double seconds, double ahead) {
    double before = Math.max(0, seconds - FRAME_SECONDS);
    double turned = at(before).head().angleTo(at(seconds).head());
    return new Haste(turned / FRAME_SECONDS, ahead + FRAME_SECONDS);
  }

  private RigFrame at(double seconds) {
    return rig.locate(nanos(seconds));
  }

  private static long nanos(double seconds) {
    return Math.round(seconds * 1e9);
  }

  private static Pose pose(Vector3dc position, Quaternionfc orientation) {
    return Pose.of(position.x(), position.y(), position.z(), new Quaternionf(orientation));
  }
}
