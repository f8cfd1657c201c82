package org.saccade.render.window;

import static org.lwjgl.glfw.Callbacks.glfwFreeCallbacks;
import static org.lwjgl.glfw.GLFW.*;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lwjgl.PointerBuffer;
import org.lwjgl.glfw.GLFWGamepadState;
import org.lwjgl.glfw.GLFWVidMode;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.system.MemoryUtil;
import org.saccade.render.gpu.Framebuffer;
import org.saccade.render.gpu.GpuDevice;

/** A window with an OpenGL 4.5 core context and its input. Main thread only. */
public final class Window implements GlContext {
  private static final int MOST_GAMEPAD_BUTTONS = 15;

  private final long handle;
  private final WindowInput input;
  private final ContextState state;
  private int[] restored = new int[4];

  private Window(long handle, WindowOptions options) {
    this.handle = handle;
    this.input = new WindowInput(handle);
    this.state = new ContextState(options.isDebug());
    setVsync(options.isVsync());
  }

  /**
   * Opens a window and makes its context current on this thread.
   *
   * @throws GlUnavailableException when there is no display or no OpenGL 4.5 core on it
   */
  public static Window open(WindowOptions options) {
    Glfw.start();
    long handle = MemoryUtil.NULL;
    try {
      handle = create(options);
      glfwMakeContextCurrent(handle);
      var window = new Window(handle, options);
      window.setFullScreen(options.isFullScreen());
      return window;
    } catch (GlUnavailableException e) {
      if (handle != MemoryUtil.NULL) {
        glfwDestroyWindow(handle);
      }
      Glfw.stop();
      throw e;
    }
  }

  private static long create(WindowOptions options) {
    glfwDefaultWindowHints();
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 4);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 5);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    glfwWindowHint(GLFW_OPENGL_DEBUG_CONTEXT, options.isDebug() ? GLFW_TRUE : GLFW_FALSE);
    glfwWindowHint(GLFW_VISIBLE, options.isVisible() ? GLFW_TRUE : GLFW_FALSE);
    glfwWindowHint(GLFW_SCALE_TO_MONITOR, GLFW_TRUE);
    glfwWindowHint(GLFW_DEPTH_BITS, 0);
    glfwWindowHint(GLFW_STENCIL_BITS, 0);
    long handle = glfwCreateWindow(options.width(), options.height(), options.title(), 0, 0);
    if (handle == MemoryUtil.NULL) {
      throw Glfw.unavailable("glfwCreateWindow (OpenGL 4.5 core)");
    }
    return handle;
  }

  @Override
  public GpuDevice device() {
    return state.device();
  }

  @Override
  public NativeContext shared() {
    return NativeContext.of(handle);
  }

  /** GLFW's handle, for libraries that draw into this window. */
  public long handle() {
    return handle;
  }

  /** The window's own framebuffer at its size in pixels now. */
  public Framebuffer framebuffer() {
    try (var stack = MemoryStack.stackPush()) {
      var width = stack.mallocInt(1);
      var height = stack.mallocInt(1);
      glfwGetFramebufferSize(handle, width, height);
      return Framebuffer.ofWindow(width.get(0), height.get(0));
    }
  }

  /** The window's width in the units pointer places and sizes are given in. */
  public int widthInUnits() {
    try (var stack = MemoryStack.stackPush()) {
      var width = stack.mallocInt(1);
      glfwGetWindowSize(handle, width, stack.mallocInt(1));
      return width.get(0);
    }
  }

  /** How much larger than on an ordinary display text and panels are to be. */
  public float contentScale() {
    try (var stack = MemoryStack.stackPush()) {
      var x = stack.mallocFloat(1);
      glfwGetWindowContentScale(handle, x, stack.mallocFloat(1));
      return x.get(0);
    }
  }

  /** Everything that happened since the last call, oldest first; does not wait. */
  public List<InputEvent> poll() {
    glfwPollEvents();
    return input.drain();
  }

  /** Whether a key is held now, by GLFW's code. */
  public boolean isKeyDown(int key) {
    return glfwGetKey(handle, key) == GLFW_PRESS;
  }

  /** The first gamepad, if one is connected. */
  public Optional<Gamepad> gamepad() {
    for (int id = GLFW_JOYSTICK_1; id <= GLFW_JOYSTICK_LAST; id++) {
      if (glfwJoystickIsGamepad(id)) {
        try (var stack = MemoryStack.stackPush()) {
          var pad = GLFWGamepadState.malloc(stack);
          if (glfwGetGamepadState(id, pad)) {
            return Optional.of(read(pad));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Gamepad read(GLFWGamepadState pad) {
    int buttons = 0;
    for (int i = 0; i < MOST_GAMEPAD_BUTTONS; i++) {
      buttons |= pad.buttons(i) << i;
    }
    return new Gamepad(
        pad.axes(GLFW_GAMEPAD_AXIS_LEFT_X),
        pad.axes(GLFW_GAMEPAD_AXIS_LEFT_Y),
        pad.axes(GLFW_GAMEPAD_AXIS_RIGHT_X),
        pad.axes(GLFW_GAMEPAD_AXIS_RIGHT_Y),
        (pad.axes(GLFW_GAMEPAD_AXIS_LEFT_TRIGGER) + 1) / 2,
        (pad.axes(GLFW_GAMEPAD_AXIS_RIGHT_TRIGGER) + 1) / 2,
        buttons);
  }

  /** Shows what was drawn into {@link #framebuffer}; waits for the display when vsync is on. */
  public void swap() {
    glfwSwapBuffers(handle);
  }

  /** Whether {@link #swap} follows the display's rate. */
  public void setVsync(boolean isOn) {
    glfwSwapInterval(isOn ? 1 : 0);
  }

  /** The rate of the display in hertz; 60 when it does not say. */
  public int refreshRate() {
    GLFWVidMode mode = videoMode(monitor());
    return mode == null || mode.refreshRate() <= 0 ? 60 : mode.refreshRate();
  }

  private static @Nullable GLFWVidMode videoMode(long monitor) {
    return monitor == MemoryUtil.NULL ? null : glfwGetVideoMode(monitor);
  }

  /** The display the window's middle is on, else the first one; 0 without any. */
  private long monitor() {
    long covered = glfwGetWindowMonitor(handle);
    if (covered != MemoryUtil.NULL) {
      return covered;
    }
    int[] place = place();
    PointerBuffer monitors = glfwGetMonitors();
    for (int i = 0; monitors != null && i < monitors.limit(); i++) {
      if (contains(monitors.get(i), place[0] + place[2] / 2, place[1] + place[3] / 2)) {
        return monitors.get(i);
      }
    }
    return glfwGetPrimaryMonitor();
  }

  private static boolean contains(long monitor, int x, int y) {
    GLFWVidMode mode = videoMode(monitor);
    try (var stack = MemoryStack.stackPush()) {
      var left = stack.mallocInt(1);
      var top = stack.mallocInt(1);
      glfwGetMonitorPos(monitor, left, top);
      int across = x - left.get(0);
      int down = y - top.get(0);
      return mode != null
          && across >= 0
          && across < mode.width()
          && down >= 0
          && down < mode.height();
    }
  }

  /** Whether the window covers a display; no longer when that display was unplugged. */
  public boolean isFullScreen() {
    return glfwGetWindowMonitor(handle) != MemoryUtil.NULL;
  }

  /**
   * Covers the display it is on, or returns to the former place and size; costs nothing when it is
   * so already.
   */
  public void setFullScreen(boolean isOn) {
    if (isOn == isFullScreen()) {
      return;
    }
    if (isOn) {
      cover(monitor());
    } else {
      glfwSetWindowMonitor(
          handle, 0, restored[0], restored[1], restored[2], restored[3], GLFW_DONT_CARE);
    }
  }

  private void cover(long monitor) {
    GLFWVidMode mode = videoMode(monitor);
    if (mode != null) {
      restored = place();
      glfwSetWindowMonitor(handle, monitor, 0, 0, mode.width(), mode.height(), mode.refreshRate());
    }
  }

  /** Left, top, width and height in the window system's units. */
  private int[] place() {
    try (var stack = MemoryStack.stackPush()) {
      var first = stack.mallocInt(1);
      var second = stack.mallocInt(1);
      glfwGetWindowPos(handle, first, second);
      int left = first.get(0);
      int top = second.get(0);
      glfwGetWindowSize(handle, first, second);
      return new int[] {left, top, first.get(0), second.get(0)};
    }
  }

  /** Hides the pointer and lets it move without end, or gives it back. */
  public void captureMouse(boolean isOn) {
    glfwSetInputMode(handle, GLFW_CURSOR, isOn ? GLFW_CURSOR_DISABLED : GLFW_CURSOR_NORMAL);
    if (isOn && glfwRawMouseMotionSupported()) {
      glfwSetInputMode(handle, GLFW_RAW_MOUSE_MOTION, GLFW_TRUE);
    }
    input.forgetPointer();
  }

  /** The text in the window's title bar. */
  public void setTitle(String title) {
    glfwSetWindowTitle(handle, title);
  }

  @Override
  public void close() {
    state.close();
    glfwFreeCallbacks(handle);
    glfwDestroyWindow(handle);
    Glfw.stop();
  }
}
