package org.saccade.render.window;

import static org.lwjgl.egl.EGL15.*;

import org.lwjgl.system.MemoryStack;
import org.lwjgl.system.MemoryUtil;
import org.saccade.render.gpu.GpuDevice;

/**
 * A context without a window, through EGL's device platform: draw into framebuffers of your own.
 * Several may exist on several threads of one process.
 */
public final class OffscreenContext implements GlContext {
  private final long display;
  private final long context;
  private final ContextState state;

  private OffscreenContext(long display, long context, boolean isDebug) {
    this.display = display;
    this.context = context;
    this.state = new ContextState(isDebug);
  }

  /** A context on the best device, made current on this thread. */
  public static OffscreenContext create() {
    return create(EglDevices.BEST, false);
  }

  /**
   * A context on the best device that does not wait for others' drawing where the processor draws,
   * made current on this thread: for an edge in the same process as a client.
   */
  public static OffscreenContext createApart() {
    try {
      return on(EglDevices.displayApart(), false);
    } catch (GlUnavailableException withoutSurfaceless) {
      return create();
    }
  }

  /** A context on the best device with the driver's errors recorded, for tests. */
  public static OffscreenContext createDebug() {
    return create(EglDevices.BEST, true);
  }

  /**
   * A context on one device, made current on this thread.
   *
   * @param deviceIndex EGL's index of the device, or {@link EglDevices#BEST}
   * @throws GlUnavailableException when this machine lacks EGL, the device, or OpenGL 4.5 core
   */
  public static OffscreenContext create(int deviceIndex, boolean isDebug) {
    return on(EglDevices.display(deviceIndex), isDebug);
  }

  private static OffscreenContext on(long display, boolean isDebug) {
    long context = makeContext(display, isDebug);
    if (!eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, context)) {
      throw failure("eglMakeCurrent");
    }
    try {
      return new OffscreenContext(display, context, isDebug);
    } catch (GlUnavailableException e) {
      release(display, context);
      throw e;
    }
  }

  private static long makeContext(long display, boolean isDebug) {
    if (!eglBindAPI(EGL_OPENGL_API)) {
      throw failure("eglBindAPI");
    }
    try (var stack = MemoryStack.stackPush()) {
      var configs = stack.mallocPointer(1);
      var count = stack.mallocInt(1);
      var wanted = stack.ints(EGL_RENDERABLE_TYPE, EGL_OPENGL_BIT, EGL_SURFACE_TYPE, 0, EGL_NONE);
      if (!eglChooseConfig(display, wanted, configs, count) || count.get(0) < 1) {
        throw failure("eglChooseConfig");
      }
      var attributes =
          stack.ints(
              EGL_CONTEXT_MAJOR_VERSION,
              4,
              EGL_CONTEXT_MINOR_VERSION,
              5,
              EGL_CONTEXT_OPENGL_PROFILE_MASK,
              EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT,
              EGL_CONTEXT_OPENGL_DEBUG,
              isDebug ? EGL_TRUE : EGL_FALSE,
              EGL_NONE);
      long context = eglCreateContext(display, configs.get(0), EGL_NO_CONTEXT, attributes);
      if (context == MemoryUtil.NULL) {
        throw failure("eglCreateContext (OpenGL 4.5 core)");
      }
      return context;
    }
  }

  private static GlUnavailableException failure(String call) {
    return new GlUnavailableException(
        "%s failed (EGL error 0x%x): install or update the OpenGL driver"
            .formatted(call, eglGetError()));
  }

  private static void release(long display, long context) {
    eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
    eglDestroyContext(display, context);
  }

  @Override
  public GpuDevice device() {
    return state.device();
  }

  @Override
  public NativeContext shared() {
    return NativeContext.egl(display, context);
  }

  @Override
  public void close() {
    state.close();
    release(display, context);
  }
}
