package org.saccade.client.run;

import static org.lwjgl.opengl.GL11C.glFinish;

import java.util.List;
import org.saccade.client.Failure;
import org.saccade.render.gpu.GpuDevice;
import org.saccade.render.window.EglDevices;
import org.saccade.render.window.GlUnavailableException;
import org.saccade.render.window.OffscreenContext;

/** No window: pictures stay in their targets, and a frame ends when all drawing is done. */
final class OffscreenScreen implements Screen {
  private static final ScreenInput NOTHING = ScreenInput.nothing();

  private final OffscreenContext context;
  private final List<PictureSize> sizes;
  private final double hertz;

  private OffscreenScreen(OffscreenContext context, PictureSize size, double hertz) {
    this.context = context;
    sizes = List.of(size);
    this.hertz = hertz;
  }

  /** The context, for what shares it. */
  OffscreenContext context() {
    return context;
  }

  /** A context on this thread; a machine without OpenGL is told what to install. */
  static OffscreenScreen open(PictureSize size, double hertz) {
    return open(size, hertz, false);
  }

  /** The same, where the driver checks every call. */
  static OffscreenScreen open(PictureSize size, double hertz, boolean isDebug) {
    try {
      return new OffscreenScreen(OffscreenContext.create(EglDevices.BEST, isDebug), size, hertz);
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
  public List<PictureSize> sizes() {
    return sizes;
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
  public void show(Picture picture, Overlays overlays) {
    overlays.draw(picture.finished().resolved());
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
