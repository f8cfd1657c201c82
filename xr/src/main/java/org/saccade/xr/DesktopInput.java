package org.saccade.xr;

/**
 * What a person at a flat screen did since the last poll, already mapped from keys, mouse and
 * gamepad: turns in radians (left and up positive), walking in [-1, 1] (forward and right
 * positive), and the pointer in [-1, 1] across the view when it is free.
 *
 * @param seconds time since the last poll
 * @param isSteering the mouse turns the head: the pointer says nothing about the eyes
 */
public record DesktopInput(
    double seconds,
    double yaw,
    double pitch,
    double forward,
    double right,
    boolean isRunning,
    boolean isSteering,
    double pointerX,
    double pointerY) {
  /** Nothing happened for {@code seconds}. */
  public static DesktopInput idle(double seconds) {
    return new DesktopInput(seconds, 0, 0, 0, 0, false, true, 0, 0);
  }
}
