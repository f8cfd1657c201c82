package org.saccade.render.gpu;

import static org.lwjgl.opengl.GL45C.*;

import java.util.Locale;
import java.util.Objects;

/**
 * What draws: names from the driver of the current context.
 *
 * @param isSoftware whether the processor draws, so that timer queries mean nothing
 */
public record GpuDevice(String vendor, String renderer, String version, boolean isSoftware) {

  /** Asks the context current on this thread. */
  public static GpuDevice current() {
    String renderer = string(GL_RENDERER);
    String lower = renderer.toLowerCase(Locale.ROOT);
    boolean isSoftware =
        lower.contains("llvmpipe") || lower.contains("softpipe") || lower.contains("swrast");
    return new GpuDevice(string(GL_VENDOR), renderer, string(GL_VERSION), isSoftware);
  }

  private static String string(int name) {
    return Objects.requireNonNullElse(glGetString(name), "unknown");
  }
}
