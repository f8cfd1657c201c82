package org.saccade.client.monado;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the runtime composited: its window in the upper left of the virtual display, read from the
 * file that Xvfb keeps the display's pixels in. A picture may hold parts of two frames, so wait
 * until it shows what is expected. A window of the client's own would lie over it: keep that
 * hidden.
 *
 * @param width the window's pixels across, both eyes
 * @param height the window's pixels down
 */
public record VirtualDisplay(Path file, int width, int height) {

  /** The display of a service in a mode that has one. */
  public static VirtualDisplay of(RuntimePlace place, MonadoService.Mode mode) {
    return switch (mode) { // half of what the device pretends to have
      case SIMULATED -> new VirtualDisplay(place.picture(), 640, 360);
      case REMOTE -> new VirtualDisplay(place.picture(), 960, 540);
      case NULL -> throw new IllegalArgumentException("a service in mode NULL composites nothing");
    };
  }

  /** Both eyes, side by side, as they are now. */
  public BufferedImage picture() {
    try {
      return Xwd.picture(Files.readAllBytes(file)).getSubimage(0, 0, width, height);
    } catch (IOException e) {
      throw new UncheckedIOException("no picture of the virtual display in " + file, e);
    }
  }

  /** The left half for eye 0, the right half for eye 1. */
  public BufferedImage eye(int index) {
    return picture().getSubimage(index * width / 2, 0, width / 2, height);
  }
}
