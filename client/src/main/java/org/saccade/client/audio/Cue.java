package org.saccade.client.audio;

import org.saccade.assets.sound.Sound;

/** A short answer to what a person does. */
public enum Cue {
  /** A finger meets a thing. */
  TOUCH(Sound.TOUCH),
  /** A hand closes round a thing. */
  GRAB(Sound.GRAB);

  private final Sound sound;

  Cue(Sound sound) {
    this.sound = sound;
  }

  Sound sound() {
    return sound;
  }
}
