package org.saccade.offload.predict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.joml.Quaternionf;
import org.joml.Vector3d;
import org.joml.Vector3f;
import org.joml.Vector3fc;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SaccadeFitTest {
  private static final double BEGINS = 0.5034;

  /** Eyes at degrees to the right, over a head at degrees to the left, up to an instant. */
  private static Forecaster seen(
      double hertz, double until, DoubleUnaryOperator eye, DoubleUnaryOperator head) {
    var forecaster = Forecaster.trained();
    var chance = new Random(2);
    for (int i = 0; i / hertz <= until; i++) {
      double t = i / hertz;
      double noise = 0.1 * chance.nextGaussian();
      long nanos = Math.round(t * 1e9);
      float turned = (float) Math.toRadians(head.applyAsDouble(t));
      forecaster.see(nanos, new Vector3d(0, 1.7, 0), new Quaternionf().rotateY(turned));
      forecaster.seeGaze(nanos, towards(eye.applyAsDouble(t) + noise));
    }
    return forecaster;
  }

  private static Vector3f towards(double degrees) {
    double yaw = Math.toRadians(degrees);
    return new Vector3f((float) Math.sin(yaw), 0, (float) -Math.cos(yaw));
  }

  private static double degrees(Vector3fc direction) {
    return Math.toDegrees(Math.atan2(direction.x(), -direction.z()));
  }

  private static GazeForecast now(Forecaster forecaster, double at) {
    return Objects.requireNonNull(forecaster.gaze(Math.round(at * 1e9)));
  }

  private static double duration(double amplitude) {
    return 0.021 + 0.0022 * amplitude;
  }

  private static DoubleUnaryOperator jump(double amplitude) {
    return t -> amplitude * SaccadeFit.way((t - BEGINS) / duration(amplitude));
  }

  @ParameterizedTest
  @CsvSource({"8, 500", "15, 500", "25, 500", "8, 250", "15, 250", "25, 250", "15, 120"})
  void theLandingIsForeseenFromJustPastHalfOfTheWay(double amplitude, double hertz) {
    double until = BEGINS + 0.6 * duration(amplitude);
    var gaze = now(seen(hertz, until, jump(amplitude), t -> 0), until);
    assertEquals(EyeMovement.SACCADE, gaze.movement());
    double landing = degrees(Objects.requireNonNull(gaze.landing()));
    assertEquals(amplitude, landing, (hertz < 200 ? 0.4 : 0.25) * amplitude);
    assertTrue(
        Math.abs(landing - amplitude)
            < 0.7 * Math.abs(amplitude - jump(amplitude).applyAsDouble(until)));
  }

  @ParameterizedTest
  @CsvSource({"8, 500", "25, 500", "8, 250", "25, 250", "15, 120", "8, 100", "25, 100"})
  void theLandingIsKnownWhenThreeQuartersOfTheTimeAreOver(double amplitude, double hertz) {
    double until = BEGINS + 0.75 * duration(amplitude);
    var landing = now(seen(hertz, until, jump(amplitude), t -> 0), until).landing();
    assertEquals(amplitude, degrees(Objects.requireNonNull(landing)), 2);
  }

  @Test
  void theLandingComesNearerTheLongerItFlies() {
    double early = BEGINS + 0.45 * duration(20);
    double late = BEGINS + 0.75 * duration(20);
    double atEarly = degrees(landing(early));
    double atLate = degrees(landing(late));
    assertTrue(Math.abs(atLate - 20) <= Math.abs(atEarly - 20) + 0.5, atEarly + ", " + atLate);
    assertEquals(20, atLate, 2);
  }

  private static Vector3fc landing(double until) {
    return Objects.requireNonNull(now(seen(250, until, jump(20), t -> 0), until).landing());
  }

  @Test
  void aRestingEyeFixatesAndLandsNowhere() {
    var gaze = now(seen(100, 1, t -> 3, t -> 0), 1);
    assertEquals(EyeMovement.FIXATION, gaze.movement());
    assertNull(gaze.landing());
  }

  @Test
  void anEyeThatFollowsPursues() {
    var gaze = now(seen(100, 1, t -> 20 * t - 10, t -> 0), 1);
    assertEquals(EyeMovement.PURSUIT, gaze.movement());
  }

  @Test
  void anEyeThatCountersATurningHeadRests() {
    var gaze = now(seen(100, 1, t -> 20 * t - 10, t -> 20 * t - 10), 1);
    assertEquals(EyeMovement.FIXATION, gaze.movement());
  }

  @Test
  void oneWildSampleOfATrackerIsNoSaccade() {
    var forecaster = seen(100, 1, t -> 0, t -> 0);
    forecaster.seeGaze(1_010_000_000L, towards(35));
    assertEquals(0, degrees(now(forecaster, 1.01).direction()), 2);
    forecaster.seeGaze(1_020_000_000L, towards(35.2));
    assertEquals(35.2, degrees(now(forecaster, 1.02).direction()), 6);
    assertNotNull(forecaster.gaze(1_020_000_000L));
  }
}
