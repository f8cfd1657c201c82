package org.saccade.client.run;

import org.saccade.render.gpu.GpuDevice;
import org.saccade.render.pass.RenderTarget;

/** Where finished pictures go and where a person's input comes from. Frame thread. */
sealed interface Screen extends AutoCloseable permits WindowScreen, OffscreenScreen {
  /** What draws. */
  GpuDevice device();

  /** What happened since the last poll. */
  ScreenInput poll();

  /** Pixels of the picture to draw. */
  PictureSize size();

  /** Frames a second this screen shows. */
  double hertz();

  /** Whether {@link #finish} waits for the display itself. */
  boolean setsThePace();

  /** Copies a finished picture to the screen, with what lies over it. */
  void show(RenderTarget picture, Overlays overlays);

  /** Ends the frame: the picture is on its way when this returns. */
  void finish();

  @Override
  void close();
}
