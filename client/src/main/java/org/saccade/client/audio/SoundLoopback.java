package org.saccade.client.audio;

import static org.lwjgl.openal.ALC10.ALC_FREQUENCY;
import static org.lwjgl.openal.SOFTLoopback.ALC_FLOAT_SOFT;
import static org.lwjgl.openal.SOFTLoopback.ALC_FORMAT_CHANNELS_SOFT;
import static org.lwjgl.openal.SOFTLoopback.ALC_FORMAT_TYPE_SOFT;
import static org.lwjgl.openal.SOFTLoopback.ALC_STEREO_SOFT;
import static org.lwjgl.openal.SOFTLoopback.alcLoopbackOpenDeviceSOFT;
import static org.lwjgl.openal.SOFTLoopback.alcRenderSamplesSOFT;
import static org.lwjgl.system.MemoryUtil.NULL;

import org.lwjgl.BufferUtils;
import org.saccade.assets.sound.Pcm;

/**
 * Renders to memory what a device would play: two channels, 48 kHz, floats that are not cut. The
 * head is OpenAL Soft's own, not one that is installed here, so that it sounds the same everywhere.
 */
public final class SoundLoopback implements SoundOutput {
  private final AlContext context;
  private volatile boolean isConnected = true;

  private SoundLoopback(AlContext context) {
    this.context = context;
  }

  /** Opens one; it needs no sound card. */
  public static SoundLoopback open() {
    long device = alcLoopbackOpenDeviceSOFT((CharSequence) null);
    if (device == NULL) {
      throw new SoundException(
          "alcLoopbackOpenDeviceSOFT returned no device", "use the OpenAL Soft of Saccade");
    }
    return new SoundLoopback(
        AlContext.of(
            device,
            AlContext.BUILT_IN_HEAD,
            ALC_FORMAT_CHANNELS_SOFT,
            ALC_STEREO_SOFT,
            ALC_FORMAT_TYPE_SOFT,
            ALC_FLOAT_SOFT,
            ALC_FREQUENCY,
            Pcm.RATE));
  }

  AlContext context() {
    return context;
  }

  /** The head that HRTF uses, or an empty text where there is no HRTF. */
  public String hrtf() {
    return context.hrtf();
  }

  /** The next samples: left, right, left, right. Any thread, one at a time. */
  public float[] render(int frames) {
    var into = BufferUtils.createFloatBuffer(2 * frames);
    alcRenderSamplesSOFT(context.device(), into, frames);
    var result = new float[2 * frames];
    into.get(result);
    return result;
  }

  /** As if its cable were pulled. Any thread. */
  void unplug() {
    isConnected = false;
  }

  @Override
  public boolean isConnected() {
    return isConnected;
  }

  @Override
  public void close() {
    context.close();
  }
}
