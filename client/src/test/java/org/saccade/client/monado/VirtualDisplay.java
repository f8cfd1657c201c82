package org.saccade.client.monado;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The virtual display that the runtime composites to, read from the file that Xvfb keeps its pixels
 * in. The eyes stand side by side. A picture may hold parts of two frames: compare it only once the
 * scene stands still, or wait until it shows what is expected.
 */
public record VirtualDisplay(Path file) {

  /** All of the display as it is now. */
  public BufferedImage picture() {
    try {
      return Xwd.picture(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException("no picture of the virtual display in " + file, e);
    }
  }

  /** The left half of the display for eye 0, the right half for eye 1. */
  public BufferedImage eye(int index) {
    BufferedImage both = picture();
    int width = both.getWidth() / 2;
    return both.getSubimage(index * width, 0, width, both.getHeight());
  }
}
