package org.saccade.assets.sound;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.saccade.assets.mesh.Chance;

/**
 * What can be heard. A scene names one in a node's {@code extras.saccade_sound}; the same seed
 * makes the same samples on every machine. All are made as loud as can stand beside each other: 19
 * dB below full at the mean, or 4 dB below it at the peak.
 */
public enum Sound {
  /** Air that moves through a great room. */
  AIR,
  /** Birds, now and then. */
  BIRDS,
  /** Metal bars that touch in a draught. */
  CHIMES,
  /** Something closes round a thing: a soft thump. */
  GRAB,
  /** A small motor that runs well. */
  HUM,
  /** Wind in a tree's leaves. */
  LEAVES,
  /** A mill's sails, one after the other. */
  SAILS,
  /** A fingertip on wood: a soft tick. */
  TOUCH,
  /** Water that falls into water. */
  WATER;

  /** The seed of the sounds that everyone hears. */
  public static final long SEED = 2027;

  /** Its name in a scene's file. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The sound of that name, if there is one. */
  public static Optional<Sound> named(String word) {
    return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
  }

  /** All names. */
  public static List<String> words() {
    return Arrays.stream(values()).map(Sound::word).toList();
  }

  /** Makes its samples; takes some tenths of a second of a core. */
  public Pcm make(long seed) {
    var chance = new Chance(seed).named("sound").named(word());
    var ring =
        switch (this) {
          case AIR -> Weather.air(chance);
          case BIRDS -> Birds.sing(chance);
          case CHIMES -> Struck.chimes(chance);
          case GRAB -> Struck.grab(chance);
          case HUM -> Machines.hum(chance);
          case LEAVES -> Weather.leaves(chance);
          case SAILS -> Machines.sails(chance);
          case TOUCH -> Struck.touch(chance);
          case WATER -> Weather.water(chance);
        };
    return ring.levelled();
  }
}
