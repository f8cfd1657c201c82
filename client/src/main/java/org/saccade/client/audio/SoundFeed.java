package org.saccade.client.audio;

import org.joml.Quaternionfc;
import org.joml.Vector3dc;

/**
 * The frame's end of the sound: it says where the head is and what a hand does, and never waits.
 * Frame thread.
 */
public interface SoundFeed extends AutoCloseable {
  /** Nothing is heard. */
  SoundFeed NONE =
      new SoundFeed() {
        @Override
        public void listen(Vector3dc eye, Quaternionfc head) {}

        @Override
        public void cue(Cue cue, Vector3dc place, double strength) {}

        @Override
        public void setVolume(double percent) {}

        @Override
        public void close() {}
      };

  /**
   * Once a frame: the head at display time, in the world. What sounds in the scene is where its
   * node is now.
   */
  void listen(Vector3dc eye, Quaternionfc head);

  /**
   * A short sound at a place of the world, now. Left out when more wait than anyone could tell
   * apart.
   *
   * @param strength 0 to 1
   */
  void cue(Cue cue, Vector3dc place, double strength);

  /** How loud all is, 0 to 100. */
  void setVolume(double percent);

  @Override
  void close();
}
