package org.saccade.render.gpu;

import static org.lwjgl.opengl.GL45C.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lwjgl.opengl.GLDebugMessageCallback;

/**
 * Records the errors the driver reports for the context current on this thread. Costs nothing
 * unless the context is a debug one. Belongs to the context's thread.
 */
public final class GlDebug implements AutoCloseable {
  private static final int KEPT = 32;
  private static final ThreadLocal<@Nullable GlDebug> CURRENT = new ThreadLocal<>();

  private final List<String> errors = new ArrayList<>();
  private final GLDebugMessageCallback callback;

  /** Starts recording for the current context. */
  public GlDebug() {
    callback =
        GLDebugMessageCallback.create(
            (source, type, id, severity, length, message, user) ->
                record(type, GLDebugMessageCallback.getMessage(length, message)));
    glEnable(GL_DEBUG_OUTPUT);
    glEnable(GL_DEBUG_OUTPUT_SYNCHRONOUS);
    glDebugMessageCallback(callback, 0);
    CURRENT.set(this);
  }

  private void record(int type, String message) {
    boolean isError = type == GL_DEBUG_TYPE_ERROR || type == GL_DEBUG_TYPE_UNDEFINED_BEHAVIOR;
    if (isError && errors.size() < KEPT) {
      errors.add(message.strip());
    }
  }

  /** What records for this thread's context, where it is a debug one. */
  public static Optional<GlDebug> current() {
    return Optional.ofNullable(CURRENT.get());
  }

  /** What the driver complained about so far, at most 32 lines. */
  public List<String> errors() {
    return List.copyOf(errors);
  }

  /**
   * Throws when the driver reported an error on this thread since the last call.
   *
   * @throws GpuException naming every error recorded
   */
  public static void requireNoErrors() {
    var messages = new ArrayList<String>();
    GlDebug current = CURRENT.get();
    if (current != null) {
      messages.addAll(current.errors);
      current.errors.clear();
    }
    int error = glGetError();
    if (error != GL_NO_ERROR && messages.isEmpty()) {
      messages.add("glGetError 0x%x".formatted(error));
    }
    if (!messages.isEmpty()) {
      throw new GpuException("OpenGL reported: " + String.join("; ", messages));
    }
  }

  /**
   * Throws when the driver ran out of memory on this thread since errors were last asked for; other
   * errors are left to who records them.
   *
   * @param what was made, for the message
   */
  public static void requireMemory(String what) {
    boolean isShort = false;
    for (int error = glGetError(); error != GL_NO_ERROR; error = glGetError()) {
      isShort |= error == GL_OUT_OF_MEMORY;
    }
    if (isShort) {
      throw new GpuException("the GPU has not enough memory for " + what);
    }
  }

  @Override
  public void close() {
    glDebugMessageCallback(null, 0);
    callback.free();
    CURRENT.remove();
  }
}
