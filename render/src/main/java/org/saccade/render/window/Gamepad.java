package org.saccade.render.window;

/**
 * A gamepad's state at the last poll: sticks -1..1 (right and down positive), triggers 0..1.
 *
 * @param buttons bit n is GLFW's gamepad button n
 */
public record Gamepad(
    float leftX,
    float leftY,
    float rightX,
    float rightY,
    float leftTrigger,
    float rightTrigger,
    int buttons) {

  /** Whether GLFW's gamepad button is down. */
  public boolean isDown(int button) {
    return (buttons >> button & 1) != 0;
  }
}
