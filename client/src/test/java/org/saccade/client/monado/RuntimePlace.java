package org.saccade.client.monado;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where the runtime of this JVM lives. The launching script made these places and named them in the
 * environment, because the OpenXR loader and Mesa read it natively when the JVM is already running:
 *
 * <ul>
 *   <li>{@code XDG_RUNTIME_DIR}: the service's socket; fresh, 0700, only this JVM's
 *   <li>{@code XR_RUNTIME_JSON}, {@code XR_ENABLE_API_LAYERS}, {@code XR_API_LAYER_PATH}: Monado,
 *       judged by the core validation layer
 *   <li>{@code XR_CORE_VALIDATION_EXPORT_TYPE=text}, {@code XR_CORE_VALIDATION_FILE_NAME}: its
 *       verdicts
 *   <li>{@code VK_DRIVER_FILES}, {@code LIBGL_ALWAYS_SOFTWARE=1}, {@code XRT_NO_STDIN=1}: drawing
 *       without a GPU, serving without a terminal
 *   <li>{@code DISPLAY}, {@code SACCADE_XR_PICTURE}: a virtual display and the file with its pixels
 *   <li>{@code SACCADE_XR_OUT}: a folder for logs
 * </ul>
 */
public record RuntimePlace(Path runtimeFolder, Path logs, Path picture, Path verdicts) {

  /** Reads what the script set; {@code environment} is {@link System#getenv()} in a test. */
  public static RuntimePlace from(Map<String, String> environment) {
    return new RuntimePlace(
        path(environment, "XDG_RUNTIME_DIR"),
        path(environment, "SACCADE_XR_OUT"),
        path(environment, "SACCADE_XR_PICTURE"),
        path(environment, "XR_CORE_VALIDATION_FILE_NAME"));
  }

  private static Path path(Map<String, String> environment, String name) {
    String value = environment.get(name);
    if (value == null) {
      throw new IllegalStateException(
          name + " is not set: run this test with ./saccade test --xr-runtime");
    }
    return Path.of(value);
  }
}
