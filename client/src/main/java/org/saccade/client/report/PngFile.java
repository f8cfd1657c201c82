package org.saccade.client.report;

import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A picture as a file that is there whole or not at all. It is compressed in memory first: a stream
 * that fails inside ImageIO is tried again by its own hook when the process ends, with a stack
 * trace.
 */
public final class PngFile {
  private PngFile() {}

  /** Writes the picture; a failure names the file and leaves nothing half-written. */
  public static void write(Path file, RenderedImage image) {
    AtomicFile.write(file, stream -> stream.write(png(image)));
  }

  private static byte[] png(RenderedImage image) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var memory = new MemoryCacheImageOutputStream(bytes)) {
      if (!ImageIO.write(image, "png", memory)) {
        throw new IOException("this JDK has no PNG writer");
      }
    }
    return bytes.toByteArray();
  }
}
