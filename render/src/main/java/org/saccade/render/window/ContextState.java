package org.saccade.render.window;

import static org.lwjgl.opengl.GL45C.*;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lwjgl.opengl.GL;
import org.saccade.render.gpu.GlDebug;
import org.saccade.render.gpu.GpuDevice;
import org.saccade.render.gpu.GpuScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What both kinds of context share: capabilities, conventions and the debug callback. */
final class ContextState {
  private static final Logger LOG = LoggerFactory.getLogger(ContextState.class);

  private final GpuDevice device;
  private final @Nullable GlDebug debug;

  /** Reads the context just made current and sets Saccade's conventions. */
  ContextState(boolean isDebug) {
    var capabilities = GL.createCapabilities(true);
    if (!capabilities.OpenGL45) {
      String version = glGetString(GL_VERSION);
      GL.setCapabilities(null);
      throw new GlUnavailableException(
          "the OpenGL driver offers %s; Saccade needs 4.5 core: update the graphics driver"
              .formatted(version));
    }
    device = GpuDevice.current();
    debug = isDebug ? new GlDebug() : null;
    glClipControl(GL_LOWER_LEFT, GL_ZERO_TO_ONE);
    glEnable(GL_TEXTURE_CUBE_MAP_SEAMLESS);
    LOG.debug("OpenGL {} on {}", device.version(), device.renderer());
  }

  GpuDevice device() {
    return device;
  }

  /** Ends the callback and warns of GPU scopes left open. */
  void close() {
    List<String> leaked = GpuScope.openOnThisThread();
    if (!leaked.isEmpty()) {
      LOG.warn("GPU scopes still open at the end of their context: {}", leaked);
    }
    if (debug != null) {
      debug.close();
    }
    GL.setCapabilities(null);
  }
}
