package org.saccade.client.audio;

import static org.lwjgl.openal.AL10.*;
import static org.lwjgl.openal.AL11.AL_SAMPLE_OFFSET;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.joml.Vector3f;
import org.saccade.assets.sound.Pcm;
import org.saccade.assets.sound.Sound;
import org.saccade.render.scene.SceneSound;

/**
 * The sounds of a scene in OpenAL: a buffer a kind, a source a sound, and a few sources for cues.
 * Made, used and closed on the thread whose context is current; closed before it.
 *
 * <p>Distance: {@code radius / max(radius, metres)}, OpenAL's inverse distance clamped with a
 * roll-off of one. Nothing moves fast enough for a Doppler shift to be right, so there is none.
 */
final class SoundScene implements AutoCloseable {
  private static final int CUES = 8;

  /** A cue is this near to be at its loudest, metres: at arm's length. */
  private static final float CUE_RADIUS = 0.6f;

  /** Where the next copy of a loop begins, in rounds: copies never beat together. */
  private static final double GOLDEN = 0.6180339887;

  private final AlContext context;
  private final SoundShelf shelf;
  private final Map<Sound, Integer> buffers = new EnumMap<>(Sound.class);
  private final int[] sources;
  private final int[] cues = new int[CUES];
  private final float[] ways = new float[6];
  private int nextCue;

  SoundScene(AlContext context, List<SceneSound> sounds, SoundShelf shelf) {
    this.context = context;
    this.shelf = shelf;
    sources = new int[sounds.size()];
    alDistanceModel(AL_INVERSE_DISTANCE_CLAMPED);
    alDopplerFactor(0);
    alListenerf(AL_GAIN, 0);
    for (int i = 0; i < sources.length; i++) {
      sources[i] = source(sounds.get(i), i);
    }
    alGenSources(cues);
    for (int cue : cues) {
      alSourcef(cue, AL_REFERENCE_DISTANCE, CUE_RADIUS);
    }
    for (var cue : Cue.values()) {
      buffer(cue.sound());
    }
    AlContext.check("making %d sources".formatted(sources.length + CUES));
  }

  private int source(SceneSound sound, int number) {
    int source = alGenSources();
    alSourcei(source, AL_BUFFER, buffer(sound.sound()));
    alSourcef(source, AL_GAIN, sound.gain());
    alSourcef(source, AL_REFERENCE_DISTANCE, sound.radius());
    alSourcef(source, AL_ROLLOFF_FACTOR, 1);
    if (sound.isLooping()) {
      alSourcei(source, AL_LOOPING, AL_TRUE);
      int length = shelf.get(sound.sound()).length();
      alSourcei(source, AL_SAMPLE_OFFSET, (int) (number * GOLDEN % 1 * length));
    }
    return source;
  }

  private int buffer(Sound sound) {
    return buffers.computeIfAbsent(
        sound,
        each -> {
          int buffer = alGenBuffers();
          alBufferData(buffer, AL_FORMAT_MONO16, shelf.get(each).copy(), Pcm.RATE);
          return buffer;
        });
  }

  /** Begins to play; places come first, or all would be heard in the middle. */
  void start(Hearing hearing) {
    hear(hearing, 0);
    for (int source : sources) {
      alSourcePlay(source);
    }
  }

  /**
   * Brings head and sounds to where they are.
   *
   * @param fade 0 to 1, besides the volume
   */
  void hear(Hearing hearing, double fade) {
    context.hold();
    var eye = hearing.eye();
    alListener3f(AL_POSITION, eye.x, eye.y, eye.z);
    write(hearing.forward(), 0);
    write(hearing.up(), 3);
    alListenerfv(AL_ORIENTATION, ways);
    alListenerf(AL_GAIN, (float) (hearing.gain() * fade));
    for (int i = 0; i < sources.length; i++) {
      var place = hearing.place(i);
      alSource3f(sources[i], AL_POSITION, place.x, place.y, place.z);
    }
    context.resume();
  }

  private void write(Vector3f way, int at) {
    ways[at] = way.x;
    ways[at + 1] = way.y;
    ways[at + 2] = way.z;
  }

  /** Plays a cue; the oldest makes room. */
  void play(PlacedCue cue) {
    int source = cues[nextCue];
    nextCue = (nextCue + 1) % CUES;
    alSourceStop(source);
    alSourcei(source, AL_BUFFER, buffer(cue.cue().sound()));
    alSource3f(source, AL_POSITION, cue.x(), cue.y(), cue.z());
    alSourcef(source, AL_GAIN, cue.strength());
    alSourcePlay(source);
  }

  @Override
  public void close() {
    alSourceStopv(sources);
    alSourceStopv(cues);
    alDeleteSources(sources);
    alDeleteSources(cues);
    for (int buffer : buffers.values()) {
      alDeleteBuffers(buffer);
    }
  }
}
