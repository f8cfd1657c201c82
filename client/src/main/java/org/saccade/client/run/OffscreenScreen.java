package org.saccade.client.run;

import static org.lwjgl.opengl.GL11C.glFinish;

import org.saccade.client.Failure;
import org.saccade.render.gpu.GpuDevice;
import org.saccade.render.pass.RenderTarget;
import org.saccade.render.window.GlUnavailableException;
import org.saccade.render.window.OffscreenContext;

/** No window: pictures stay in their targets, and a frame ends when all drawing is done. */
final class OffscreenScreen implements Screen {
  private static final ScreenInput NOTHING = ScreenInput.nothing();

  private final OffscreenContext context;
  private final PictureSize size;
  private final double hertz;

  private OffscreenScreen(OffscreenContext context, PictureSize size, double hertz) {
    this.context = context;
    this.size = size;
    this.hertz = hertz;
  }

  /** A context on this thread; a machine without OpenGL is told what to install. */
  static OffscreenScreen open(PictureSize size, double hertz) {
    try {
      return new OffscreenScreen(OffscreenContext.create(), size, hertz);
    } catch (GlUnavailableException | LinkageError lacking) {
      throw Failure.lacks(
          "no OpenGL 4.5 here: %s (./saccade doctor says more)".formatted(lacking.getMessage()),
          lacking);
    }
  }

  @Override
  public GpuDevice device() {
    return context.device();
  }

  @Override
  public ScreenInput poll() {
    return NOTHING;
  }

  @Override
  public PictureSize size() {
    return size;
  }

  @Override
  public double hertz() {
    return hertz;
  }

  @Override
  public boolean setsThePace() {
    return false;
  }

  @Override
  public void show(RenderTarget picture, Overlays overlays) {
    overlays.draw(picture.resolved());
  }

  @Override
  public void finish() {
    glFinish();
  }

  @Override
  public void close() {
    context.close();
  }
}
