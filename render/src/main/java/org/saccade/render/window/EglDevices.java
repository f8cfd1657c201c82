package org.saccade.render.window;

import static org.lwjgl.egl.EGL15.*;
import static org.lwjgl.egl.EXTDeviceEnumeration.neglQueryDevicesEXT;
import static org.lwjgl.egl.EXTDeviceQuery.eglQueryDeviceStringEXT;
import static org.lwjgl.egl.EXTPlatformDevice.EGL_PLATFORM_DEVICE_EXT;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lwjgl.PointerBuffer;
import org.lwjgl.egl.EGL;
import org.lwjgl.system.JNI;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.system.MemoryUtil;

/**
 * The devices EGL can draw on without a display server. Any thread.
 *
 * <p>Displays stay initialised until the process ends: EGL gives every caller the same display, so
 * ending it for one context would end it for all.
 */
public final class EglDevices {
  /** Asks for the first device that is not a software one, or the first at all. */
  public static final int BEST = -1;

  private static final int MOST = 32;
  private static final long SURFACELESS = 0;

  /** EGL_PLATFORM_SURFACELESS_MESA of EGL_MESA_platform_surfaceless. */
  private static final int PLATFORM_SURFACELESS = 0x31DD;

  private static final Map<Long, Long> DISPLAYS = new HashMap<>();
  private static @Nullable List<EglDevice> known;
  private static @Nullable String whyMissing;

  private EglDevices() {}

  /**
   * Loads EGL's library where there is one. Call it before a second thread begins that may load any
   * library: LWJGL asks the linker for this one's path in a way (dlopen inside dl_iterate_phdr)
   * that waits for ever for a thread that loads something meanwhile, and that one for it.
   */
  public static synchronized void load() {
    if (whyMissing == null) {
      try {
        EGL.getFunctionProvider();
      } catch (LinkageError | IllegalStateException missing) {
        whyMissing = String.valueOf(missing.getMessage());
      }
    }
  }

  /**
   * One device.
   *
   * @param index the number to ask for it by
   * @param isSoftware whether the processor draws
   * @param handle EGL's own name of it
   */
  public record EglDevice(int index, boolean isSoftware, long handle) {}

  /**
   * Every device, by index. EGL is asked once: they do not change while the process runs.
   *
   * @throws GlUnavailableException when EGL or its device extensions are missing
   */
  public static synchronized List<EglDevice> all() {
    if (known == null) {
      var devices = new ArrayList<EglDevice>();
      for (long handle : handles()) {
        String extensions = eglQueryDeviceStringEXT(handle, EGL_EXTENSIONS);
        boolean isSoftware = extensions != null && extensions.contains("EGL_MESA_device_software");
        devices.add(new EglDevice(devices.size(), isSoftware, handle));
      }
      known = List.copyOf(devices);
    }
    return known;
  }

  static synchronized long display(int deviceIndex) {
    List<EglDevice> devices = all();
    if (deviceIndex >= devices.size()) {
      throw new GlUnavailableException(
          "EGL device %d was asked for, this machine has %d: choose 0 to %d"
              .formatted(deviceIndex, devices.size(), devices.size() - 1));
    }
    if (deviceIndex >= 0) {
      return initialised(devices.get(deviceIndex).handle());
    }
    return bestDisplay(devices);
  }

  /**
   * A display that shares no drawing threads with that of {@link #BEST}. Mesa's software renderer
   * draws one picture after the other on a display, so two threads that draw would wait for each
   * other; a real device is shared as it is.
   */
  static synchronized long displayApart() {
    boolean isSoftware = all().stream().allMatch(EglDevice::isSoftware);
    String extensions = eglQueryString(EGL_NO_DISPLAY, EGL_EXTENSIONS);
    boolean hasSurfaceless =
        extensions != null && extensions.contains("EGL_MESA_platform_surfaceless");
    if (!isSoftware || !hasSurfaceless) {
      return display(BEST);
    }
    Long open = DISPLAYS.get(SURFACELESS);
    // LWJGL's wrapper refuses the native display 0, which this platform asks for.
    return open != null
        ? open
        : initialised(
            SURFACELESS,
            JNI.callPPP(
                PLATFORM_SURFACELESS,
                MemoryUtil.NULL,
                MemoryUtil.NULL,
                EGL.getCapabilities().eglGetPlatformDisplay));
  }

  /**
   * Ends EGL's hold on this thread, as the last thing a process does with EGL. NVIDIA's driver
   * (580) needs both: without this a thread of its own crashes while the process ends, and after
   * this it has no device any more.
   */
  public static synchronized void endThread() {
    if (!DISPLAYS.isEmpty()) {
      eglReleaseThread();
    }
  }

  private static long bestDisplay(List<EglDevice> devices) {
    GlUnavailableException last =
        new GlUnavailableException("EGL has no device: install libegl-mesa0 libgl1-mesa-dri");
    for (boolean isSoftware : new boolean[] {false, true}) {
      for (EglDevice device : devices) {
        if (device.isSoftware() == isSoftware) {
          try {
            return initialised(device.handle());
          } catch (GlUnavailableException e) {
            last = e;
          }
        }
      }
    }
    throw last;
  }

  private static List<Long> handles() {
    requireExtensions();
    try (var stack = MemoryStack.stackPush()) {
      var pointers = stack.mallocPointer(MOST);
      var count = stack.mallocInt(1);
      int result = neglQueryDevicesEXT(MOST, pointers.address(), MemoryUtil.memAddress(count));
      if (result == EGL_FALSE) {
        throw new GlUnavailableException(
            "eglQueryDevicesEXT failed (EGL error 0x%x)".formatted(eglGetError()));
      }
      var handles = new ArrayList<Long>();
      for (int i = 0; i < count.get(0); i++) {
        handles.add(pointers.get(i));
      }
      return handles;
    }
  }

  private static void requireExtensions() {
    load();
    if (whyMissing != null) {
      throw missing(whyMissing);
    }
    try {
      long queryDevices = EGL.getCapabilities().eglQueryDevicesEXT;
      String extensions = eglQueryString(EGL_NO_DISPLAY, EGL_EXTENSIONS);
      if (queryDevices != MemoryUtil.NULL
          && extensions != null
          && extensions.contains("EGL_EXT_platform_device")) {
        return;
      }
    } catch (LinkageError | IllegalStateException e) {
      throw missing(String.valueOf(e.getMessage()));
    }
    throw new GlUnavailableException(
        "EGL lacks EGL_EXT_platform_device: install libegl-mesa0 libgl1-mesa-dri or the vendor's"
            + " driver");
  }

  private static GlUnavailableException missing(String why) {
    return new GlUnavailableException(
        "EGL cannot be loaded (%s): install libegl1 libegl-mesa0 libgl1-mesa-dri".formatted(why));
  }

  private static long initialised(long device) {
    Long open = DISPLAYS.get(device);
    if (open != null) {
      return open;
    }
    return initialised(
        device, eglGetPlatformDisplay(EGL_PLATFORM_DEVICE_EXT, device, (PointerBuffer) null));
  }

  private static long initialised(long key, long display) {
    try (var stack = MemoryStack.stackPush()) {
      if (display == MemoryUtil.NULL
          || !eglInitialize(display, stack.mallocInt(1), stack.mallocInt(1))) {
        throw new GlUnavailableException(
            "eglInitialize failed on an EGL display (EGL error 0x%x)".formatted(eglGetError()));
      }
      EGL.createDisplayCapabilities(display);
      DISPLAYS.put(key, display);
      return display;
    }
  }
}
