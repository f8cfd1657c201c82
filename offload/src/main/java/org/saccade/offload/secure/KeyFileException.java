package org.saccade.offload.secure;

import java.io.IOException;

/** A key file that is not used as it is: the message names it, what is wrong, and what to do. */
public final class KeyFileException extends IOException {
  KeyFileException(String words) {
    super(words);
  }

  KeyFileException(String words, Throwable cause) {
    super(words, cause);
  }
}
