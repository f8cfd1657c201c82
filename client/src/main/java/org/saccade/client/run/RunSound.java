package org.saccade.client.run;

import org.saccade.client.Surroundings;
import org.saccade.client.audio.SoundFeed;
import org.saccade.client.audio.SoundPlayer;

/** The sound of a run. */
final class RunSound {
  private RunSound() {}

  /** The world's sounds on the person's device, or none. */
  static SoundFeed open(boolean isWanted, Surroundings surroundings, World world) {
    if (!isWanted) {
      return SoundFeed.NONE;
    }
    var renderer = world.stage().renderer();
    return SoundPlayer.start(
        renderer.scene().sounds(),
        renderer::world,
        surroundings.clock(),
        line -> surroundings.err().println("saccade: " + line));
  }
}
