package org.saccade.render.window;

import static org.lwjgl.glfw.GLFW.*;

import org.jspecify.annotations.Nullable;
import org.lwjgl.PointerBuffer;
import org.lwjgl.system.MemoryStack;

/** Starts GLFW once and keeps the reason of its last failure. Main thread only. */
final class Glfw {
  private static int users;

  private Glfw() {}

  static void start() {
    if (users == 0) {
      glfwSetErrorCallback(null);
      if (!glfwInit()) {
        throw unavailable("glfwInit");
      }
    }
    users++;
  }

  static void stop() {
    users--;
    if (users == 0) {
      glfwTerminate();
    }
  }

  static GlUnavailableException unavailable(String call) {
    return new GlUnavailableException(
        "%s failed: %s. Start it where a display is reachable, or run with --headless"
            .formatted(call, lastError()));
  }

  private static String lastError() {
    try (var stack = MemoryStack.stackPush()) {
      PointerBuffer description = stack.mallocPointer(1);
      int code = glfwGetError(description);
      @Nullable String text = code == GLFW_NO_ERROR ? null : description.getStringUTF8(0);
      return text == null ? "GLFW gave no reason" : text;
    }
  }
}
