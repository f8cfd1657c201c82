package org.saccade.client.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.joml.Quaternionf;
import org.joml.Vector3d;
import org.joml.Vector3f;
import org.junit.jupiter.api.Test;
import org.saccade.offload.fov.Look;
import org.saccade.offload.predict.Forecaster;
import org.saccade.xr.Fov;
import org.saccade.xr.Gaze;
import org.saccade.xr.Pose;
import org.saccade.xr.RigFrame;
import org.saccade.xr.ViewPose;

class LooksTest {
  private static final Pose HEAD = new Pose(0, 1.6, 0, 0, 0, 0, 1);
  private static final long STEP = 4_000_000;
  private static final int RESTS_FOR = 100;

  /** 20 degrees to the right in 56 ms, an eye's speed rising and falling smoothly. */
  private static final double FAR = Math.toRadians(20);

  private static final int JUMP_STEPS = 14;

  private final Forecaster forecaster = Forecaster.trained();
  private long now;
  private double yaw;

  @Test
  void whoseEyeNobodySeesLooksAheadInAHeadsetAndAnywhereOnAScreen() {
    var centre = Gaze.centre(0);
    assertEquals(Look.ahead(), Looks.ahead(forecaster, frame(centre, 2), 0));
    assertEquals(Look.anywhere(), Looks.ahead(forecaster, frame(centre, 1), 0));
    assertEquals(Look.ahead(), Looks.measured(frame(centre, 2)));
  }

  @Test
  void aRestingEyeIsWhereItIsWithMoreErrorTheLaterAnswersCome() {
    rest();
    var soon = look(0);
    var late = look(100_000_000);
    assertEquals(0, yaw(soon), Math.toRadians(1));
    assertTrue(soon.errorRadians() >= Look.TRACKED_ERROR, soon::toString);
    assertTrue(late.errorRadians() > soon.errorRadians(), () -> soon + " and " + late);
  }

  @Test
  void aJumpingEyeIsTakenToWhereItWillLand() {
    rest();
    for (int i = 1; i <= JUMP_STEPS / 2; i++) {
      double share = i / (double) JUMP_STEPS;
      see(FAR * (share - Math.sin(2 * Math.PI * share) / (2 * Math.PI)));
    }
    double left = FAR - yaw(look(0));
    assertTrue(left < (FAR - yaw) / 2, () -> "%s rad from the landing".formatted(left));
  }

  private void rest() {
    for (int i = 0; i < RESTS_FOR; i++) {
      see(0);
    }
  }

  private void see(double towards) {
    now += STEP;
    yaw = towards;
    forecaster.see(now, new Vector3d(HEAD.x(), HEAD.y(), HEAD.z()), new Quaternionf());
    forecaster.seeGaze(now, direction());
  }

  private Vector3f direction() {
    return new Vector3f((float) Math.sin(yaw), 0, (float) -Math.cos(yaw));
  }

  private Look.At look(long later) {
    var seen = direction();
    var gaze = new Gaze(seen.x, seen.y, seen.z, now, Gaze.Source.MEASURED);
    return assertInstanceOf(Look.At.class, Looks.ahead(forecaster, frame(gaze, 2), now + later));
  }

  private static double yaw(Look.At look) {
    return Math.atan2(look.direction().x(), -look.direction().z());
  }

  private static RigFrame frame(Gaze gaze, int views) {
    var view = new ViewPose(HEAD, Fov.symmetric(Math.toRadians(90), 1));
    return new RigFrame(0, HEAD, views == 1 ? List.of(view) : List.of(view, view), gaze);
  }
}
