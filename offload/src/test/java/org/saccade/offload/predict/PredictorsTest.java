package org.saccade.offload.predict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import org.joml.Quaternionf;
import org.joml.Vector3d;
import org.joml.Vector3f;
import org.junit.jupiter.api.Test;

final class PredictorsTest {
  private static final long STEP = 11_111_111L;

  private static HeadPredictor walked(double speed, double turnRate, int frames) {
    var head = new HeadPredictor();
    for (int i = 0; i <= frames; i++) {
      double seconds = i * STEP * 1e-9;
      head.see(
          i * STEP,
          new Vector3d(speed * seconds, 1.7, 0),
          new Quaternionf().rotateY((float) (turnRate * seconds)));
    }
    return head;
  }

  @Test
  void knowsNothingBeforeTheFirstPose() {
    assertNull(new HeadPredictor().forecast(1));
  }

  @Test
  void aStillHeadStaysWhereItIs() {
    var forecast = Objects.requireNonNull(walked(0, 0, 30).forecast(STEP * 90));
    assertEquals(0, forecast.position().distance(0, 1.7, 0), 1e-9);
    assertEquals(0, forecast.positionErrorMetres(), 1e-9);
  }

  @Test
  void aWalkIsExpectedToGoOn() {
    var head = walked(1, 0, 60);
    double at = 60 * STEP * 1e-9;
    var soon = Objects.requireNonNull(head.forecast(60 * STEP + 100_000_000L));
    assertEquals(at + 0.1, soon.position().x(), 0.01);
    var later = Objects.requireNonNull(head.forecast(60 * STEP + 700_000_000L));
    assertTrue(later.position().x() > at + 0.45 && later.position().x() < at + 0.7);
    assertTrue(later.positionErrorMetres() > soon.positionErrorMetres());
  }

  @Test
  void aTurnIsExpectedToDieAway() {
    var head = walked(0, 2, 60);
    double at = 2 * 60 * STEP * 1e-9;
    var soon = Objects.requireNonNull(head.forecast(60 * STEP + 20_000_000L));
    assertEquals(at + 0.04, angle(soon), 0.01);
    var later = Objects.requireNonNull(head.forecast(60 * STEP + 2_000_000_000L));
    assertEquals(at + 2 * 0.2, angle(later), 0.02);
  }

  @Test
  void aGapForgetsTheSpeed() {
    var head = walked(1, 0, 60);
    head.see(60 * STEP + 1_000_000_000L, new Vector3d(9, 1.7, 0), new Quaternionf());
    assertEquals(0, head.speed());
  }

  @Test
  void gazeIsHeldAndThenForgotten() {
    var gaze = new GazePredictor();
    assertNull(gaze.forecast(0));
    gaze.see(1_000, new Vector3f(0, 0, -3));
    var held = Objects.requireNonNull(gaze.forecast(100_000_000L));
    assertEquals(new Vector3f(0, 0, -1), held.direction());
    assertTrue(held.errorRadians() > Math.toRadians(3));
    assertNull(gaze.forecast(400_000_000L));
  }

  private static double angle(HeadForecast forecast) {
    var forward = new Vector3f(0, 0, -1).rotate(forecast.orientation());
    return Math.atan2(-forward.x, -forward.z);
  }
}
