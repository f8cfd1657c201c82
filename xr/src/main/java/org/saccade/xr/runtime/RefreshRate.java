package org.saccade.xr.runtime;

import static org.lwjgl.openxr.FBDisplayRefreshRate.*;

import java.util.ArrayList;
import java.util.List;
import org.lwjgl.system.MemoryStack;

/** The display's rate, where the runtime tells it. Frame thread. */
public final class RefreshRate {
  private RefreshRate() {}

  /** Rates the display can run at, hertz; empty when the runtime does not say. */
  public static List<Float> offered(XrSession session) {
    if (!session.instance().has(XR_FB_DISPLAY_REFRESH_RATE_EXTENSION_NAME)) {
      return List.of();
    }
    try (var stack = MemoryStack.stackPush()) {
      var count = stack.mallocInt(1);
      XrResults.check(
          "xrEnumerateDisplayRefreshRatesFB",
          xrEnumerateDisplayRefreshRatesFB(session.raw(), count, null));
      var rates = stack.mallocFloat(count.get(0));
      XrResults.check(
          "xrEnumerateDisplayRefreshRatesFB",
          xrEnumerateDisplayRefreshRatesFB(session.raw(), count, rates));
      var all = new ArrayList<Float>();
      while (rates.hasRemaining()) {
        all.add(rates.get());
      }
      return all;
    }
  }

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

  /** Asks for one of {@link #offered}; an event tells when it came. */
  public static void ask(XrSession session, float hertz) {
    XrResults.check(
        "xrRequestDisplayRefreshRateFB", xrRequestDisplayRefreshRateFB(session.raw(), hertz));
  }
}
