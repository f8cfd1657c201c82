package org.saccade.xr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class GazeKeeperTest {
  private static final long MS = 1_000_000;
  private static final double ANGLE = Math.toRadians(20);

  private final GazeKeeper keeper = new GazeKeeper();

  private Gaze left(double radians, boolean isTracked, long sampleNanos, long nowNanos) {
    return keeper.see(
        (float) -Math.sin(radians),
        0,
        (float) -Math.cos(radians),
        isTracked,
        sampleNanos,
        nowNanos);
  }

  private static double angle(Gaze gaze) {
    return Math.atan2(-gaze.x(), -gaze.z());
  }

  @Test
  void aFreshTrackedSampleIsTrustedWholly() {
    var gaze = left(ANGLE, true, 990 * MS, 1_000 * MS);
    assertEquals(Gaze.Source.MEASURED, gaze.source());
    assertEquals(990 * MS, gaze.sampleNanos());
    assertEquals(1, gaze.confidence());
    assertTrue(gaze.isTrusted());
  }

  @Test
  void whatNoTrackerFollowsIsAGuess() {
    var guess = left(ANGLE, false, 990 * MS, 1_000 * MS);
    assertEquals(Gaze.Source.GUESSED, guess.source());
    assertFalse(guess.isMeasured());
    assertTrue(guess.isFresh() && guess.isTrusted());
  }

  @Test
  void flagsAgeAndJumpsLowerTheConfidence() {
    assertEquals(0.5, left(0, false, 0, 0).confidence(), 1e-6);
    assertEquals(0.5, left(0, true, 10 * MS, 95 * MS).confidence(), 1e-6);
    assertEquals(0, left(0, true, 20 * MS, 400 * MS).confidence(), 1e-6);
    double jumped = left(ANGLE, true, 30 * MS, 30 * MS).confidence();
    assertEquals(0.5, jumped, 1e-3, "2,000 degrees a second");
    assertEquals(jumped, left(ANGLE, true, 30 * MS, 35 * MS).confidence(), "the same sample");
    assertEquals(1, left(ANGLE, true, 40 * MS, 40 * MS).confidence(), 1e-6);
  }

  @Test
  void aLostGazeIsHeldThenDriftsToTheMiddle() {
    left(ANGLE, true, 0, 0);
    var blinking = keeper.miss(200 * MS);
    assertEquals(Gaze.Source.HELD, blinking.source());
    assertEquals(ANGLE, angle(blinking), 1e-6);
    assertTrue(blinking.isTrusted());
    var drifting = keeper.miss(450 * MS);
    assertEquals(Gaze.Source.DRIFTING, drifting.source());
    assertEquals(ANGLE / 2, angle(drifting), 1e-6);
    assertFalse(drifting.isTrusted());
    assertEquals(Gaze.Source.CENTRE, keeper.miss(700 * MS).source());
    assertEquals(0, angle(keeper.miss(701 * MS)), 0.0);
  }

  @Test
  void eyesFoundAgainAreNotAJump() {
    left(ANGLE, true, 0, 0);
    keeper.miss(800 * MS);
    assertEquals(1, left(-ANGLE, true, 801 * MS, 801 * MS).confidence());
  }

  @Test
  void nothingIsKnownBeforeTheFirstSample() {
    assertEquals(Gaze.centre(5), keeper.miss(5));
  }

  @Property(tries = 300)
  void directionsStayUnitAndOnTheWay(
      @ForAll @DoubleRange(min = -1, max = 1) double yaw,
      @ForAll @DoubleRange(min = -1, max = 1) double pitch,
      @ForAll @LongRange(min = 0, max = 900) long lostMs) {
    float x = (float) (-Math.sin(yaw) * Math.cos(pitch));
    float y = (float) Math.sin(pitch);
    float z = (float) (-Math.cos(yaw) * Math.cos(pitch));
    keeper.see(x, y, z, true, 0, 0);
    var gaze = keeper.miss(lostMs * MS);
    double length = Math.sqrt(gaze.x() * gaze.x() + gaze.y() * gaze.y() + gaze.z() * gaze.z());
    assertEquals(1, length, 1e-5);
    assertTrue(gaze.z() <= z + 1e-5, "never further out");
    assertTrue(gaze.confidence() >= 0 && gaze.confidence() <= 1);
  }
}
