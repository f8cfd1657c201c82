package org.saccade.render.window;

/** This machine has no usable OpenGL 4.5, display or EGL; the message says what to do about it. */
public final class GlUnavailableException extends RuntimeException {
  public GlUnavailableException(String message) {
    super(message);
  }
}
