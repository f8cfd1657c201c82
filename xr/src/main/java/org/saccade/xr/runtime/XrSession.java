package org.saccade.xr.runtime;

import static org.lwjgl.openxr.KHROpenGLEnable.xrGetOpenGLGraphicsRequirementsKHR;
import static org.lwjgl.openxr.XR10.*;

import org.jspecify.annotations.Nullable;
import org.lwjgl.PointerBuffer;
import org.lwjgl.openxr.XrFrameEndInfo;
import org.lwjgl.openxr.XrFrameState;
import org.lwjgl.openxr.XrGraphicsRequirementsOpenGLKHR;
import org.lwjgl.openxr.XrSessionBeginInfo;
import org.lwjgl.openxr.XrSessionCreateInfo;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.system.MemoryUtil;

/**
 * A headset shown to: begun and ended as the runtime asks, one frame after the other. Frame thread,
 * with its GL context current.
 */
public final class XrSession implements AutoCloseable {
  private final XrInstance instance;
  private final XrSystem system;
  private final org.lwjgl.openxr.XrSession raw;
  private final XrFrameState frameState = XrFrameState.calloc();
  private final XrFrameEndInfo endInfo = XrFrameEndInfo.calloc();
  private final PointerBuffer layerPointers = MemoryUtil.memAllocPointer(Layers.MOST);
  private SessionState state = SessionState.UNKNOWN;
  private boolean isRunning;
  private boolean isLost;
  private boolean isInstanceEnding;

  private XrSession(XrInstance instance, XrSystem system, org.lwjgl.openxr.XrSession raw) {
    this.instance = instance;
    this.system = system;
    this.raw = raw;
  }

  /**
   * A session on a headset that shares the current GL context.
   *
   * @throws XrException when the runtime cannot share it
   */
  public static XrSession create(XrInstance instance, XrSystem system, GraphicsBinding binding) {
    if (!instance.has(binding.extension())) {
      throw new XrException(
          "xrCreateSession",
          XR_ERROR_EXTENSION_NOT_PRESENT,
          "no " + binding.extension(),
          "this runtime cannot share such a GL context: start on an X11 display, or choose another"
              + " runtime");
    }
    try (var stack = MemoryStack.stackPush()) {
      var requirements = XrGraphicsRequirementsOpenGLKHR.calloc(stack).type$Default();
      XrResults.check(
          "xrGetOpenGLGraphicsRequirementsKHR",
          xrGetOpenGLGraphicsRequirementsKHR(instance.raw(), system.id(), requirements));
      var info = XrSessionCreateInfo.calloc(stack).type$Default().systemId(system.id());
      binding.chain(info, stack);
      var made = stack.mallocPointer(1);
      XrResults.check("xrCreateSession", xrCreateSession(instance.raw(), info, made));
      return new XrSession(
          instance, system, new org.lwjgl.openxr.XrSession(made.get(0), instance.raw()));
    }
  }

  /** LWJGL's handle, for what this class does not wrap. */
  public org.lwjgl.openxr.XrSession raw() {
    return raw;
  }

  /** The instance it belongs to. */
  public XrInstance instance() {
    return instance;
  }

  /** The headset it shows to. */
  public XrSystem system() {
    return system;
  }

  /** Where the session stands. */
  public SessionState state() {
    return state;
  }

  /** Whether frames may be asked for now. */
  public boolean isRunning() {
    return isRunning;
  }

  /** Whether the runtime announced its own end. */
  public boolean isInstanceEnding() {
    return isInstanceEnding;
  }

  /** Whether input belongs to this program now. */
  public boolean hasFocus() {
    return state == SessionState.FOCUSED;
  }

  /** Whether the session will not come back: close it, and its instance after a loss. */
  public boolean isOver() {
    return isLost || state.isOver();
  }

  /** Begins, ends or gives up as an event says. */
  public void take(XrEvent event) {
    switch (event) {
      case XrEvent.StateChanged(SessionState to, long time) -> enter(to);
      case XrEvent.InstanceLossPending pending -> {
        isInstanceEnding = true;
        lose();
      }
      case XrEvent.ReferenceSpaceChangePending moved -> {}
      case XrEvent.InteractionProfileChanged changed -> {}
      case XrEvent.VisibilityMaskChanged changed -> {}
      case XrEvent.RefreshRateChanged changed -> {}
      case XrEvent.UserPresenceChanged changed -> {}
      case XrEvent.EventsLost lost -> {}
      case XrEvent.Unknown unknown -> {}
    }
  }

  private void enter(SessionState to) {
    state = to;
    if (to == SessionState.READY) {
      try (var stack = MemoryStack.stackPush()) {
        var info =
            XrSessionBeginInfo.calloc(stack)
                .type$Default()
                .primaryViewConfigurationType(system.viewConfiguration());
        XrResults.check("xrBeginSession", xrBeginSession(raw, info));
      }
      isRunning = true;
    } else if (to == SessionState.STOPPING) {
      isRunning = false;
      XrResults.check("xrEndSession", xrEndSession(raw));
    } else if (to.isOver()) {
      isRunning = false;
    }
  }

  /** The runtime is gone: nothing more can be asked of it. */
  public void lose() {
    isLost = true;
    isRunning = false;
  }

  /** Asks the runtime to end the session; it answers with events until EXITING. */
  public void requestExit() {
    if (isRunning) {
      XrResults.check("xrRequestExitSession", xrRequestExitSession(raw));
    }
  }

  /**
   * Waits until the runtime wants the next frame; the only call that blocks for the display.
   *
   * @throws IllegalStateException unless {@link #isRunning}
   */
  public XrFrame nextFrame() {
    XrCost.enter();
    try {
      if (!isRunning) {
        throw new IllegalStateException(
            "the session is %s; frames need a running one".formatted(state));
      }
      frameState.type$Default().next(0);
      XrCost.check("xrWaitFrame", XrCost.call(), xrWaitFrame(raw, null, frameState));
      long xrTime = frameState.predictedDisplayTime();
      return new XrFrame(
          this,
          xrTime,
          instance.clock().toNanos(xrTime),
          Math.max(1, frameState.predictedDisplayPeriod()),
          frameState.shouldRender());
    } finally {
      XrCost.leave();
    }
  }

  void beginFrame() {
    XrCost.enter();
    try {
      XrCost.check("xrBeginFrame", XrCost.call(), xrBeginFrame(raw, null));
    } finally {
      XrCost.leave();
    }
  }

  void endFrame(long xrTime, @Nullable Layers layers) {
    XrCost.enter();
    try {
      int count = layers == null ? 0 : layers.write(layerPointers.clear());
      endInfo
          .type$Default()
          .displayTime(xrTime)
          .environmentBlendMode(system.blendMode().value())
          .layerCount(count)
          .layers(count == 0 ? null : layerPointers.limit(count));
      XrCost.check("xrEndFrame", XrCost.call(), xrEndFrame(raw, endInfo));
    } finally {
      XrCost.leave();
    }
  }

  @Override
  public void close() {
    xrDestroySession(raw); // after a loss it fails, and frees all the same
    frameState.free();
    endInfo.free();
    MemoryUtil.memFree(layerPointers);
  }
}
