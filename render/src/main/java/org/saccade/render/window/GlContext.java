package org.saccade.render.window;

import org.saccade.render.gpu.GpuDevice;

/**
 * An OpenGL 4.5 core context, current on the thread that made it until closed there. Close every
 * {@link org.saccade.render.gpu.GpuScope} of the thread first: closing names those left open.
 */
public sealed interface GlContext extends AutoCloseable permits OffscreenContext, Window {

  /** What draws. */
  GpuDevice device();

  /** The context by its native handles. */
  NativeContext shared();

  @Override
  void close();
}
