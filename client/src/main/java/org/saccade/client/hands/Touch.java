package org.saccade.client.hands;

import java.util.List;
import org.joml.Vector3f;
import org.joml.Vector3fc;

/**
 * How strongly a fingertip is touched: a bump when it meets a thing, the harder the faster, and
 * then as fast as it slides along. A finger that rests on a thing feels nothing. Frame thread.
 */
final class Touch {
  /** Half a fingertip. */
  private static final float FINGER_METRES = 0.008f;

  /** A finger that hovers at a box's edge does not tremble: it leaves a little later. */
  private static final float LEAVING_METRES = 0.02f;

  private static final long BUMP_NANOS = 40_000_000;
  private static final double SOFTEST = 0.3;
  private static final double HARDEST_METRES_PER_SECOND = 1;
  private static final double SLIDING_METRES_PER_SECOND = 0.05;
  private static final double SLIDING_STRENGTH = 0.4;

  private final Reach reach = new Reach();
  private final Vector3f now = new Vector3f();
  private final Vector3f before = new Vector3f();
  private final Vector3f lastPoint = new Vector3f();
  private int touched = -1;
  private double bump;
  private long bumpNanos;
  private double sliding;
  private boolean isNew;
  private boolean hasPoint;

  /**
   * Follows the finger for a frame.
   *
   * @param except the index of a thing that does not count, as the hand holds it; or -1
   * @param seconds since the last frame
   */
  void step(
      List<Thing> things, Placed placed, Vector3fc finger, int except, double seconds, long nanos) {
    isNew = false;
    sliding = 0;
    if (touched >= 0 && !stays(things, placed, finger, except, seconds)) {
      touched = -1;
    }
    if (touched < 0) {
      touched = reach.find(things, placed, finger, FINGER_METRES, false, except);
      if (touched >= 0) {
        double speed = hasPoint && seconds > 0 ? lastPoint.distance(finger) / seconds : 0;
        bump(SOFTEST + (1 - SOFTEST) * Math.min(1, speed / HARDEST_METRES_PER_SECOND), nanos);
        isNew = true;
        remember(things, placed, finger);
      }
    }
    lastPoint.set(finger);
    hasPoint = true;
  }

  private boolean stays(
      List<Thing> things, Placed placed, Vector3fc finger, int except, double seconds) {
    before.set(now);
    remember(things, placed, finger);
    double speed = seconds > 0 ? now.distance(before) / seconds : 0;
    boolean isSliding = speed > SLIDING_METRES_PER_SECOND;
    sliding = isSliding ? SLIDING_STRENGTH * Math.min(1, speed / HARDEST_METRES_PER_SECOND) : 0;
    return touched != except && reach.distance() <= LEAVING_METRES;
  }

  private void remember(List<Thing> things, Placed placed, Vector3fc finger) {
    var thing = things.get(touched);
    reach.measure(thing, placed.world(thing.node()), finger);
    reach.scaled(now);
  }

  /** The hand feels this for a moment. */
  void bump(double strength, long nanos) {
    bump = strength;
    bumpNanos = nanos;
  }

  /** The hand is nowhere. */
  void lose() {
    touched = -1;
    hasPoint = false;
    isNew = false;
    sliding = 0;
    bump = 0;
  }

  /** The index of the thing it touches, or -1. */
  int touched() {
    return touched;
  }

  /** Whether the touch began in this frame. */
  boolean isNew() {
    return isNew;
  }

  /** What the hand feels, 0 to 1. */
  double strength(long nanos) {
    return bump > 0 && nanos - bumpNanos < BUMP_NANOS ? bump : sliding;
  }
}
