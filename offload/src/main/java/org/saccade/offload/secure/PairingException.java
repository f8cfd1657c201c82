package org.saccade.offload.secure;

/** A pairing that is over: nothing of it may be used, and the next begins with a new handshake. */
public final class PairingException extends Exception {
  PairingException(String words) {
    super(words);
  }
}
