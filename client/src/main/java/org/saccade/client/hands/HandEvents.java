package org.saccade.client.hands;

import org.joml.Vector3fc;
import org.saccade.xr.Hand;

/** Is told what hands do to things, as for sounds. Called on the frame thread; must not wait. */
public interface HandEvents {
  /** Nobody listens. */
  HandEvents NONE =
      new HandEvents() {
        @Override
        public void touched(Hand hand, int node, Vector3fc at, double strength) {}

        @Override
        public void grabbed(Hand hand, int node, Vector3fc at) {}

        @Override
        public void released(Hand hand, int node, Vector3fc at) {}
      };

  /**
   * A finger began to touch a thing.
   *
   * @param at in the world, good until the call returns
   * @param strength 0 (a brush) to 1
   */
  void touched(Hand hand, int node, Vector3fc at, double strength);

  /** A hand took a thing. */
  void grabbed(Hand hand, int node, Vector3fc at);

  /** A hand let go of a thing. */
  void released(Hand hand, int node, Vector3fc at);
}
