package org.saccade.xr.runtime;

import static org.lwjgl.openxr.XR10.*;

import java.util.Map;
import org.lwjgl.openxr.FBDisplayRefreshRate;
import org.lwjgl.openxr.XR11;

/** What results are called, and what to do about the failures. */
final class XrResults {
  private record Meaning(String name, String remedy) {}

  private static final String RESTART = "restart the OpenXR runtime, then this program";
  private static final String REPORT =
      "this is a defect in Saccade or the runtime: please report it";

  private static final String MANIFEST =
      "the runtime's manifest cannot be read: check XR_RUNTIME_JSON and active_runtime.json";

  private static final Map<Integer, Meaning> FAILURES =
      Map.ofEntries(
          meaning(XR_ERROR_VALIDATION_FAILURE, "XR_ERROR_VALIDATION_FAILURE", REPORT),
          meaning(
              XR_ERROR_RUNTIME_FAILURE,
              "XR_ERROR_RUNTIME_FAILURE",
              "the runtime does not answer: start its service (for Monado: monado-service), then try again"),
          meaning(XR_ERROR_OUT_OF_MEMORY, "XR_ERROR_OUT_OF_MEMORY", "close other programs"),
          meaning(
              XR_ERROR_API_VERSION_UNSUPPORTED,
              "XR_ERROR_API_VERSION_UNSUPPORTED",
              "update the OpenXR runtime to 1.0 or newer"),
          meaning(
              XR_ERROR_INITIALIZATION_FAILED,
              "XR_ERROR_INITIALIZATION_FAILED",
              "start the runtime's service or the vendor's VR software, then try again"),
          meaning(
              XR_ERROR_FUNCTION_UNSUPPORTED,
              "XR_ERROR_FUNCTION_UNSUPPORTED",
              "update the OpenXR runtime"),
          meaning(
              XR_ERROR_FEATURE_UNSUPPORTED,
              "XR_ERROR_FEATURE_UNSUPPORTED",
              "update the OpenXR runtime"),
          meaning(
              XR_ERROR_EXTENSION_NOT_PRESENT,
              "XR_ERROR_EXTENSION_NOT_PRESENT",
              "choose a runtime that offers it, or update this one"),
          meaning(XR_ERROR_LIMIT_REACHED, "XR_ERROR_LIMIT_REACHED", RESTART),
          meaning(
              XR_ERROR_INSTANCE_LOST,
              "XR_ERROR_INSTANCE_LOST",
              "the runtime ended: start it again"),
          meaning(
              XR_ERROR_SESSION_LOST, "XR_ERROR_SESSION_LOST", "the headset or runtime went away"),
          meaning(XR_ERROR_FILE_ACCESS_ERROR, "XR_ERROR_FILE_ACCESS_ERROR", MANIFEST),
          meaning(XR_ERROR_FILE_CONTENTS_INVALID, "XR_ERROR_FILE_CONTENTS_INVALID", MANIFEST),
          meaning(
              XR_ERROR_FORM_FACTOR_UNSUPPORTED,
              "XR_ERROR_FORM_FACTOR_UNSUPPORTED",
              "the runtime knows no headsets: choose another runtime"),
          meaning(
              XR_ERROR_FORM_FACTOR_UNAVAILABLE,
              "XR_ERROR_FORM_FACTOR_UNAVAILABLE",
              "no headset: connect it and switch it on"),
          meaning(
              XR_ERROR_API_LAYER_NOT_PRESENT,
              "XR_ERROR_API_LAYER_NOT_PRESENT",
              "a layer named by XR_ENABLE_API_LAYERS is not installed: install it or unset the variable"),
          meaning(
              FBDisplayRefreshRate.XR_ERROR_DISPLAY_REFRESH_RATE_UNSUPPORTED_FB,
              "XR_ERROR_DISPLAY_REFRESH_RATE_UNSUPPORTED_FB",
              "leave --refresh-rate out"),
          meaning(
              XR_ERROR_GRAPHICS_DEVICE_INVALID,
              "XR_ERROR_GRAPHICS_DEVICE_INVALID",
              "make the GL context current first, on the GPU the headset is connected to"),
          meaning(
              XR_ERROR_RUNTIME_UNAVAILABLE,
              "XR_ERROR_RUNTIME_UNAVAILABLE",
              "no OpenXR runtime is set, or XR_RUNTIME_JSON names a file that is not there: install one (Monado, SteamVR, WiVRn) and make it the active one, or point XR_RUNTIME_JSON at its manifest"),
          meaning(
              XR11.XR_ERROR_PERMISSION_INSUFFICIENT,
              "XR_ERROR_PERMISSION_INSUFFICIENT",
              "grant the permission in the runtime's settings"));

  private XrResults() {}

  private static Map.Entry<Integer, Meaning> meaning(int result, String name, String remedy) {
    return Map.entry(result, new Meaning(name, remedy));
  }

  /**
   * Passes a success on.
   *
   * @throws XrException for a failure
   */
  static int check(String call, int result) {
    if (result < 0) {
      var known = FAILURES.get(result);
      throw known == null
          ? new XrException(call, result, "an error", REPORT)
          : new XrException(call, result, known.name(), known.remedy());
    }
    return result;
  }

  static boolean isLoss(int result) {
    return result == XR_ERROR_INSTANCE_LOST
        || result == XR_ERROR_SESSION_LOST
        || result == XR_ERROR_RUNTIME_FAILURE
        || result == XR_ERROR_HANDLE_INVALID;
  }
}
