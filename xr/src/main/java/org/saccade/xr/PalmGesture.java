package org.saccade.xr;

import org.joml.Quaternionf;
import org.joml.Vector3f;

/**
 * The menu button of a bare hand: the person looks at their own palm, and pinches thumb and index
 * finger for 0.3 s. No clock is read. Frame thread.
 *
 * <p>Headsets' own gestures are alike (Meta's palm pinch, HoloLens 2's look at the wrist); that one
 * must look at it, and that the pinch closes while the palm is shown, keeps it from happening by
 * itself. Angles and the pinch have hysteresis: entered at 35 degrees and left at 55, closed at 1.9
 * cm and open at 2.9.
 *
 * <p>It begins with an open hand that holds nothing, every fingertip 5.5 cm away from the palm and
 * more: the hand round a thing that one looks at, a fist and a loose fist do not begin it. A pinch
 * keeps the index finger so far away, and middle and ring finger not both near the palm: with them
 * a loose fist, whose thumb lies on the index finger, would be one.
 */
final class PalmGesture {
  /** How long the pinch is held. */
  static final long HOLD_NANOS = 300_000_000;

  private static final float CLOSES = 0.9f;
  private static final float OPENS = 0.6f;
  private static final double ENTERS = Math.cos(Math.toRadians(35));
  private static final double LEAVES = Math.cos(Math.toRadians(55));
  private static final double NEAREST_METRES = 0.15;
  private static final double FARTHEST_METRES = 0.9;
  private static final double CURLED_METRES = 0.055;

  private final Quaternionf turned = new Quaternionf();
  private final Vector3f direction = new Vector3f();
  private final Vector3f toHead = new Vector3f();
  private State state = State.AWAY;
  private long closedNanos;

  private enum State {
    /** The palm is not shown, or was pinched already when it came. */
    AWAY,
    OPEN,
    /** A pinch that is too short yet. */
    CLOSED,
    ASKING
  }

  /**
   * Takes in a frame.
   *
   * @param isBusy whether the hand holds or presses something
   */
  void step(HandJoints joints, boolean isBusy, Pose head, long nowNanos) {
    if (!isFacing(joints, head, state == State.AWAY ? ENTERS : LEAVES)) {
      state = State.AWAY;
      return;
    }
    float pinch = joints.pinch();
    boolean isFist = isFist(joints);
    state =
        switch (state) {
          case AWAY -> !isBusy && pinch < OPENS && isOpen(joints) ? State.OPEN : State.AWAY;
          case OPEN -> pinch >= CLOSES && !isFist ? begin(nowNanos) : State.OPEN;
          case CLOSED ->
              pinch < OPENS || isFist
                  ? State.OPEN
                  : nowNanos - closedNanos >= HOLD_NANOS ? State.ASKING : State.CLOSED;
          case ASKING -> pinch < OPENS ? State.OPEN : State.ASKING;
        };
  }

  /** Whether the menu is asked for: from the end of the hold to the pinch's. */
  boolean isAsking() {
    return state == State.ASKING;
  }

  private static boolean isCurled(HandJoints joints, int tip) {
    return joints.metres(tip, HandJoints.PALM) < CURLED_METRES;
  }

  private static boolean isFist(HandJoints joints) {
    return isCurled(joints, HandJoints.INDEX_TIP)
        || (isCurled(joints, HandJoints.MIDDLE_TIP) && isCurled(joints, HandJoints.RING_TIP));
  }

  private static boolean isOpen(HandJoints joints) {
    return !isCurled(joints, HandJoints.INDEX_TIP)
        && !isCurled(joints, HandJoints.MIDDLE_TIP)
        && !isCurled(joints, HandJoints.RING_TIP)
        && !isCurled(joints, HandJoints.LITTLE_TIP);
  }

  private State begin(long nowNanos) {
    closedNanos = nowNanos;
    return State.CLOSED;
  }

  /** Whether the palm faces the head and the head looks at it, within an angle of this cosine. */
  private boolean isFacing(HandJoints joints, Pose head, double cosine) {
    toHead.set(
        (float) head.x() - joints.x(HandJoints.PALM),
        (float) head.y() - joints.y(HandJoints.PALM),
        (float) head.z() - joints.z(HandJoints.PALM));
    double metres = toHead.length();
    if (metres < NEAREST_METRES || metres > FARTHEST_METRES) {
      return false;
    }
    // a palm's joint has +Y out of the back of the hand
    joints.pose(HandJoints.PALM).orientation(turned);
    double shown = direction.set(0, -1, 0).rotate(turned).dot(toHead) / metres;
    head.orientation(turned);
    double looked = -direction.set(0, 0, -1).rotate(turned).dot(toHead) / metres;
    return shown >= cosine && looked >= cosine;
  }

  /** Whether the palm is shown: the hand does nothing else then. */
  boolean isShown() {
    return state != State.AWAY;
  }

  void reset() {
    state = State.AWAY;
  }
}
