package org.saccade.client.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.saccade.render.pass.Capsules;
import org.saccade.xr.Comfort;
import org.saccade.xr.Ground;
import org.saccade.xr.HandInput;
import org.saccade.xr.HandJoints;
import org.saccade.xr.HandsInput;
import org.saccade.xr.Locomotion;
import org.saccade.xr.Origin;
import org.saccade.xr.Pose;

final class HandShapesTest {
  private static final Pose AHEAD = Pose.looking(0.2, 1.2, -0.4, 0, 0);

  private final Capsules bars = new Capsules();
  private final HandShapes shapes = new HandShapes(bars);

  @AfterEach
  void free() {
    bars.close();
  }

  private int shapesOf(HandInput hand) {
    shapes.begin(Pose.IDENTITY);
    shapes.add(hand, Pose.IDENTITY);
    return bars.count();
  }

  private static HandInput controller(double trigger) {
    return new HandInput(AHEAD, AHEAD, true, true, (float) trigger, 0, 0, 0, false, false, null);
  }

  @Test
  void aHandThatIsNotSeenIsNotDrawn() {
    assertEquals(0, shapesOf(HandInput.RESTING));
  }

  @Test
  void aControllerIsAWandAndARayWhilePointing() {
    int wand = shapesOf(controller(0));
    assertTrue(wand > 0);
    assertEquals(wand + 1, shapesOf(controller(0.5)));
  }

  @Test
  void jointsHideTheWand() {
    var hand = new HandInput(AHEAD, AHEAD, true, true, 0, 0, 0, 0, false, false, new HandJoints());
    assertTrue(shapesOf(hand) >= HandJoints.COUNT);
  }

  @Test
  void twoHandsAnArcAndItsRingFitAtOnce() {
    var joints = new HandJoints();
    var hand = new HandInput(AHEAD, AHEAD, true, true, 1, 1, 0, 0, false, true, joints);
    var moving = new Locomotion(Origin.WORLD, 0, Ground.NONE, Comfort.STANDARD);
    moving.step(Pose.IDENTITY, new HandsInput(hand, hand), 0.01);
    var arc = moving.teleport();
    assertNotNull(arc);
    shapesOf(hand);
    shapes.add(hand, Pose.IDENTITY);
    shapes.add(arc);
    assertTrue(bars.count() < Capsules.MOST);
  }
}
