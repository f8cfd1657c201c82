package org.saccade.xr.runtime;

import static org.lwjgl.openxr.XR10.*;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lwjgl.PointerBuffer;
import org.lwjgl.openxr.EXTEyeGazeInteraction;
import org.lwjgl.openxr.EXTHandInteraction;
import org.lwjgl.openxr.EXTHandTracking;
import org.lwjgl.openxr.EXTLocalFloor;
import org.lwjgl.openxr.EXTUserPresence;
import org.lwjgl.openxr.FBDisplayRefreshRate;
import org.lwjgl.openxr.KHRCompositionLayerDepth;
import org.lwjgl.openxr.KHRConvertTimespecTime;
import org.lwjgl.openxr.KHROpenGLEnable;
import org.lwjgl.openxr.KHRVisibilityMask;
import org.lwjgl.openxr.KHRWin32ConvertPerformanceCounterTime;
import org.lwjgl.openxr.MNDXEGLEnable;
import org.lwjgl.openxr.VARJOQuadViews;
import org.lwjgl.openxr.XrInstanceCreateInfo;
import org.lwjgl.openxr.XrInstanceProperties;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.system.MemoryUtil;
import org.lwjgl.system.Platform;

/**
 * This program's connection to the OpenXR runtime. May be made on any thread, then belongs to the
 * one that makes its session. Close it before the process ends: a runtime may call into a JVM that
 * is gone.
 */
public final class XrInstance implements AutoCloseable {
  /** Taken where the runtime offers them; each is asked for before its use. */
  private static final List<String> WANTED =
      List.of(
          KHROpenGLEnable.XR_KHR_OPENGL_ENABLE_EXTENSION_NAME,
          MNDXEGLEnable.XR_MNDX_EGL_ENABLE_EXTENSION_NAME,
          KHRCompositionLayerDepth.XR_KHR_COMPOSITION_LAYER_DEPTH_EXTENSION_NAME,
          KHRVisibilityMask.XR_KHR_VISIBILITY_MASK_EXTENSION_NAME,
          FBDisplayRefreshRate.XR_FB_DISPLAY_REFRESH_RATE_EXTENSION_NAME,
          EXTLocalFloor.XR_EXT_LOCAL_FLOOR_EXTENSION_NAME,
          EXTEyeGazeInteraction.XR_EXT_EYE_GAZE_INTERACTION_EXTENSION_NAME,
          EXTHandTracking.XR_EXT_HAND_TRACKING_EXTENSION_NAME,
          EXTHandInteraction.XR_EXT_HAND_INTERACTION_EXTENSION_NAME,
          EXTUserPresence.XR_EXT_USER_PRESENCE_EXTENSION_NAME,
          VARJOQuadViews.XR_VARJO_QUAD_VIEWS_EXTENSION_NAME);

  private final org.lwjgl.openxr.XrInstance raw;
  private final Set<String> extensions;
  private final boolean mayFollowEyes;
  private final String runtime;
  private final XrEvents events;
  private final XrClock clock;

  private XrInstance(
      org.lwjgl.openxr.XrInstance raw, Set<String> extensions, boolean mayFollowEyes) {
    this.raw = raw;
    this.mayFollowEyes = mayFollowEyes;
    this.extensions = Set.copyOf(extensions);
    runtime = readRuntime(raw);
    clock = XrClock.of(raw, this.extensions);
    events = new XrEvents(raw);
  }

  /** Connects to the runtime, to its eye tracker too. */
  public static XrInstance create() {
    return create(true);
  }

  /**
   * Connects to the runtime.
   *
   * @param wantsGaze whether an eye tracker may be asked for
   * @throws XrException where there is none, or it does not answer, or it cannot share OpenGL
   */
  public static XrInstance create(boolean wantsGaze) {
    var offered = XrLoader.extensions();
    if (!offered.contains(KHROpenGLEnable.XR_KHR_OPENGL_ENABLE_EXTENSION_NAME)) {
      throw new XrException(
          "xrEnumerateInstanceExtensionProperties",
          XR_ERROR_EXTENSION_NOT_PRESENT,
          "no XR_KHR_opengl_enable",
          "this runtime cannot show OpenGL pictures: choose one that can (Monado, SteamVR)");
    }
    var enabled = new LinkedHashSet<>(WANTED);
    enabled.add(clockExtension());
    enabled.retainAll(offered);
    if (!wantsGaze) {
      enabled.remove(EXTEyeGazeInteraction.XR_EXT_EYE_GAZE_INTERACTION_EXTENSION_NAME);
      // an inset that follows the eyes tells where they look
      enabled.remove(VARJOQuadViews.XR_VARJO_QUAD_VIEWS_EXTENSION_NAME);
    }
    try (var stack = MemoryStack.stackPush()) {
      var made = stack.mallocPointer(1);
      var info = info(enabled, XR_MAKE_VERSION(1, 1, 0), stack);
      int result = xrCreateInstance(info, made);
      if (result == XR_ERROR_API_VERSION_UNSUPPORTED) {
        info = info(enabled, XR_MAKE_VERSION(1, 0, 0), stack);
        result = xrCreateInstance(info, made);
      }
      XrResults.check("xrCreateInstance", result);
      return owned(new org.lwjgl.openxr.XrInstance(made.get(0), info), enabled, wantsGaze);
    }
  }

  private static XrInstance owned(
      org.lwjgl.openxr.XrInstance raw, Set<String> enabled, boolean mayFollowEyes) {
    try {
      return new XrInstance(raw, enabled, mayFollowEyes);
    } catch (RuntimeException failed) {
      xrDestroyInstance(raw);
      throw failed;
    }
  }

  private static String clockExtension() {
    return Platform.get() == Platform.WINDOWS
        ? KHRWin32ConvertPerformanceCounterTime
            .XR_KHR_WIN32_CONVERT_PERFORMANCE_COUNTER_TIME_EXTENSION_NAME
        : KHRConvertTimespecTime.XR_KHR_CONVERT_TIMESPEC_TIME_EXTENSION_NAME;
  }

  private static XrInstanceCreateInfo info(Set<String> enabled, long version, MemoryStack stack) {
    PointerBuffer names = stack.mallocPointer(enabled.size());
    enabled.forEach(name -> names.put(stack.UTF8(name)));
    return XrInstanceCreateInfo.calloc(stack)
        .type$Default()
        .applicationInfo(
            it ->
                it.applicationName(stack.UTF8("Saccade"))
                    .applicationVersion(1)
                    .engineName(stack.UTF8("Saccade"))
                    .engineVersion(1)
                    .apiVersion(version))
        .enabledExtensionNames(names.flip());
  }

  private static String readRuntime(org.lwjgl.openxr.XrInstance raw) {
    try (var stack = MemoryStack.stackPush()) {
      var properties = XrInstanceProperties.calloc(stack).type$Default();
      XrResults.check("xrGetInstanceProperties", xrGetInstanceProperties(raw, properties));
      long version = properties.runtimeVersion();
      return "%s %d.%d.%d"
          .formatted(
              properties.runtimeNameString(),
              XR_VERSION_MAJOR(version),
              XR_VERSION_MINOR(version),
              XR_VERSION_PATCH(version));
    }
  }

  /** LWJGL's handle, for what this class does not wrap. */
  public org.lwjgl.openxr.XrInstance raw() {
    return raw;
  }

  /** The runtime's name and version. */
  public String runtime() {
    return runtime;
  }

  /** The extensions that are on. */
  public Set<String> extensions() {
    return extensions;
  }

  /** Whether anything may be used that tells where the eyes look, insets that follow them too. */
  boolean mayFollowEyes() {
    return mayFollowEyes;
  }

  /** Whether an extension is on. */
  public boolean has(String extension) {
    return extensions.contains(extension);
  }

  /** Brings the runtime's times and the caller's together. */
  public XrClock clock() {
    return clock;
  }

  /**
   * The headset.
   *
   * @throws XrException where none is connected
   */
  public XrSystem headset() {
    return XrSystem.headset(this);
  }

  /** The next event; null when there is none. */
  public @Nullable XrEvent poll() {
    XrCost.enter();
    try {
      return events.next();
    } finally {
      XrCost.leave();
    }
  }

  /** The path of a name such as {@code /user/hand/left}. */
  long path(String name) {
    try (var stack = MemoryStack.stackPush()) {
      var path = stack.mallocLong(1);
      XrResults.check("xrStringToPath " + name, xrStringToPath(raw, name, path));
      return path.get(0);
    }
  }

  /** The name of a path; empty for none. */
  String name(long path) {
    if (path == XR_NULL_PATH) {
      return "";
    }
    try (var stack = MemoryStack.stackPush()) {
      var length = stack.mallocInt(1);
      XrResults.check("xrPathToString", xrPathToString(raw, path, length, null));
      var text = stack.malloc(length.get(0));
      XrResults.check("xrPathToString", xrPathToString(raw, path, length, text));
      return MemoryUtil.memUTF8(text, Math.max(0, length.get(0) - 1));
    }
  }

  @Override
  public void close() {
    events.close();
    xrDestroyInstance(raw); // after a loss it fails, and frees all the same
  }
}
