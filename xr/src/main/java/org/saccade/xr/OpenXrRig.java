package org.saccade.xr;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person in a headset: the play space stands somewhere in the world, where {@link Locomotion}
 * brings it, and the person in it moves as the runtime says. Frame thread only.
 */
public final class OpenXrRig implements Rig {
  private static final long NEVER = Long.MIN_VALUE;

  private final Headset headset;
  private final Locomotion locomotion;
  private Pose shownHead = Pose.IDENTITY;
  private long shownNanos = NEVER;
  private Place place = Place.ASSUMED;

  /** What is known of the head's place in the play space. */
  private enum Place {
    /** Nothing yet, or ever: a standing person's at the origin is taken for it. */
    ASSUMED,
    KNOWN,
    /** It is from before a recentring. */
    OUTDATED
  }

  /** The play space's floor begins at {@code start}, turned as it is. */
  public OpenXrRig(Headset headset, Origin start, Ground ground, Comfort comfort) {
    this.headset = headset;
    locomotion = new Locomotion(start, headset.floorBelowOrigin(), ground, comfort);
  }

  /** The same on level ground without walls. */
  public OpenXrRig(Headset headset, Origin start) {
    this(headset, start, Ground.NONE, Comfort.STANDARD);
  }

  /**
   * Looks where the head will be in a frame, before its hands are read and {@link #apply applied}.
   */
  public void look(long displayNanos) {
    see(headset.locateHead(displayNanos), displayNanos);
  }

  /** Height and room are measured at a head that is somewhere, not at a kept or assumed one. */
  private void see(Pose head, long displayNanos) {
    shownHead = head;
    shownNanos = displayNanos;
    if (place != Place.KNOWN && headset.isHeadPlaced()) {
      place = Place.KNOWN;
      locomotion.remeasure();
    }
  }

  /**
   * Walks, turns and teleports as the hands say.
   *
   * @param seconds since the last time
   */
  public void apply(HandsInput hands, double seconds) {
    if (shownNanos != NEVER && headset.isLocated()) {
      locomotion.step(shownHead, hands, seconds);
    }
  }

  /** How the person likes to get about from now on. */
  public void setComfort(Comfort comfort) {
    locomotion.setComfort(comfort);
  }

  /**
   * The play space's origin is elsewhere: before the first frame it holds for. Where a person asked
   * for it they stand where the play space does in the world, or as near as there is room, and
   * their height counts anew; where the room was measured anew they stay where they are.
   */
  public void recentred(Recentring to) {
    var origin = to.origin();
    if (origin == null) {
      shownNanos = NEVER; // where the head is now is not known before it is located
      if (place == Place.ASSUMED) {
        locomotion.remeasure();
      } else {
        place = Place.OUTDATED;
        locomotion.waitForHead();
      }
      return;
    }
    shownHead = shownHead.in(origin.inverse());
    if (to.isOfRoom()) {
      locomotion.carry(origin);
    } else if (place != Place.OUTDATED) {
      locomotion.remeasure();
    }
  }

  /** The play space's place in the world: what is given in the former is {@code in} it. */
  public Pose origin() {
    return locomotion.origin();
  }

  /** How far the view should narrow while it glides, 0 to 1. */
  public double vignette() {
    return locomotion.vignette();
  }

  /** Where a hand aims to go to, in the world; null while none does. */
  public @Nullable TeleportArc teleport() {
    return locomotion.teleport();
  }

  @Override
  public RigFrame locate(long displayNanos) {
    var seen = headset.locate(displayNanos);
    see(seen.head(), displayNanos);
    var origin = locomotion.origin();
    return new RigFrame(
        displayNanos,
        shownHead.in(origin),
        inWorld(seen.views(), origin),
        seen.gaze(),
        seen.isTracked());
  }

  /**
   * The realised pose error of the frame located last: by how many radians the head was turned away
   * at its display time from where it had been expected. Ask before the next {@link #locate}; NaN
   * while the display time is to come, or where the runtime keeps no history.
   */
  public double realisedErrorRadians(long nowNanos) {
    if (shownNanos == NEVER || nowNanos - shownNanos < 0) {
      return Double.NaN;
    }
    var was = headset.headAt(shownNanos);
    return was == null ? Double.NaN : was.angleTo(shownHead);
  }

  private static List<ViewPose> inWorld(List<ViewPose> views, Pose origin) {
    if (views.size() == 2) { // the usual pair: no list to grow
      return List.of(inWorld(views.get(0), origin), inWorld(views.get(1), origin));
    }
    return views.stream().map(view -> inWorld(view, origin)).toList();
  }

  private static ViewPose inWorld(ViewPose view, Pose origin) {
    return new ViewPose(view.pose().in(origin), view.fov());
  }

  /** A headset's pictures have the shape the runtime asks for. */
  @Override
  public void reshape(double aspect) {}

  /** A headset's field of view is the runtime's. */
  @Override
  public void setVerticalFov(double radians) {}
}
