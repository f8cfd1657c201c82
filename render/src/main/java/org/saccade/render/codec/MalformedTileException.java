package org.saccade.render.codec;

/**
 * Bytes that are no tile: cut off, changed on the way, or made to harm. Drop them and ask again.
 */
public final class MalformedTileException extends Exception {
  public MalformedTileException(String message) {
    super(message);
  }
}
