package org.saccade.xr;

import org.joml.Vector3d;
import org.joml.Vector3dc;
import org.jspecify.annotations.Nullable;

/**
 * Where a person's play space stands in the world: it glides, turns and jumps as the hands say,
 * while the person moves in it as they like. Turning goes round the head, so that nobody is flung
 * about. No clock is read: seconds arrive as arguments. Frame thread.
 *
 * <p>The feet are below the head. Walking by the stick stops at walls; walking on one's own legs
 * cannot be stopped and only follows the floor up and down. Who comes to stand somewhere at once,
 * at the start or by recentring, does not stand in a wall or over an abyss: they stand as near to
 * it as walking there would have brought them.
 */
public final class Locomotion {
  private static final double STANDING_METRES = 1.65;
  private static final double TURN_RADIANS_PER_SECOND = Math.toRadians(90);
  private static final double LONGEST_STEP_SECONDS = 0.1;
  private static final double STAIRS_SECONDS = 0.08;
  private static final double FLOOR_METRES = 0.35;

  private final Ground ground;
  private final SnapTurn snap = new SnapTurn();
  private final Vignette vignette = new Vignette();
  private final TeleportArc arc = new TeleportArc();
  private final double floorBelowOrigin;
  private final Vector3d feet = new Vector3d();
  private final Vector3d wanted = new Vector3d();
  private final Vector3d reached = new Vector3d();
  private final Vector3d from = new Vector3d();
  private final Vector3d to = new Vector3d();
  private final Vector3d normal = new Vector3d();
  private Comfort comfort;

  /** The play space's floor below its origin, and how it is turned. */
  private double x;

  private double y;
  private double z;
  private double yaw;

  /** How far the eyes are above where the feet's floor would have them: stairs are softened. */
  private double above;

  private double lift;
  private boolean hasStood;
  private boolean isLifted;
  private boolean isWaiting;
  private @Nullable Hand throwing;
  private Pose origin;

  /**
   * @param start where the play space's floor begins
   * @param floorBelowOrigin how far that lies below the play space's origin, metres
   */
  public Locomotion(Origin start, double floorBelowOrigin, Ground ground, Comfort comfort) {
    this.ground = ground;
    this.comfort = comfort;
    this.floorBelowOrigin = floorBelowOrigin;
    x = start.x();
    y = start.y();
    z = start.z();
    yaw = start.yaw();
    feet.set(x, y, z);
    origin = place();
  }

  /** Other likings, from the next step on. */
  public void setComfort(Comfort wanted) {
    comfort = wanted;
  }

  /** The person is elsewhere in the play space, as after recentring: their height counts anew. */
  public void remeasure() {
    isLifted = false;
    lift = 0;
    hasStood = false;
    isWaiting = false;
  }

  /**
   * It is not known where in the play space the person is: they get about from where they were last
   * seen, and neither their height nor the room for them is measured before {@link #remeasure}.
   */
  void waitForHead() {
    isWaiting = true;
  }

  /**
   * The play space has another origin, but what is in it stays where it is in the world. Another
   * height of the floor is softly made good for who stands on it; a lifted head keeps its height.
   */
  void carry(Pose newOrigin) {
    double nextX = headX(newOrigin);
    z = headZ(newOrigin);
    x = nextX;
    if (isLifted) {
      lift += newOrigin.y();
    } else {
      above += newOrigin.y();
    }
    yaw = Math.IEEEremainder(yaw + newOrigin.heading(), 2 * Math.PI);
    origin = place();
  }

  /**
   * Moves the play space by what the hands did: the left stick walks, the right one turns, and
   * letting go of the teleport goes where it aimed.
   *
   * @param head in the play space
   * @param seconds since the last step; a long pause counts as 0.1 s
   */
  public void step(Pose head, HandsInput hands, double seconds) {
    double time = Math.min(seconds, LONGEST_STEP_SECONDS);
    if (!isWaiting) {
      sit(head);
    }
    boolean isGliding = turn(head, hands.right(), time);
    if (!isWaiting) {
      follow(head);
    }
    isGliding |= walk(head, hands.left(), time);
    teleport(head, hands);
    above *= Math.exp(-time / STAIRS_SECONDS);
    vignette.step(isGliding, comfort.vignette(), time);
    origin = place();
  }

  /** A seated head is lifted to where a standing one would be; once, so that it can still duck. */
  private void sit(Pose head) {
    if (comfort.isSeated() != isLifted) {
      isLifted = comfort.isSeated();
      lift = isLifted ? STANDING_METRES - (head.y() + floorBelowOrigin) : 0;
    }
  }

  private boolean turn(Pose head, HandInput hand, double seconds) {
    double push = hand.stickX();
    double by;
    if (comfort.isSnapTurn()) {
      by = -snap.steps(push) * Math.toRadians(comfort.snapDegrees());
    } else {
      by = -push * StickCurve.gain(push, 0) * TURN_RADIANS_PER_SECOND * seconds;
    }
    if (by != 0) {
      double headX = headX(head);
      double headZ = headZ(head);
      yaw = Math.IEEEremainder(yaw + by, 2 * Math.PI);
      x += headX - headX(head);
      z += headZ - headZ(head);
    }
    return by != 0 && !comfort.isSnapTurn();
  }

  /** The head's place in the world. */
  private double headX(Pose head) {
    return x + Math.cos(yaw) * head.x() + Math.sin(yaw) * head.z();
  }

  private double headZ(Pose head) {
    return z - Math.sin(yaw) * head.x() + Math.cos(yaw) * head.z();
  }

  /** The floor goes up and down below a person who walks on their own legs. */
  private void follow(Pose head) {
    wanted.set(headX(head), y, headZ(head));
    if (hasStood) {
      ground.slide(feet, wanted, reached);
      climb(reached.y);
      wanted.y = y;
    } else {
      settle();
    }
    feet.set(wanted);
    hasStood = true;
  }

  /** Before the feet are anywhere new: where they are wanted or, without room, on the way there. */
  private void settle() {
    boolean isFloorMissing = hasFloor(feet) && !hasFloor(wanted);
    if (ground.canStand(wanted) && !isFloorMissing) {
      return;
    }
    ground.slide(feet, wanted, reached);
    if (!ground.canStand(reached)) {
      reached.set(feet);
    }
    x += reached.x - wanted.x;
    z += reached.z - wanted.z;
    y = reached.y;
    wanted.set(reached);
  }

  private boolean hasFloor(Vector3dc at) {
    above(at, FLOOR_METRES, from);
    above(at, -FLOOR_METRES, to);
    return ground.hit(from, to, normal) <= 1;
  }

  private static void above(Vector3dc at, double metres, Vector3d result) {
    result.set(at.x(), at.y() + metres, at.z());
  }

  private void climb(double floor) {
    above += y - floor;
    y = floor;
  }

  private boolean walk(Pose head, HandInput hand, double seconds) {
    double gain = StickCurve.gain(hand.stickX(), hand.stickY());
    if (gain == 0) {
      return false;
    }
    boolean isByHand = comfort.steering() == Comfort.Steering.HAND && hand.isAimTracked();
    double heading = yaw + (isByHand ? hand.aim() : head).heading();
    double step = gain * comfort.metresPerSecond() * seconds;
    double right = step * hand.stickX();
    double ahead = step * hand.stickY();
    wanted.set(
        feet.x + Math.cos(heading) * right - Math.sin(heading) * ahead,
        feet.y,
        feet.z - Math.sin(heading) * right - Math.cos(heading) * ahead);
    ground.slide(feet, wanted, reached);
    x += reached.x - feet.x;
    z += reached.z - feet.z;
    climb(reached.y);
    feet.set(reached);
    return true;
  }

  private void teleport(Pose head, HandsInput hands) {
    var by = throwing;
    if (by == null) {
      throwing = pressing(hands);
      by = throwing;
    }
    if (by == null) {
      return;
    }
    var hand = hands.of(by);
    if (hand.isTeleportPressed() && hand.isAimTracked()) {
      arc.aim(hand.aim().in(place()), ground);
    } else if (!hand.isTeleportPressed()) {
      throwing = null;
      arrive(head, hand.isAimTracked());
    }
  }

  private static @Nullable Hand pressing(HandsInput hands) {
    if (hands.right().isTeleportPressed() && hands.right().isAimTracked()) {
      return Hand.RIGHT;
    }
    return hands.left().isTeleportPressed() && hands.left().isAimTracked() ? Hand.LEFT : null;
  }

  /** A hand that got lost takes back what it wanted; one that let go meant it. */
  private void arrive(Pose head, boolean isMeant) {
    if (isMeant && arc.isValid()) {
      arc.end(feet);
      x += feet.x - headX(head);
      z += feet.z - headZ(head);
      y = feet.y;
      above = 0;
    }
  }

  private Pose place() {
    double height = y + floorBelowOrigin + above + lift;
    return new Pose(x, height, z, 0, (float) Math.sin(yaw / 2), 0, (float) Math.cos(yaw / 2));
  }

  /** The play space's place in the world. */
  public Pose origin() {
    return origin;
  }

  /** How far the view should narrow now, 0 to 1. */
  public double vignette() {
    return vignette.strength();
  }

  /** Where a hand aims to go to; null while none does. */
  public @Nullable TeleportArc teleport() {
    return throwing == null ? null : arc;
  }
}
