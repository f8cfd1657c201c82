package org.saccade.client.hands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.joml.Matrix4f;
import org.joml.Matrix4fc;
import org.joml.Vector3f;
import org.joml.Vector3fc;
import org.junit.jupiter.api.Test;
import org.saccade.render.scene.Aabb;
import org.saccade.xr.Hand;
import org.saccade.xr.HandInput;
import org.saccade.xr.HandsInput;
import org.saccade.xr.Pose;

/** A ball of 10 cm that may be taken at node 0, and a fan that may only be touched at node 1. */
final class HandPlayTest {
  private static final long FRAME = 11_111_111;
  private static final Aabb BALL = new Aabb(-0.1f, -0.1f, -0.1f, 0.1f, 0.1f, 0.1f);
  private static final Pose AT_BALL = Pose.looking(0, 1, -1, 0, 0);
  private static final Pose AWAY = Pose.looking(0, 1, 0, 0, 0);

  private final Matrix4f[] worlds = {
    new Matrix4f().translation(0, 1, -1), new Matrix4f().translation(2, 1, -1)
  };
  private final List<String> events = new ArrayList<>();
  private final HandPlay play =
      new HandPlay(
          List.of(new Thing(0, true, BALL), new Thing(1, false, BALL)), nodes(), listener());
  private long nanos = 1_000_000_000;

  private Placed nodes() {
    return new Placed() {
      @Override
      public Matrix4fc world(int node) {
        return worlds[node];
      }

      @Override
      public void place(int node, Matrix4fc world) {
        worlds[node].set(world);
      }
    };
  }

  private HandEvents listener() {
    return new HandEvents() {
      @Override
      public void touched(Hand hand, int node, Vector3fc at, double strength) {
        events.add("%s touched %d".formatted(hand, node));
      }

      @Override
      public void grabbed(Hand hand, int node, Vector3fc at) {
        events.add("%s grabbed %d".formatted(hand, node));
      }

      @Override
      public void released(Hand hand, int node, Vector3fc at) {
        events.add("%s released %d".formatted(hand, node));
      }
    };
  }

  private static HandInput hand(Pose grip, double squeeze) {
    return new HandInput(grip, grip, true, true, 0, (float) squeeze, 0, 0, false, false, null);
  }

  private void left(Pose grip, double squeeze) {
    both(hand(grip, squeeze), HandInput.RESTING);
  }

  private void both(HandInput left, HandInput right) {
    nanos += FRAME;
    play.step(new HandsInput(left, right), Pose.IDENTITY, nanos);
  }

  private Vector3f place(int node) {
    return worlds[node].getTranslation(new Vector3f());
  }

  @Test
  void aTouchIsFeltOnceAndToldOnce() {
    left(AWAY, 0);
    int pulses = 0;
    for (int i = 0; i < 45; i++) {
      left(AT_BALL, 0);
      var pulse = play.pulse(Hand.LEFT);
      pulses += pulse != null && !pulse.isStop() ? 1 : 0;
      assertNull(play.pulse(Hand.RIGHT));
    }
    assertEquals(1, pulses);
    assertEquals(List.of("LEFT touched 0"), events);
  }

  @Test
  void slidingAlongIsFeltAsLongAsItLasts() {
    left(AWAY, 0);
    int pulses = 0;
    for (int i = 0; i < 20; i++) {
      left(Pose.looking(0.004 * i, 1, -1, 0, 0), 0);
      pulses += play.pulse(Hand.LEFT) == null ? 0 : 1;
    }
    assertTrue(pulses >= 3, () -> "it goes on");
    assertEquals(List.of("LEFT touched 0"), events);
  }

  @Test
  void aFirmGripTakesTheThingAlongAndAnOpenHandLeavesIt() {
    left(Pose.looking(0.05, 1, -1, 0, 0), 0);
    left(Pose.looking(0.05, 1, -1, 0, 0), 0.8);
    assertEquals(0, play.held(Hand.LEFT));
    assertNotNull(play.pulse(Hand.LEFT));
    left(Pose.looking(0.05, 1.5, 0, Math.PI / 2, 0), 0.6);
    assertEquals(0, place(0).distance(0.05f, 1.5f, 0.05f), 1e-5, "it turns with the hand");
    left(Pose.looking(3, 1.5, 0, 0, 0), 0.4);
    assertEquals(-1, play.held(Hand.LEFT));
    left(AWAY, 0);
    assertEquals(0, place(0).distance(0.05f, 1.5f, 0.05f), 1e-5, "where it was let go");
    assertEquals(List.of("LEFT touched 0", "LEFT grabbed 0", "LEFT released 0"), events);
  }

  @Test
  void aHalfClosedHandTakesNothing() {
    left(AT_BALL, 0.6);
    left(AT_BALL, 0.69);
    assertEquals(-1, play.held(Hand.LEFT));
  }

  @Test
  void aFistThatArrivesClosedTakesNothing() {
    left(AWAY, 1);
    left(AT_BALL, 1);
    assertEquals(-1, play.held(Hand.LEFT));
  }

  @Test
  void whatIsNotMarkedCannotBeTaken() {
    var atFan = Pose.looking(2, 1, -1, 0, 0);
    left(atFan, 0);
    left(atFan, 1);
    assertEquals(-1, play.held(Hand.LEFT));
    assertEquals(List.of("LEFT touched 1"), events);
  }

  @Test
  void theOtherHandTakesOver() {
    left(AT_BALL, 0);
    left(AT_BALL, 1);
    both(hand(AT_BALL, 1), hand(AT_BALL, 0));
    both(hand(AT_BALL, 1), hand(AT_BALL, 1));
    assertEquals(-1, play.held(Hand.LEFT));
    assertEquals(0, play.held(Hand.RIGHT));
  }

  @Test
  void whatAHandHoldsIsNotTouchedByIt() {
    left(AWAY, 0);
    left(AT_BALL, 0);
    left(AT_BALL, 1);
    events.clear();
    for (int i = 0; i < 30; i++) {
      left(Pose.looking(0.01 * i, 1, -1, 0, 0), 1);
    }
    assertEquals(List.of(), events);
  }

  @Test
  void aLostHandHoldsOnUntilItOpens() {
    left(AT_BALL, 0);
    left(AT_BALL, 1);
    both(
        new HandInput(AT_BALL, AT_BALL, false, false, 0, 1, 0, 0, false, false, null),
        HandInput.RESTING);
    assertEquals(0, play.held(Hand.LEFT));
    both(hand(AT_BALL, 1).rested(), HandInput.RESTING);
    assertEquals(-1, play.held(Hand.LEFT));
  }

  @Test
  void scaledThingsAreMeasuredInMetres() {
    worlds[0].scale(0.1f);
    left(Pose.looking(0, 1, -0.9, 0, 0), 0); // its finger is 3 cm short of a ball of 1 cm
    assertFalse(events.contains("LEFT touched 0"));
    left(Pose.looking(0, 1, -0.945, 0, 0), 0);
    assertEquals(List.of("LEFT touched 0"), events);
  }
}
