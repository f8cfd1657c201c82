package org.saccade.render.window;

import static org.lwjgl.glfw.GLFW.*;
import static org.lwjgl.glfw.GLFWNativeEGL.glfwGetEGLContext;
import static org.lwjgl.glfw.GLFWNativeEGL.glfwGetEGLDisplay;
import static org.lwjgl.glfw.GLFWNativeGLX.glfwGetGLXContext;
import static org.lwjgl.glfw.GLFWNativeGLX.glfwGetGLXWindow;
import static org.lwjgl.glfw.GLFWNativeWGL.glfwGetWGLContext;
import static org.lwjgl.glfw.GLFWNativeX11.glfwGetX11Display;
import static org.lwjgl.opengl.GLX13.*;

import org.lwjgl.egl.EGL;
import org.lwjgl.egl.EGL10;
import org.lwjgl.opengl.WGL;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.system.MemoryUtil;

/** A context by the window system's own handles, for a library that shares it. */
public sealed interface NativeContext {
  /** On an X11 display. */
  record Glx(long display, int visualId, long fbConfig, long drawable, long context)
      implements NativeContext {}

  /** By EGL: on Wayland, or without a window. */
  record Egl(long getProcAddress, long display, long config, long context)
      implements NativeContext {}

  /** On Windows. */
  record Wgl(long deviceContext, long renderingContext) implements NativeContext {}

  /**
   * A GLFW window's context, which is current.
   *
   * @throws GlUnavailableException when the window system hands it to no one
   */
  static NativeContext of(long window) {
    boolean isEgl = glfwGetWindowAttrib(window, GLFW_CONTEXT_CREATION_API) == GLFW_EGL_CONTEXT_API;
    return switch (glfwGetPlatform()) {
      case GLFW_PLATFORM_X11 -> isEgl ? egl(window) : glx(window);
      case GLFW_PLATFORM_WAYLAND -> egl(window);
      case GLFW_PLATFORM_WIN32 -> new Wgl(WGL.wglGetCurrentDC(), glfwGetWGLContext(window));
      default ->
          throw new GlUnavailableException(
              "this window system (GLFW platform 0x%x) shares no OpenGL context: use X11 or Wayland"
                  .formatted(glfwGetPlatform()));
    };
  }

  private static Glx glx(long window) {
    long display = glfwGetX11Display();
    long context = glfwGetGLXContext(window);
    try (var stack = MemoryStack.stackPush()) {
      var number = stack.mallocInt(1);
      glXQueryContext(display, context, GLX_FBCONFIG_ID, number);
      var wanted = stack.ints(GLX_FBCONFIG_ID, number.get(0), 0);
      var configs = glXChooseFBConfig(display, 0, wanted);
      long config = configs == null || configs.limit() == 0 ? MemoryUtil.NULL : configs.get(0);
      if (config != MemoryUtil.NULL) {
        glXGetFBConfigAttrib(display, config, GLX_VISUAL_ID, number);
      }
      return new Glx(display, number.get(0), config, glfwGetGLXWindow(window), context);
    }
  }

  private static Egl egl(long window) {
    return egl(glfwGetEGLDisplay(), glfwGetEGLContext(window));
  }

  /** An EGL context. */
  static Egl egl(long display, long context) {
    try (var stack = MemoryStack.stackPush()) {
      var number = stack.mallocInt(1);
      EGL10.eglQueryContext(display, context, EGL10.EGL_CONFIG_ID, number);
      var wanted = stack.ints(EGL10.EGL_CONFIG_ID, number.get(0), EGL10.EGL_NONE);
      var config = stack.mallocPointer(1);
      var count = stack.mallocInt(1);
      EGL10.eglChooseConfig(display, wanted, config, count);
      long getProcAddress = EGL.getCapabilities().eglGetProcAddress;
      return new Egl(getProcAddress, display, count.get(0) == 0 ? 0 : config.get(0), context);
    }
  }
}
