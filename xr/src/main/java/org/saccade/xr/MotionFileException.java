package org.saccade.xr;

/** A motion file cannot be used; the message names file, line and column, and what was expected. */
public final class MotionFileException extends Exception {
  MotionFileException(String message) {
    super(message);
  }
}
