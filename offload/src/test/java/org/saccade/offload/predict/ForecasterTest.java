package org.saccade.offload.predict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.joml.Quaternionf;
import org.joml.Vector3d;
import org.joml.Vector3f;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ForecasterTest {
  private static final double TURN_RATE = Math.toRadians(60);

  static Stream<Predictor> all() {
    var shipped = ShippedParameters.get();
    return Stream.of(
        new HoldPredictor(),
        new VelocityPredictor(),
        new KalmanPredictor(),
        shipped.ridge(),
        shipped.predictor());
  }

  private static Forecaster of(Predictor predictor) {
    return new Forecaster(predictor, ShippedParameters.get().calibration());
  }

  private static Quaternionf turned(double yaw) {
    return new Quaternionf().rotateY((float) yaw);
  }

  /** Shows a turn and a walk of 1 m/s at those seconds. */
  private static Forecaster moved(Forecaster forecaster, double[] seconds) {
    for (double t : seconds) {
      forecaster.see(nanos(t), new Vector3d(t, 1.7, 0), turned(TURN_RATE * t));
    }
    return forecaster;
  }

  private static double[] even(int count, double hertz) {
    var seconds = new double[count];
    for (int i = 0; i < count; i++) {
      seconds[i] = i / hertz;
    }
    return seconds;
  }

  /** With half of the samples lost and the rest a little early or late. */
  private static double[] uneven(int count, double hertz) {
    var chance = new Random(4);
    return java.util.Arrays.stream(even(count, hertz))
        .filter(t -> chance.nextBoolean())
        .map(t -> t + chance.nextDouble() * 0.3 / hertz)
        .toArray();
  }

  private static long nanos(double seconds) {
    return Math.round(seconds * 1e9);
  }

  private static double degreesOff(HeadForecast forecast, double yaw) {
    return Math.toDegrees(
        2 * Math.acos(Math.min(1, Math.abs(forecast.orientation().dot(turned(yaw))))));
  }

  private static double dot(HeadForecast forecast) {
    var q = forecast.orientation();
    return q.x() * q.x() + q.y() * q.y() + q.z() * q.z() + q.w() * q.w();
  }

  @Test
  void theParametersThatShipAreSound() {
    assertEquals("", ShippedParameters.problem());
  }

  @ParameterizedTest
  @MethodSource("all")
  void knowsNothingBeforeTheFirstSample(Predictor predictor) {
    assertNull(of(predictor).head(1));
    assertNull(of(predictor).gaze(1));
  }

  @ParameterizedTest
  @MethodSource("all")
  void aStillHeadStaysExactlyWhereItIs(Predictor predictor) {
    var forecaster = of(predictor);
    for (double t : even(60, 90)) {
      forecaster.see(nanos(t), new Vector3d(0.3, 1.7, -2), turned(0.4));
    }
    var forecast = Objects.requireNonNull(forecaster.head(nanos(1.2)));
    assertEquals(0, forecast.position().distance(0.3, 1.7, -2), 1e-9);
    assertEquals(0, degreesOff(forecast, 0.4), 0.05);
  }

  @ParameterizedTest
  @ValueSource(doubles = {30, 60, 90, 100})
  void aSteadyTurnAndWalkAreExpectedToGoOn(double hertz) {
    int count = (int) hertz;
    double last = (count - 1) / hertz;
    for (var predictor : all().skip(1).toList()) {
      var forecast = moved(of(predictor), even(count, hertz)).head(nanos(last + 0.1));
      double off = degreesOff(Objects.requireNonNull(forecast), TURN_RATE * (last + 0.1));
      assertTrue(off < 3, predictor.name() + " is off by " + off); // hold: 6 degrees
      assertEquals(last + 0.1, forecast.position().x(), 0.04, predictor.name());
    }
  }

  @Test
  void halfOfTheSamplesMissingAndLateOnesCostLittle() {
    var seconds = uneven(120, 60);
    double last = seconds[seconds.length - 1];
    for (var predictor : List.of(ShippedParameters.get().ridge(), trained())) {
      var forecast = moved(of(predictor), seconds).head(nanos(last + 0.1));
      double off = degreesOff(Objects.requireNonNull(forecast), TURN_RATE * (last + 0.1));
      assertTrue(off < 3, predictor.name() + " is off by " + off);
    }
  }

  private static Predictor trained() {
    return ShippedParameters.get().predictor();
  }

  @Test
  void uncertaintyGrowsWithTheHorizonAndTheSpeed() {
    var fast = moved(of(trained()), even(60, 60));
    var slow = of(trained());
    for (double t : even(60, 60)) {
      slow.see(nanos(t), new Vector3d(0.02 * t, 1.7, 0), turned(0.02 * t));
    }
    double before = 0;
    for (double ahead : new double[] {0.02, 0.05, 0.1, 0.2, 0.5, 0.7, 1}) {
      var forecast = Objects.requireNonNull(fast.head(nanos(59 / 60.0 + ahead)));
      assertTrue(forecast.angleWithinRadians() > before);
      assertTrue(forecast.angleWithinRadians() > forecast.angleErrorRadians());
      var still = Objects.requireNonNull(slow.head(nanos(59 / 60.0 + ahead)));
      assertTrue(still.angleWithinRadians() < forecast.angleWithinRadians());
      before = forecast.angleWithinRadians();
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void aGapOrATeleportBeginsANewTrack(Predictor predictor) {
    var forecaster = moved(of(predictor), even(60, 60));
    forecaster.see(nanos(2), new Vector3d(9, 1.7, 0), turned(0));
    var afterGap = Objects.requireNonNull(forecaster.head(nanos(2.1)));
    assertEquals(9, afterGap.position().x(), 1e-9);
    forecaster.see(nanos(2.016), new Vector3d(9, 1.7, 40), turned(0));
    var teleported = Objects.requireNonNull(forecaster.head(nanos(2.1)));
    assertEquals(40, teleported.position().z(), 1e-9);
  }

  @ParameterizedTest
  @MethodSource("all")
  void whatIsNoPoseChangesNothing(Predictor predictor) {
    var clean = moved(of(predictor), even(60, 60));
    var dirty = of(predictor);
    for (double t : even(60, 60)) {
      var at = new Vector3d(t, 1.7, 0);
      dirty.see(nanos(t), at, turned(TURN_RATE * t).mul(2.5f)); // not of length 1
      dirty.see(nanos(t), new Vector3d(7, 7, 7), turned(3)); // not newer
      dirty.see(nanos(t) + 1, new Vector3d(Double.NaN, 0, 0), turned(0));
      dirty.see(nanos(t) + 2, at, new Quaternionf(0, 0, 0, 0));
      dirty.see(nanos(t) + 3, at, new Quaternionf(Float.NaN, 0, 0, 1));
      dirty.see(nanos(t) + 4, at, new Quaternionf(Float.POSITIVE_INFINITY, 0, 0, 1));
    }
    var expected = Objects.requireNonNull(clean.head(nanos(1.1)));
    var got = Objects.requireNonNull(dirty.head(nanos(1.1)));
    assertEquals(0, got.position().distance(expected.position()), 1e-5);
    assertEquals(1, Math.abs(got.orientation().dot(expected.orientation())), 1e-6);
  }

  @Property(tries = 200)
  void anySamplesGiveFiniteForecasts(
      @ForAll @Size(min = 1, max = 40) List<Double> values, @ForAll Random chance) {
    for (var predictor : all().toList()) {
      var forecaster = of(predictor);
      long at = 0;
      for (double value : values) {
        at += chance.nextInt(-5_000_000, 60_000_000);
        float some = (float) value;
        forecaster.see(
            at,
            new Vector3d(value, chance.nextGaussian(), -value),
            new Quaternionf(some, chance.nextFloat(), chance.nextFloat(), -some));
        forecaster.seeGaze(at, new Vector3f(some, chance.nextFloat(), -chance.nextFloat()));
      }
      var head = forecaster.head(at + 150_000_000L);
      if (head != null) {
        assertTrue(head.position().isFinite(), predictor.name());
        assertEquals(1, dot(head), 1e-3, predictor.name());
        assertTrue(Double.isFinite(head.angleWithinRadians() + head.positionWithinMetres()));
      }
      var gaze = forecaster.gaze(at + 150_000_000L);
      if (gaze != null) {
        assertEquals(1, gaze.direction().length(), 1e-3, predictor.name());
        assertTrue(Double.isFinite(gaze.withinRadians()), predictor.name());
      }
    }
  }

  @Test
  void aLostEyeIsForgottenWhileTheHeadGoesOn() {
    var forecaster = of(trained());
    DoubleFunction<Vector3d> at = t -> new Vector3d(0, 1.7, 0);
    for (double t : even(50, 100)) {
      forecaster.see(nanos(t), at.apply(t), turned(0));
      forecaster.seeGaze(nanos(t), new Vector3f(0, 0, -1));
    }
    assertNotNull(forecaster.gaze(nanos(0.6)));
    forecaster.see(nanos(0.9), at.apply(0.9), turned(0));
    assertNull(forecaster.gaze(nanos(0.95)));
    assertNotNull(forecaster.head(nanos(0.95)));
  }
}
