package org.saccade.client.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.lwjgl.glfw.GLFW;
import org.saccade.render.window.Gamepad;

@NullMarked
final class GamepadSteeringTest {
  @Test
  void aStickAtRestDoesNotDrift() {
    var steering = sticks(0.14f, -0.14f, -0.19f, 0.05f);
    assertEquals(0, steering.forward(), 1e-12);
    assertEquals(0, steering.right(), 1e-12);
    assertEquals(0, steering.yaw(), 1e-12);
    assertEquals(0, steering.pitch(), 1e-12);
    assertFalse(steering.isRunning());
  }

  @Test
  void theLeftStickWalksAndTheRightOneLooks() {
    var ahead = sticks(0, -1, 0, 0);
    assertEquals(1, ahead.forward(), 1e-6);
    assertEquals(0, ahead.right(), 1e-6);
    assertEquals(1, sticks(1, 0, 0, 0).right(), 1e-6);
    assertEquals(1, sticks(0, 0, -1, 0).yaw(), 1e-6, "left turns left");
    assertEquals(1, sticks(0, 0, 0, -1).pitch(), 1e-6, "away looks up");
  }

  @Test
  void aDiagonalIsNoFasterAndKeepsItsDirection() {
    var steering = sticks(1, -1, 0, 0);
    assertEquals(1, Math.hypot(steering.forward(), steering.right()), 1e-6);
    assertEquals(steering.forward(), steering.right(), 1e-6);
  }

  @Test
  void leavingTheDeadZoneIsSoft() {
    double before = 0;
    for (float pushed = 0; pushed <= 1; pushed += 0.01f) {
      double now = sticks(pushed, 0, 0, 0).right();
      assertTrue(now >= before && now - before < 0.03, "a jump at " + pushed);
      before = now;
    }
  }

  @Test
  void theRightTriggerOrAPressedStickRuns() {
    assertTrue(GamepadSteering.of(new Gamepad(0, 0, 0, 0, 0, 0.8f, 0)).isRunning());
    int pressed = 1 << GLFW.GLFW_GAMEPAD_BUTTON_LEFT_THUMB;
    assertTrue(GamepadSteering.of(new Gamepad(0, 0, 0, 0, 0, 0, pressed)).isRunning());
    assertFalse(GamepadSteering.of(new Gamepad(0, 0, 0, 0, 1, 0.3f, 0)).isRunning());
  }

  private static GamepadSteering sticks(float leftX, float leftY, float rightX, float rightY) {
    return GamepadSteering.of(new Gamepad(leftX, leftY, rightX, rightY, 0, 0, 0));
  }
}
