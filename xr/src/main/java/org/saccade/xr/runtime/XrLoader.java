package org.saccade.xr.runtime;

import static org.lwjgl.openxr.XR10.*;

import java.util.Set;
import java.util.TreeSet;
import org.lwjgl.openxr.XR;
import org.lwjgl.openxr.XrExtensionProperties;
import org.lwjgl.system.Configuration;
import org.lwjgl.system.MemoryStack;

/** OpenXR's loader, which finds the machine's runtime; loaded once, kept until the process ends. */
public final class XrLoader {
  private static boolean isLoaded;

  private XrLoader() {}

  /** Loads it, unless that was done; any thread. */
  public static synchronized void load() {
    if (!isLoaded) {
      Configuration.OPENXR_EXPLICIT_INIT.set(true);
      XR.create();
      isLoaded = true;
    }
  }

  /**
   * What the runtime and the enabled layers offer, asked anew each time: a runtime may have been
   * installed or started meanwhile.
   *
   * @throws XrException without a runtime
   */
  public static Set<String> extensions() {
    load();
    try (var stack = MemoryStack.stackPush()) {
      var count = stack.mallocInt(1);
      XrResults.check(
          "xrEnumerateInstanceExtensionProperties",
          xrEnumerateInstanceExtensionProperties((String) null, count, null));
      var names = new TreeSet<String>();
      try (var all = XrExtensionProperties.calloc(count.get(0))) {
        all.forEach(XrExtensionProperties::type$Default);
        XrResults.check(
            "xrEnumerateInstanceExtensionProperties",
            xrEnumerateInstanceExtensionProperties((String) null, count, all));
        for (int i = 0; i < Math.min(count.get(0), all.capacity()); i++) {
          names.add(all.get(i).extensionNameString());
        }
      }
      return names;
    }
  }
}
