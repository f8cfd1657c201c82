package org.saccade.xr;

import org.joml.Quaternionf;
import org.joml.Vector3f;
import org.jspecify.annotations.Nullable;

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
 * <p>Cameras lose hands for a frame or two. What a hand did it goes on doing for 0.1 s then, so
 * that nothing is dropped; after a longer loss a pinch counts only once it has opened, too.
 *
 * <p>Where the runtime interprets hands itself (XR_EXT_hand_interaction) its pointing and pinching
 * are kept, and the palm is all that is added. Its pointing may be lost while joints are still
 * seen, and its profile may go and come back some frames after the hand: that is a loss like any
 * other.
 */
public final class BareHand {
  private static final float CLOSES = 0.85f;
  private static final float OPENS = 0.55f;

  /** A controller that is hidden for a moment does not become a hand: joints may be its own. */
  private static final long LAID_DOWN_NANOS = 500_000_000;

  /** What a hand uses, as far as the runtime says. */
  public enum Profile {
    /** Nothing: it is bare, or lost. */
    NONE,
    /** XR_EXT_hand_interaction: the runtime makes aim, trigger and squeeze of the bare hand. */
    HANDS,
    CONTROLLER
  }

  private static final long LONG_AGO = Long.MIN_VALUE / 2;
  private static final long BLINK_NANOS = 100_000_000;

  private static final float SHOULDER_ASIDE = 0.18f;
  private static final float SHOULDER_BELOW = 0.2f;

  private final Hand hand;
  private final PalmGesture palm = new PalmGesture();
  private final Quaternionf turned = new Quaternionf();
  private final Vector3f along = new Vector3f();
  private long heldNanos = LONG_AGO;
  private long seenNanos = LONG_AGO;
  private long jointsNanos = LONG_AGO;
  private long interpretedNanos = LONG_AGO;
  private HandInput last = HandInput.RESTING;
  private boolean isPinched;
  private boolean isSpent;

  public BareHand(Hand hand) {
    this.hand = hand;
  }

  /**
   * What was begun is forgotten, and a pinch that is closed counts no more: the hand is not seen,
   * or belongs to another program.
   */
  public void rest() {
    palm.reset();
    isPinched = false;
    isSpent = true;
    seenNanos = LONG_AGO;
    last = HandInput.RESTING;
  }

  /**
   * The hand as its joints have it; unchanged where it holds a controller or is not seen.
   *
   * @param profile what the hand uses
   * @param head in the play space
   * @param nowNanos when the frame will be seen
   */
  public HandInput read(HandInput seen, Profile profile, Pose head, long nowNanos) {
    boolean isTracked = seen.isGripTracked() || seen.isAimTracked();
    boolean isInterpreted = isInterpreted(profile, isTracked, nowNanos);
    if (!isInterpreted && isTracked) {
      heldNanos = nowNanos;
    }
    var joints = seen.joints();
    if (joints == null && !(isInterpreted && isTracked)) {
      return lost(seen, nowNanos);
    }
    if (isInterpreted && !isTracked && joints != null) {
      return unaimed(seen, joints, head, nowNanos);
    }
    if (!isInterpreted && nowNanos - heldNanos < LAID_DOWN_NANOS) {
      rest();
      return seen;
    }
    seenNanos = nowNanos;
    last = read(seen, joints, isInterpreted, head, nowNanos);
    return last;
  }

  /** Whether the runtime makes something of the bare hand, or did so a moment ago. */
  private boolean isInterpreted(Profile profile, boolean isTracked, long nowNanos) {
    boolean isStill = profile == Profile.NONE && nowNanos - interpretedNanos <= BLINK_NANOS;
    if (profile == Profile.HANDS || (isStill && isTracked)) {
      interpretedNanos = nowNanos;
    }
    return profile == Profile.HANDS || isStill;
  }

  /** One that the runtime makes nothing of while its joints are seen: they show the palm. */
  private HandInput unaimed(HandInput seen, HandJoints joints, Pose head, long nowNanos) {
    if (hand == Hand.LEFT) {
      look(joints, head, nowNanos);
    }
    if (!palm.isShown() && nowNanos - seenNanos <= BLINK_NANOS) {
      return last.held();
    }
    isSpent = true;
    last = idle(seen, palm.isAsking());
    return last;
  }

  /** Nobody's, or a bare hand's that was seen a moment ago and will be again. */
  private HandInput lost(HandInput seen, long nowNanos) {
    if (nowNanos - seenNanos <= BLINK_NANOS && !(seen.isGripTracked() || seen.isAimTracked())) {
      return last.held();
    }
    rest();
    return seen;
  }

  private HandInput read(
      HandInput seen,
      @Nullable HandJoints joints,
      boolean isInterpreted,
      Pose head,
      long nowNanos) {
    isPinched = isPinched(seen, joints, isInterpreted);
    if (hand == Hand.LEFT) {
      look(joints, head, nowNanos);
    }
    if (palm.isShown()) {
      isSpent = true;
      return idle(seen, palm.isAsking());
    }
    isSpent &= isPinched;
    if (isInterpreted || joints == null) {
      return isSpent ? idle(seen, false) : seen;
    }
    return pointing(seen, joints, head);
  }

  private void look(@Nullable HandJoints joints, Pose head, long nowNanos) {
    if (joints != null) {
      boolean isBusy = last.trigger() >= OPENS || last.squeeze() >= OPENS;
      palm.step(joints, isBusy, head, nowNanos);
      jointsNanos = nowNanos;
    } else if (nowNanos - jointsNanos > BLINK_NANOS) {
      palm.reset();
    }
  }

  /** By the joints or, where the runtime interprets the hand, by what it says as well. */
  private boolean isPinched(HandInput seen, @Nullable HandJoints joints, boolean isInterpreted) {
    float limit = isPinched || isSpent ? OPENS : CLOSES; // what is spent must open wholly
    boolean isSaid = Math.max(seen.trigger(), seen.squeeze()) >= limit || seen.isTeleportPressed();
    return (isInterpreted && isSaid) || (joints != null && joints.pinch() >= limit);
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
