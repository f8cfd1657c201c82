package org.saccade.client.audio;

import org.jspecify.annotations.Nullable;

/**
 * Where sound goes: a device, memory, or nowhere and why. One that plays is current on the thread
 * that opened it, which uses and closes it.
 */
public sealed interface SoundOutput extends AutoCloseable
    permits SoundDevice, SoundLoopback, Silence {
  /**
   * Opens a device. May take a while: a sound server answers when it likes.
   *
   * @param name as OpenAL knows it; null for the one the person chose in the system
   */
  static SoundOutput open(@Nullable String name) {
    try {
      return SoundDevice.open(name);
    } catch (SoundException lacking) {
      return new Silence(String.valueOf(lacking.getMessage()), lacking.remedy());
    } catch (LinkageError lacking) {
      return new Silence(
          "OpenAL cannot be loaded (%s)".formatted(lacking.getMessage()),
          "see that the temporary folder allows programs, or set java.io.tmpdir to one that does");
    }
  }

  /** False once a device was unplugged or its server ended: it stays silent. */
  boolean isConnected();

  @Override
  void close();
}
