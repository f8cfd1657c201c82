package org.saccade.render.gpu;

import static org.lwjgl.opengl.GL45C.*;

import java.util.function.LongSupplier;

/**
 * Measures how long drawing takes. On a GPU it uses timer queries; on a software renderer, whose
 * queries are wrong by a factor of ten, wall time between two {@code glFinish} calls: {@link
 * #clock} says which, and belongs beside every figure. Belongs to the context's thread.
 */
public final class GpuTimer {
  private final GpuDevice device;
  private final LongSupplier nanoClock;
  private final int query;
  private long begunNanos;

  /**
   * A timer owned by {@code scope}.
   *
   * @param nanoClock monotonic nanoseconds, used on software renderers
   */
  public GpuTimer(GpuScope scope, GpuDevice device, LongSupplier nanoClock) {
    this.device = device;
    this.nanoClock = nanoClock;
    query = glCreateQueries(GL_TIME_ELAPSED);
    scope.own(() -> glDeleteQueries(query));
  }

  /** Where the figures come from. */
  public String clock() {
    return device.isSoftware() ? "wall time around glFinish" : "GPU timer query";
  }

  /** Starts measuring; timers do not nest. */
  public void begin() {
    if (device.isSoftware()) {
      glFinish();
      begunNanos = nanoClock.getAsLong();
    } else {
      glBeginQuery(GL_TIME_ELAPSED, query);
    }
  }

  /** Stops measuring and waits for the figure, in nanoseconds. */
  public long endNanos() {
    if (device.isSoftware()) {
      glFinish();
      return nanoClock.getAsLong() - begunNanos;
    }
    glEndQuery(GL_TIME_ELAPSED);
    return glGetQueryObjecti64(query, GL_QUERY_RESULT);
  }
}
