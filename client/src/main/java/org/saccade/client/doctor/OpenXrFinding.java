package org.saccade.client.doctor;

import org.saccade.xr.runtime.XrException;
import org.saccade.xr.runtime.XrInstance;
import org.saccade.xr.runtime.XrSystem;

/** Whether there is an OpenXR runtime with a headset, and what it offers. */
final class OpenXrFinding {
  private static final String WITHOUT = "without a headset, run shows a window or goes headless";

  private OpenXrFinding() {}

  static Finding look() {
    try (var instance = XrInstance.create()) {
      return headset(instance);
    } catch (XrException missing) {
      return Finding.less("openxr", String.valueOf(missing.getMessage()), WITHOUT);
    } catch (LinkageError broken) {
      return Finding.less(
          "openxr",
          "the OpenXR loader cannot be loaded (%s)".formatted(broken.getMessage()),
          WITHOUT);
    }
  }

  private static Finding headset(XrInstance instance) {
    try {
      return Finding.good("openxr", words(instance, instance.headset()));
    } catch (XrException missing) {
      return Finding.less(
          "openxr", "%s: %s".formatted(instance.runtime(), missing.getMessage()), WITHOUT);
    }
  }

  private static String words(XrInstance instance, XrSystem headset) {
    var size = headset.views().getFirst();
    return "%s on %s; %d views of %dx%d, %s; gaze %s, hands %s"
        .formatted(
            headset.name(),
            instance.runtime(),
            headset.views().size(),
            size.width(),
            size.height(),
            headset.blendMode().words(),
            headset.hasGaze() ? "yes" : "no",
            headset.hasHands() ? "yes" : "no");
  }
}
