package org.saccade.render.gpu;

import static org.lwjgl.opengl.GL45C.*;

import java.util.Locale;
import java.util.Objects;
import org.lwjgl.opengl.GL;

/**
 * What draws: names from the driver of the current context.
 *
 * @param isSoftware whether the processor draws, so that timer queries mean nothing
 * @param canChooseLayers whether vertex shaders choose the layer they draw to, so that both eyes
 *     are drawn in one pass
 */
public record GpuDevice(
    String vendor, String renderer, String version, boolean isSoftware, boolean canChooseLayers) {

  /** Asks the context current on this thread. */
  public static GpuDevice current() {
    String renderer = string(GL_RENDERER);
    String lower = renderer.toLowerCase(Locale.ROOT);
    boolean isSoftware =
        lower.contains("llvmpipe") || lower.contains("softpipe") || lower.contains("swrast");
    return new GpuDevice(
        string(GL_VENDOR),
        renderer,
        string(GL_VERSION),
        isSoftware,
        GL.getCapabilities().GL_ARB_shader_viewport_layer_array);
  }

  private static String string(int name) {
    return Objects.requireNonNullElse(glGetString(name), "unknown");
  }
}
