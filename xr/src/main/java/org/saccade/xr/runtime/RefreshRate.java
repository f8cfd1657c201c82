package org.saccade.xr.runtime;

import static org.lwjgl.openxr.FBDisplayRefreshRate.*;

import org.lwjgl.system.MemoryStack;

/** The display's rate, where the runtime tells it. Frame thread. */
public final class RefreshRate {
  private RefreshRate() {}

  /** The rate now, hertz; 0 when the runtime does not say. */
  public static float now(XrSession session) {
    if (!session.instance().has(XR_FB_DISPLAY_REFRESH_RATE_EXTENSION_NAME)) {
      return 0;
    }
    try (var stack = MemoryStack.stackPush()) {
      var rate = stack.mallocFloat(1);
      XrResults.check("xrGetDisplayRefreshRateFB", xrGetDisplayRefreshRateFB(session.raw(), rate));
      return rate.get(0);
    }
  }
}
