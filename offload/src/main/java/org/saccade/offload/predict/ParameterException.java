package org.saccade.offload.predict;

/** Bytes are no parameters; the message goes on after the file's name. */
public final class ParameterException extends Exception {
  public ParameterException(String message) {
    super(message);
  }
}
