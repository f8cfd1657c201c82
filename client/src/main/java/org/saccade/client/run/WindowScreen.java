package org.saccade.client.run;

import java.util.function.LongSupplier;
import org.saccade.render.gpu.Framebuffer;
import org.saccade.render.gpu.GpuDevice;
import org.saccade.render.pass.RenderTarget;
import org.saccade.render.window.Window;
import org.saccade.render.window.WindowOptions;

/** A window: pictures are shown in it, and its keys, mouse and gamepad walk. Main thread. */
final class WindowScreen implements Screen {
  private final Window window;
  private final WalkControls controls;
  private final boolean isVsync;
  private Framebuffer framebuffer;

  private WindowScreen(Window window, boolean isVsync, LongSupplier clock) {
    this.window = window;
    this.isVsync = isVsync;
    this.controls = new WalkControls(window, clock);
    this.framebuffer = window.framebuffer();
  }

  /** Opens it; throws GlUnavailableException where there is no display or no OpenGL 4.5. */
  static WindowScreen open(WindowOptions options, LongSupplier clock) {
    return new WindowScreen(Window.open(options), options.isVsync(), clock);
  }

  /** For what draws over the picture. */
  Window window() {
    return window;
  }

  @Override
  public GpuDevice device() {
    return window.device();
  }

  @Override
  public ScreenInput poll() {
    var input = controls.read(window.poll());
    if (input.isResized()) {
      framebuffer = window.framebuffer();
    }
    return input;
  }

  @Override
  public PictureSize size() {
    return new PictureSize(
        Math.clamp(framebuffer.width(), 16, 8192), Math.clamp(framebuffer.height(), 16, 8192));
  }

  @Override
  public double hertz() {
    return window.refreshRate();
  }

  @Override
  public boolean setsThePace() {
    return isVsync;
  }

  @Override
  public void show(RenderTarget picture, Overlays overlays) {
    picture.resolved().blitColour(framebuffer);
    overlays.draw(framebuffer);
  }

  @Override
  public void finish() {
    window.swap();
  }

  @Override
  public void close() {
    window.close();
  }
}
