package org.saccade.client.run;

import static org.lwjgl.glfw.GLFW.GLFW_GAMEPAD_BUTTON_LEFT_THUMB;

import org.saccade.render.window.Gamepad;

/**
 * A gamepad's state as walking: the left stick walks, the right one looks, the right trigger (or
 * the left stick pressed) runs. Every number is in [-1, 1]; forward, right, left turn and up are
 * positive. Pure.
 *
 * <p>Sticks rarely rest in their middle. Whatever lies within a circle around it is rest, and the
 * way beyond counts from the circle on, squared: fine near the middle, and no jump at its edge.
 */
record GamepadSteering(double forward, double right, double yaw, double pitch, boolean isRunning) {
  private static final double DEAD_ZONE = 0.2;
  private static final float PULLED = 0.5f;

  static GamepadSteering of(Gamepad pad) {
    double walking = gain(pad.leftX(), pad.leftY());
    double looking = gain(pad.rightX(), pad.rightY());
    return new GamepadSteering(
        -pad.leftY() * walking,
        pad.leftX() * walking,
        -pad.rightX() * looking,
        -pad.rightY() * looking,
        pad.rightTrigger() > PULLED || pad.isDown(GLFW_GAMEPAD_BUTTON_LEFT_THUMB));
  }

  /** What to multiply a stick's place with. */
  private static double gain(double x, double y) {
    double length = Math.hypot(x, y);
    if (!(length > DEAD_ZONE)) {
      return 0;
    }
    double beyond = Math.min(1, (length - DEAD_ZONE) / (1 - DEAD_ZONE));
    return beyond * beyond / length;
  }
}
