package org.saccade.client.hands;

import java.util.List;
import org.joml.Matrix4f;

/**
 * One hand's hold: a firm grip takes the nearest thing that may be taken, which then follows the
 * hand until the grip loosens. Frame thread.
 */
final class Grasp {
  private static final double FIRM = 0.7;
  private static final double LOOSE = 0.5;
  private static final float REACH_METRES = 0.06f;

  private final Reach reach = new Reach();
  private final Matrix4f offset = new Matrix4f();
  private final Matrix4f world = new Matrix4f();
  private boolean isClosed;
  private int held = -1;

  /** What a frame did to the hold. */
  enum Change {
    NONE,
    GRABBED,
    RELEASED
  }

  /** Closes, follows or opens; asks {@link #held} afterwards. */
  Change step(List<Thing> things, Placed placed, HandState hand) {
    boolean wasClosed = isClosed;
    isClosed = hand.firmness() >= (wasClosed ? LOOSE : FIRM);
    if (!isClosed) {
      return held < 0 ? Change.NONE : Change.RELEASED;
    }
    if (!wasClosed && hand.isSeen()) {
      return take(things, placed, hand);
    }
    if (held >= 0 && hand.isSeen()) {
      hand.grip().mul(offset, world);
      placed.place(things.get(held).node(), world);
    }
    return Change.NONE;
  }

  private Change take(List<Thing> things, Placed placed, HandState hand) {
    held = reach.find(things, placed, hand.palm(), REACH_METRES, true, -1);
    if (held < 0) {
      held = reach.find(things, placed, hand.finger(), REACH_METRES, true, -1);
    }
    if (held < 0) {
      return Change.NONE;
    }
    int node = things.get(held).node();
    hand.grip().invertAffine(offset).mul(placed.world(node));
    placed.place(node, placed.world(node));
    return Change.GRABBED;
  }

  /** Lets go; the thing stays where it is. */
  void release() {
    held = -1;
  }

  /** The index of the thing it holds, or -1. */
  int held() {
    return held;
  }
}
