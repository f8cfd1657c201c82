package org.saccade.client.run;

import java.util.List;
import java.util.function.LongSupplier;
import org.saccade.client.ui.PanelPointer;
import org.saccade.render.gpu.Framebuffer;
import org.saccade.render.gpu.GpuDevice;
import org.saccade.render.window.Window;
import org.saccade.render.window.WindowOptions;

/** A window: pictures are shown in it, and its keys, mouse and gamepad walk. Main thread. */
final class WindowScreen implements Screen {
  private final Window window;
  private final WalkControls controls;
  private boolean isVsync;
  private Framebuffer framebuffer;

  private WindowScreen(Window window, boolean isVsync, WalkControls controls) {
    this.window = window;
    this.isVsync = isVsync;
    this.controls = controls;
    this.framebuffer = window.framebuffer();
  }

  /** Opens it; throws GlUnavailableException where there is no display or no OpenGL 4.5. */
  static WindowScreen open(
      WindowOptions options, LongSupplier clock, LiveSettings settings, PanelPointer pointer) {
    var window = Window.open(options);
    var controls = new WalkControls(window, clock, settings, pointer);
    return new WindowScreen(window, options.isVsync(), controls);
  }

  /** How its pixels, points and units relate now: it may have moved to another display. */
  WindowScale scale() {
    return WindowScale.of(window.contentScale(), framebuffer.width(), window.widthInUnits());
  }

  /** Follows the display's rate, or not. */
  void setVsync(boolean isOn) {
    if (isOn != isVsync) {
      isVsync = isOn;
      window.setVsync(isOn);
    }
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
    return fitted(controls.read(window.poll()));
  }

  @Override
  public ScreenInput glance() {
    return fitted(controls.glance(window.poll()));
  }

  private ScreenInput fitted(ScreenInput input) {
    if (input.isResized()) {
      framebuffer = window.framebuffer();
    }
    return input;
  }

  @Override
  public List<PictureSize> sizes() {
    return List.of(size());
  }

  /** Pixels of the picture to draw. */
  PictureSize size() {
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
  public void show(Picture picture, Overlays overlays) {
    picture.finished().resolved().blitColour(framebuffer);
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
