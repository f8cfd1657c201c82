package org.saccade.render.window;

/** Something the person did since the last poll; codes and modifiers are GLFW's. */
public sealed interface InputEvent {

  /** A key went down (also when held: {@code isRepeat}) or up. */
  record Key(int key, boolean isDown, boolean isRepeat, int modifiers) implements InputEvent {}

  /** A character was typed. */
  record Typed(int codepoint) implements InputEvent {}

  /** A mouse button went down or up. */
  record MouseButton(int button, boolean isDown, int modifiers) implements InputEvent {}

  /** The pointer is now here, in screen coordinates; moved by so much (also while captured). */
  record MouseMoved(double x, double y, double movedX, double movedY) implements InputEvent {}

  /** The wheel turned. */
  record Scrolled(double x, double y) implements InputEvent {}

  /** The framebuffer has this many pixels now. */
  record Resized(int width, int height) implements InputEvent {}

  /** The window gained or lost the keyboard. */
  record FocusChanged(boolean hasFocus) implements InputEvent {}

  /** The person asked to close the window. */
  record CloseAsked() implements InputEvent {}
}
