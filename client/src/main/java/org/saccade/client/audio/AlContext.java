package org.saccade.client.audio;

import static org.lwjgl.openal.AL10.AL_NO_ERROR;
import static org.lwjgl.openal.AL10.alGetError;
import static org.lwjgl.openal.ALC10.alcCloseDevice;
import static org.lwjgl.openal.ALC10.alcCreateContext;
import static org.lwjgl.openal.ALC10.alcDestroyContext;
import static org.lwjgl.openal.ALC10.alcGetError;
import static org.lwjgl.openal.ALC10.alcGetInteger;
import static org.lwjgl.openal.ALC10.alcGetString;
import static org.lwjgl.openal.ALC10.alcProcessContext;
import static org.lwjgl.openal.ALC10.alcSuspendContext;
import static org.lwjgl.openal.EXTThreadLocalContext.alcSetThreadContext;
import static org.lwjgl.openal.SOFTHRTF.ALC_HRTF_ID_SOFT;
import static org.lwjgl.openal.SOFTHRTF.ALC_HRTF_SOFT;
import static org.lwjgl.openal.SOFTHRTF.ALC_HRTF_SPECIFIER_SOFT;
import static org.lwjgl.openal.SOFTHRTF.ALC_HRTF_STATUS_SOFT;
import static org.lwjgl.openal.SOFTHRTF.ALC_NUM_HRTF_SPECIFIERS_SOFT;
import static org.lwjgl.openal.SOFTHRTF.alcGetStringiSOFT;
import static org.lwjgl.system.MemoryUtil.NULL;

import java.util.Arrays;
import org.lwjgl.openal.AL;
import org.lwjgl.openal.ALC;
import org.lwjgl.openal.ALCCapabilities;

/**
 * An OpenAL device with its one context, current on the thread that made it and on no other
 * (ALC_EXT_thread_local_context), so that a run and a test beside it do not meet. Asks for HRTF:
 * ears and head shape what comes from each side, as through headphones.
 */
final class AlContext implements AutoCloseable {
  private static final String REMEDY = "use the OpenAL Soft that comes with Saccade";

  /** The head that this machine is configured for, or the first that is installed. */
  static final String OWN_HEAD = "";

  /** The head inside OpenAL Soft. */
  static final String BUILT_IN_HEAD = "Built-In HRTF";

  private final long device;
  private final long context;
  private final ALCCapabilities can;

  private AlContext(long device, long context, ALCCapabilities can) {
    this.device = device;
    this.context = context;
    this.can = can;
  }

  /**
   * Takes over an open device; closes it when that fails.
   *
   * @param head the begin of the name of the head to use; OpenAL chooses where none has that name
   * @param format further attributes of the context: pairs, without the closing 0
   */
  static AlContext of(long device, String head, int... format) {
    long context = NULL;
    try {
      var can = ALC.createCapabilities(device);
      if (!can.ALC_EXT_thread_local_context) {
        throw new SoundException("OpenAL lacks ALC_EXT_thread_local_context", REMEDY);
      }
      context = alcCreateContext(device, attributes(device, can, head, format));
      if (context == NULL) {
        throw new SoundException(
            "alcCreateContext returned 0x%X".formatted(alcGetError(device)),
            "see that no other program holds the sound device for itself");
      }
      if (!alcSetThreadContext(context)) {
        throw new SoundException("alcSetThreadContext refused the context", REMEDY);
      }
      AL.createCapabilities(can);
      return new AlContext(device, context, can);
    } catch (RuntimeException | Error failed) {
      end(device, context);
      throw failed;
    }
  }

  private static int[] attributes(long device, ALCCapabilities can, String head, int[] format) {
    if (!can.ALC_SOFT_HRTF) {
      return Arrays.copyOf(format, format.length + 1);
    }
    int[] all = Arrays.copyOf(format, format.length + 5);
    all[format.length] = ALC_HRTF_SOFT;
    all[format.length + 1] = 1;
    if (!head.isEmpty()) {
      all[format.length + 2] = ALC_HRTF_ID_SOFT;
      all[format.length + 3] = named(device, head);
    }
    return all;
  }

  private static int named(long device, String head) {
    int count = alcGetInteger(device, ALC_NUM_HRTF_SPECIFIERS_SOFT);
    for (int i = 0; i < count; i++) {
      var name = alcGetStringiSOFT(device, ALC_HRTF_SPECIFIER_SOFT, i);
      if (name != null && name.startsWith(head)) {
        return i;
      }
    }
    return 0;
  }

  long device() {
    return device;
  }

  ALCCapabilities can() {
    return can;
  }

  /** The head in use, or an empty text without HRTF. */
  String hrtf() {
    boolean isOn = can.ALC_SOFT_HRTF && alcGetInteger(device, ALC_HRTF_STATUS_SOFT) % 2 == 1;
    return isOn ? String.valueOf(alcGetString(device, ALC_HRTF_SPECIFIER_SOFT)) : "";
  }

  /** Makes what is changed until {@link #resume} audible at once, not one by one. */
  void hold() {
    alcSuspendContext(context);
  }

  void resume() {
    alcProcessContext(context);
  }

  /** Throws when a call since the last check was refused. */
  static void check(String what) {
    int error = alGetError();
    if (error != AL_NO_ERROR) {
      throw new SoundException("%s: OpenAL returned 0x%X".formatted(what, error), REMEDY);
    }
  }

  @Override
  public void close() {
    end(device, context);
  }

  private static void end(long device, long context) {
    if (context != NULL) {
      alcSetThreadContext(NULL);
      AL.setCurrentThread(null);
      alcDestroyContext(context);
    }
    alcCloseDevice(device);
  }
}
