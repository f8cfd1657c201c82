package org.saccade.client.hands;

import java.util.List;
import org.joml.Vector3fc;
import org.jspecify.annotations.Nullable;
import org.saccade.render.scene.Scene;
import org.saccade.xr.Hand;
import org.saccade.xr.HandsInput;
import org.saccade.xr.HapticCoder;
import org.saccade.xr.HapticPulse;
import org.saccade.xr.Pose;

/**
 * Both hands among a scene's movable things: they touch, grab, pass from one to the other and let
 * go. No clock is read. Frame thread.
 */
public final class HandPlay {
  private static final double GRAB_STRENGTH = 0.6;

  private final List<Thing> things;
  private final Placed placed;
  private final HandEvents events;
  private final One left = new One(Hand.LEFT);
  private final One right = new One(Hand.RIGHT);
  private long lastNanos;
  private boolean hasBegun;

  /** One hand's share. */
  private static final class One {
    private final Hand hand;
    private final HandState state = new HandState();
    private final Touch touch = new Touch();
    private final Grasp grasp = new Grasp();
    private final HapticCoder coder = new HapticCoder();
    private @Nullable HapticPulse pulse;

    private One(Hand hand) {
      this.hand = hand;
    }
  }

  public HandPlay(Scene scene, Placed placed, HandEvents events) {
    this(Things.of(scene), placed, events);
  }

  /** The same among other things than a scene's. */
  public HandPlay(List<Thing> things, Placed placed, HandEvents events) {
    this.things = List.copyOf(things);
    this.placed = placed;
    this.events = events;
  }

  /**
   * Follows both hands for a frame.
   *
   * @param origin the play space's place in the world
   * @param nowNanos when the frame will be seen
   */
  public void step(HandsInput hands, Pose origin, long nowNanos) {
    double seconds = hasBegun ? Math.max(0, nowNanos - lastNanos) * 1e-9 : 0;
    lastNanos = nowNanos;
    hasBegun = true;
    left.state.update(hands.left(), origin);
    right.state.update(hands.right(), origin);
    step(left, right, seconds, nowNanos);
    step(right, left, seconds, nowNanos);
  }

  private void step(One one, One other, double seconds, long nowNanos) {
    grab(one, other, nowNanos);
    if (one.state.isSeen()) {
      int held = one.grasp.held();
      one.touch.step(things, placed, one.state.finger(), held, seconds, nowNanos);
      if (one.touch.isNew()) {
        events.touched(
            one.hand, node(one.touch.touched()), one.state.finger(), one.touch.strength(nowNanos));
      }
    } else {
      one.touch.lose();
    }
    one.pulse = one.coder.code(one.touch.strength(nowNanos), nowNanos);
  }

  private void grab(One one, One other, long nowNanos) {
    Vector3fc at = one.state.palm();
    switch (one.grasp.step(things, placed, one.state)) {
      case NONE -> {}
      case GRABBED -> {
        if (other.grasp.held() == one.grasp.held()) {
          other.grasp.release();
        }
        one.touch.bump(GRAB_STRENGTH, nowNanos);
        events.grabbed(one.hand, node(one.grasp.held()), at);
      }
      case RELEASED -> {
        int node = node(one.grasp.held());
        one.grasp.release();
        events.released(one.hand, node, at);
      }
    }
  }

  private int node(int thing) {
    return things.get(thing).node();
  }

  private One of(Hand hand) {
    return hand == Hand.LEFT ? left : right;
  }

  /** What a hand's device must be told in this frame; null for nothing. */
  public @Nullable HapticPulse pulse(Hand hand) {
    return of(hand).pulse;
  }

  /** The node a hand's finger touches, or -1. */
  public int touched(Hand hand) {
    int thing = of(hand).touch.touched();
    return thing < 0 ? -1 : node(thing);
  }

  /** The node a hand holds, or -1. */
  public int held(Hand hand) {
    int thing = of(hand).grasp.held();
    return thing < 0 ? -1 : node(thing);
  }
}
