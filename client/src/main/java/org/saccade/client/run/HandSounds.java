package org.saccade.client.run;

import org.joml.Vector3d;
import org.joml.Vector3fc;
import org.saccade.client.audio.Cue;
import org.saccade.client.audio.SoundFeed;
import org.saccade.client.hands.HandEvents;
import org.saccade.xr.Hand;

/** Lets touching and grabbing be heard. Frame thread. */
record HandSounds(SoundFeed sound) implements HandEvents {
  private static final double GRAB_STRENGTH = 0.7;

  @Override
  public void touched(Hand hand, int node, Vector3fc at, double strength) {
    sound.cue(Cue.TOUCH, new Vector3d(at), strength);
  }

  @Override
  public void grabbed(Hand hand, int node, Vector3fc at) {
    sound.cue(Cue.GRAB, new Vector3d(at), GRAB_STRENGTH);
  }

  @Override
  public void released(Hand hand, int node, Vector3fc at) {}
}
