package org.saccade.client.audio;

import java.util.EnumMap;
import java.util.Map;
import org.saccade.assets.sound.Pcm;
import org.saccade.assets.sound.Sound;

/** The samples of sounds, each made when it is first wanted. Sound thread. */
final class SoundShelf {
  private final Map<Sound, Pcm> made = new EnumMap<>(Sound.class);

  Pcm get(Sound sound) {
    return made.computeIfAbsent(sound, each -> each.make(Sound.SEED));
  }
}
