package org.saccade.client.run;

import java.util.List;
import org.saccade.render.gpu.GpuDevice;
import org.saccade.render.pass.HiddenArea;

/** Where finished pictures go and where a person's input comes from. Frame thread. */
sealed interface Screen extends AutoCloseable permits WindowScreen, OffscreenScreen, HeadsetScreen {
  /** What draws. */
  GpuDevice device();

  /** What happened since the last poll. */
  ScreenInput poll();

  /** The same where nobody walks by it, so that keys and sticks need not be asked. */
  default ScreenInput glance() {
    return poll();
  }

  /** What a person's hands do here. */
  default Hands hands() {
    return Hands.NONE;
  }

  /** Pixels of the pictures to draw, one a view. */
  List<PictureSize> sizes();

  /** Frames a second this screen shows. */
  double hertz();

  /** Whether {@link #finish} waits for the display itself. */
  boolean setsThePace();

  /** What no lens shows of each view; empty where all of it is seen. */
  default List<HiddenArea> hidden() {
    return List.of();
  }

  /** Whether anyone sees what is drawn now. */
  default boolean isVisible() {
    return true;
  }

  /** Drawing begins. */
  default void begin() {}

  /** Copies finished pictures to the screen, with what lies over them. */
  void show(Picture picture, Overlays overlays);

  /** Ends the frame: the picture is on its way when this returns. */
  void finish();

  @Override
  void close();
}
