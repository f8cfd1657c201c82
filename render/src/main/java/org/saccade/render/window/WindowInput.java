package org.saccade.render.window;

import static org.lwjgl.glfw.GLFW.*;

import java.util.ArrayList;
import java.util.List;

/** Turns GLFW's callbacks into events in a list. Main thread only. */
final class WindowInput {
  private final List<InputEvent> events = new ArrayList<>();
  private double mouseX = Double.NaN;
  private double mouseY = Double.NaN;

  WindowInput(long window) {
    glfwSetKeyCallback(
        window,
        (w, key, scancode, action, modifiers) ->
            events.add(
                new InputEvent.Key(key, action != GLFW_RELEASE, action == GLFW_REPEAT, modifiers)));
    glfwSetCharCallback(window, (w, codepoint) -> events.add(new InputEvent.Typed(codepoint)));
    glfwSetMouseButtonCallback(
        window,
        (w, button, action, modifiers) ->
            events.add(new InputEvent.MouseButton(button, action == GLFW_PRESS, modifiers)));
    glfwSetCursorPosCallback(window, (w, x, y) -> moved(x, y));
    glfwSetScrollCallback(window, (w, x, y) -> events.add(new InputEvent.Scrolled(x, y)));
    glfwSetFramebufferSizeCallback(
        window, (w, width, height) -> events.add(new InputEvent.Resized(width, height)));
    glfwSetWindowFocusCallback(
        window, (w, hasFocus) -> events.add(new InputEvent.FocusChanged(hasFocus)));
    glfwSetWindowCloseCallback(window, w -> events.add(new InputEvent.CloseAsked()));
  }

  private void moved(double x, double y) {
    double movedX = Double.isNaN(mouseX) ? 0 : x - mouseX;
    double movedY = Double.isNaN(mouseY) ? 0 : y - mouseY;
    mouseX = x;
    mouseY = y;
    events.add(new InputEvent.MouseMoved(x, y, movedX, movedY));
  }

  /** The next movement starts from wherever the pointer then is. */
  void forgetPointer() {
    mouseX = Double.NaN;
    mouseY = Double.NaN;
  }

  List<InputEvent> drain() {
    if (events.isEmpty()) {
      return List.of();
    }
    List<InputEvent> drained = List.copyOf(events);
    events.clear();
    return drained;
  }
}
