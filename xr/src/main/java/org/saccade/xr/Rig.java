package org.saccade.xr;

/**
 * Where poses come from. A frame asks twice: early, to decide and to request tiles, and again as
 * the last thing before the draw calls that use the answer. Used by the frame thread alone; no
 * clock is read inside, times arrive as arguments.
 */
public sealed interface Rig permits DesktopRig, OpenXrRig, TraceRig {
  /** The head, views and gaze expected at {@code displayNanos} on the caller's clock. */
  RigFrame locate(long displayNanos);

  /** The shape of the picture changed: width divided by height. */
  void reshape(double aspect);

  /** Another vertical field of view, in radians. */
  void setVerticalFov(double radians);
}
