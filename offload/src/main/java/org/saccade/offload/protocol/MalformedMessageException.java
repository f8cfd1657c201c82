package org.saccade.offload.protocol;

/** Bytes that no correct peer sends; the message names the field, its value and the limit. */
public final class MalformedMessageException extends Exception {
  public MalformedMessageException(String words) {
    super(words);
  }
}
