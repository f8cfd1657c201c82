package org.saccade.client.audio;

import static org.lwjgl.openal.ALC10.ALC_DEVICE_SPECIFIER;
import static org.lwjgl.openal.ALC10.ALC_TRUE;
import static org.lwjgl.openal.ALC10.alcGetInteger;
import static org.lwjgl.openal.ALC10.alcGetString;
import static org.lwjgl.openal.ALC10.alcOpenDevice;
import static org.lwjgl.openal.EXTDisconnect.ALC_CONNECTED;
import static org.lwjgl.openal.EnumerateAllExt.ALC_ALL_DEVICES_SPECIFIER;
import static org.lwjgl.system.MemoryUtil.NULL;

import org.jspecify.annotations.Nullable;

/** A sound card, headphones, or a sound server that has them. */
public final class SoundDevice implements SoundOutput {
  private final AlContext context;

  private SoundDevice(AlContext context) {
    this.context = context;
  }

  static SoundDevice open(@Nullable String name) {
    AlsaWords.hush();
    long device = alcOpenDevice(name);
    if (device == NULL) {
      throw new SoundException(
          name == null ? "no sound device" : "no sound device '%s'".formatted(name),
          "plug in headphones or start the sound server (PipeWire or PulseAudio); all else works"
              + " without");
    }
    return new SoundDevice(AlContext.of(device, AlContext.OWN_HEAD));
  }

  AlContext context() {
    return context;
  }

  /** Its name, for people. */
  public String name() {
    int asked =
        context.can().ALC_ENUMERATE_ALL_EXT ? ALC_ALL_DEVICES_SPECIFIER : ALC_DEVICE_SPECIFIER;
    return String.valueOf(alcGetString(context.device(), asked));
  }

  /** The head that HRTF uses, or an empty text where there is no HRTF. */
  public String hrtf() {
    return context.hrtf();
  }

  @Override
  public boolean isConnected() {
    return !context.can().ALC_EXT_disconnect
        || alcGetInteger(context.device(), ALC_CONNECTED) == ALC_TRUE;
  }

  @Override
  public void close() {
    context.close();
  }
}
