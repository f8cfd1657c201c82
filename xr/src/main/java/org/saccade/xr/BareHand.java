package org.saccade.xr;

import org.joml.Quaternionf;
import org.joml.Vector3f;

/**
 * Makes of a hand that holds no controller one that points, pinches and asks for the menu, by its
 * joints. No clock is read. Frame thread.
 *
 * <p>It points along the line from the shoulder through the knuckle of the index finger: pinching
 * moves the fingertips, and neither of these. A pinch closes at 2 cm and opens at 3 cm; it selects
 * and grabs, and the left one teleports. {@link PalmGesture} of the left hand is the menu button;
 * while the palm is shown the hand does nothing else, and afterwards a pinch counts only once it
 * has opened.
 *
 * <p>Where the runtime interprets hands itself (XR_EXT_hand_interaction) its pointing and pinching
 * are kept, and the palm is all that is added.
 */
public final class BareHand {
  private static final float CLOSES = 0.85f;
  private static final float OPENS = 0.55f;

  /** A controller that is hidden for a moment does not become a hand: joints may be its own. */
  private static final long LAID_DOWN_NANOS = 500_000_000;

  private static final float SHOULDER_ASIDE = 0.18f;
  private static final float SHOULDER_BELOW = 0.2f;

  private final Hand hand;
  private final PalmGesture palm = new PalmGesture();
  private final Quaternionf turned = new Quaternionf();
  private final Vector3f along = new Vector3f();
  private long heldNanos = Long.MIN_VALUE / 2;
  private boolean isPinched;
  private boolean isSpent;

  public BareHand(Hand hand) {
    this.hand = hand;
  }

  /** What was begun is forgotten: the hand is not seen, or belongs to another program. */
  public void rest() {
    palm.reset();
    isPinched = false;
    isSpent = false;
  }

  /**
   * The hand as its joints have it; unchanged where it holds a controller or is not seen.
   *
   * @param isInterpreted whether the runtime made aim, trigger and squeeze of the bare hand
   * @param head in the play space
   * @param nowNanos when the frame will be seen
   */
  public HandInput read(HandInput seen, boolean isInterpreted, Pose head, long nowNanos) {
    if (!isInterpreted && (seen.isGripTracked() || seen.isAimTracked())) {
      heldNanos = nowNanos;
    }
    var joints = seen.joints();
    if (joints == null || (!isInterpreted && nowNanos - heldNanos < LAID_DOWN_NANOS)) {
      rest();
      return seen;
    }
    isPinched = joints.pinch() >= (isPinched ? OPENS : CLOSES);
    boolean isAsking = hand == Hand.LEFT && palm.step(joints, head, nowNanos);
    if (hand == Hand.LEFT && palm.isShown()) {
      isSpent = true;
      return idle(seen, isAsking);
    }
    isSpent &= isPinched;
    if (isInterpreted) {
      return isSpent ? idle(seen, false) : seen;
    }
    return pointing(seen, joints, head);
  }

  private static HandInput idle(HandInput seen, boolean isAsking) {
    return new HandInput(
        seen.grip(),
        seen.aim(),
        seen.isGripTracked(),
        false,
        0,
        0,
        0,
        0,
        isAsking || seen.isMenuPressed(),
        false,
        seen.joints());
  }

  private HandInput pointing(HandInput seen, HandJoints joints, Pose head) {
    boolean isPressing = isPinched && !isSpent;
    return new HandInput(
        seen.grip(),
        aim(joints, head),
        false,
        true,
        isPressing ? 1 : 0,
        isSpent ? 0 : joints.pinch(),
        0,
        0,
        false,
        isPressing && hand == Hand.LEFT,
        joints);
  }

  private Pose aim(HandJoints joints, Pose head) {
    float x = joints.x(HandJoints.INDEX_PROXIMAL);
    float y = joints.y(HandJoints.INDEX_PROXIMAL);
    float z = joints.z(HandJoints.INDEX_PROXIMAL);
    turned.rotationY((float) head.heading());
    along.set(hand == Hand.LEFT ? -SHOULDER_ASIDE : SHOULDER_ASIDE, -SHOULDER_BELOW, 0);
    along.rotate(turned).add((float) head.x(), (float) head.y(), (float) head.z());
    along.negate().add(x, y, z);
    double yaw = Math.atan2(-along.x, -along.z);
    double pitch = Math.atan2(along.y, Math.hypot(along.x, along.z));
    return Pose.looking(x, y, z, yaw, pitch);
  }
}
