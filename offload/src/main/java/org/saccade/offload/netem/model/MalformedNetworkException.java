package org.saccade.offload.netem.model;

/** A network file that cannot be read; the message names file, line and column. */
public final class MalformedNetworkException extends Exception {
  public MalformedNetworkException(String words) {
    super(words);
  }
}
