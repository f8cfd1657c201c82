package org.saccade.client.audio;

import static org.lwjgl.system.JNI.invokePV;
import static org.lwjgl.system.MemoryUtil.NULL;
import static org.lwjgl.system.linux.DynamicLinkLoader.RTLD_LAZY;
import static org.lwjgl.system.linux.DynamicLinkLoader.dlopen;
import static org.lwjgl.system.linux.DynamicLinkLoader.dlsym;

import org.lwjgl.system.Platform;

/**
 * ALSA's library, which OpenAL asks for cards, writes eight lines to standard error where there is
 * none. We say that in one, so its handler of errors becomes a function that does nothing. {@code
 * getpid} is such a one that every system has: it takes no arguments, and those it is given stay
 * with the caller.
 */
final class AlsaWords {
  private AlsaWords() {}

  /** Where the library is there; again does no harm. */
  static void hush() {
    if (Platform.get() != Platform.LINUX) {
      return;
    }
    long alsa = dlopen("libasound.so.2", RTLD_LAZY); // stays open, as OpenAL's own
    long libc = dlopen("libc.so.6", RTLD_LAZY);
    if (alsa != NULL && libc != NULL) {
      long setHandler = dlsym(alsa, "snd_lib_error_set_handler");
      long nothing = dlsym(libc, "getpid");
      if (setHandler != NULL && nothing != NULL) {
        invokePV(nothing, setHandler);
      }
    }
  }
}
