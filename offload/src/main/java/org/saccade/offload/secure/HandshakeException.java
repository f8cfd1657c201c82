package org.saccade.offload.secure;

/** A handshake that cannot go on; whoever sees it ends the connection. Never names key material. */
public final class HandshakeException extends Exception {
  HandshakeException(String words) {
    super(words);
  }

  HandshakeException(String words, Throwable cause) {
    super(words, cause);
  }
}
