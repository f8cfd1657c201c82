package org.saccade.xr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class MotionTest {
  @Property(tries = 12)
  void aSeededWalkStaysInTheFreeCircleAndOutOfTheExhibit(
      @ForAll @LongRange(min = 0, max = 100_000) long seed) {
    var walk = WalkMotion.seeded(seed, 60);
    assertEquals(60, walk.durationSeconds(), 1e-9);
    for (int i = 0; i < 6_000; i++) {
      var pose = walk.poseAt(i / 100.0);
      double radius = Math.hypot(pose.x(), pose.z());
      assertTrue(radius < 2.9 && radius > 0.5, "radius " + radius);
      assertEquals(1.62, pose.y(), 0.05);
    }
  }

  @Property(tries = 12)
  void aSeededWalkGoesAboutOneMetreASecondAndTurnsLikeAPerson(
      @ForAll @LongRange(min = 0, max = 100_000) long seed,
      @ForAll @IntRange(min = 0, max = 590) int tenths) {
    var walk = WalkMotion.seeded(seed, 60);
    var from = walk.poseAt(tenths / 10.0);
    var to = walk.poseAt(tenths / 10.0 + 0.1);
    assertEquals(0.1, from.distanceTo(to), 0.03);
    assertTrue(from.angleTo(to) < 0.35, "turned " + from.angleTo(to));
  }

  @Test
  void aVisitorStandsStillLooksAroundAndWalksOn() {
    var visit = WalkMotion.visit(3, 60);
    var start = visit.poseAt(0);
    for (double t = 0; t < 10; t += 0.1) {
      assertEquals(0, start.distanceTo(visit.poseAt(t)), 1e-9, "at " + t);
    }
    assertTrue(start.angleTo(visit.poseAt(2)) > 0.02, "the head turns");
    double walked = visit.poseAt(11).distanceTo(visit.poseAt(15));
    assertTrue(walked > 1 && walked < 4, walked + " m");
  }

  @Test
  void theSameSeedWalksTheSameWay() {
    var one = WalkMotion.seeded(5, 20);
    var two = WalkMotion.seeded(5, 20);
    assertEquals(one.poseAt(13.37), two.poseAt(13.37));
    assertTrue(one.poseAt(13.37).distanceTo(WalkMotion.seeded(6, 20).poseAt(13.37)) > 0.01);
  }

  @Property(tries = 100)
  void aTrackIsPlayedForwardsThenBackwards(@ForAll @DoubleRange(min = 0, max = 3) double seconds) {
    var track = line();
    double folded = seconds <= 1 ? seconds : seconds <= 2 ? 2 - seconds : seconds - 2;
    assertEquals(folded, track.poseAt(seconds).x(), 1e-6);
  }

  @Test
  void aTrackRefusesTimesThatStandStill() {
    var still = new PoseTrack.Sample(1, Pose.IDENTITY, Optional.empty());
    assertThrows(IllegalArgumentException.class, () -> new PoseTrack(List.of(still, still)));
    assertThrows(IllegalArgumentException.class, () -> new PoseTrack(List.of()));
  }

  @Test
  void anEyeJumpsRatherThanGlides() {
    var left = new Gaze(-0.6f, 0, -0.8f, 0, Gaze.Source.MEASURED);
    var right = new Gaze(0.6f, 0, -0.8f, 0, Gaze.Source.MEASURED);
    var track =
        new PoseTrack(
            List.of(
                new PoseTrack.Sample(0, Pose.IDENTITY, Optional.of(left)),
                new PoseTrack.Sample(1, Pose.IDENTITY, Optional.of(right))));
    assertEquals(left, track.gazeAt(0.49).orElseThrow());
    assertEquals(right, track.gazeAt(0.51).orElseThrow());
  }

  @Test
  void aGazeIsAsOldBackwardsAsForwards() {
    var samples = new ArrayList<PoseTrack.Sample>();
    for (int i = 0; i <= 30; i++) { // a tracker three times as slow, whose samples are 5 ms old
      var gaze = new Gaze(0, 0, -1, i * 10_000_000L - 5_000_000, Gaze.Source.MEASURED);
      samples.add(
          new PoseTrack.Sample(
              0.01 * i, Pose.IDENTITY, i % 3 == 0 ? Optional.of(gaze) : Optional.empty()));
    }
    var track = new PoseTrack(samples);
    long last = Long.MIN_VALUE;
    for (int i = 0; i <= 120; i++) {
      double shown = 0.01 * i + 1e-6; // rows nearly, and never between two turns of direction
      long nanos = track.gazeAt(shown).orElseThrow().sampleNanos();
      double age = shown - nanos * 1e-9;
      assertTrue(age > 0.0049 && age < 0.0251, "frame %d: %s s old".formatted(i, age));
      assertTrue(nanos >= last);
      last = nanos;
    }
  }

  @Test
  void theOrbitLooksAtTheCentreFromTwoMetres() {
    var orbit = OrbitMotion.standard();
    for (int i = 0; i < 40; i++) {
      var pose = orbit.poseAt(i);
      assertEquals(2, Math.hypot(pose.x(), pose.z()), 1e-9);
      var ahead = new org.joml.Vector3f(0, 0, -1);
      pose.orientation(new org.joml.Quaternionf()).transform(ahead);
      assertTrue(ahead.x * -pose.x() + ahead.z * -pose.z() > 1.9);
    }
  }

  private static PoseTrack line() {
    return new PoseTrack(
        List.of(
            new PoseTrack.Sample(0, Pose.IDENTITY, Optional.empty()),
            new PoseTrack.Sample(1, new Pose(1, 0, 0, 0, 0, 0, 1), Optional.empty())));
  }
}
