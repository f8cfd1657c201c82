package org.saccade.client.run;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lwjgl.BufferUtils;
import org.saccade.client.Failure;
import org.saccade.client.report.AtomicFile;
import org.saccade.client.report.PngFile;
import org.saccade.client.report.RunPage;
import org.saccade.render.gpu.Texture;

/**
 * Pictures taken in mid-run: pixels are read at once and become PNG files only afterwards, so that
 * no frame pays for compression. Frame thread.
 */
final class Captures {
  private record Capture(String name, String title, int width, int height, ByteBuffer pixels) {}

  private final List<Capture> captures = new ArrayList<>();

  /** How many there are. */
  int size() {
    return captures.size();
  }

  /** Reads a finished picture. */
  void take(Texture colour, FrameFacts facts) {
    take(colour, facts, facts.index(), "");
  }

  /**
   * Reads a finished picture.
   *
   * @param number what its frame is called
   * @param which ends its name where a frame has several
   */
  void take(Texture colour, FrameFacts facts, long number, String which) {
    var pixels = BufferUtils.createByteBuffer(colour.width() * colour.height() * 4);
    colour.read(pixels);
    var mode = facts.decision().mode().name().toLowerCase(Locale.ROOT);
    var title = "frame %d, %s, coverage %.2f".formatted(number, mode, facts.asked().coverage());
    var name = "frame-%06d-%s%s.png".formatted(number, mode, which);
    captures.add(new Capture(name, title, colour.width(), colour.height(), pixels));
  }

  /** Writes every picture taken, in place of those of a run before. */
  List<RunPage.Picture> write(Path folder) {
    deleteFormer(folder);
    var written = new ArrayList<RunPage.Picture>();
    for (var capture : captures) {
      var file = folder.resolve(capture.name());
      var image = image(capture.pixels(), capture.width(), capture.height());
      PngFile.write(file, image);
      written.add(new RunPage.Picture(capture.title(), file));
    }
    return written;
  }

  /** Writes every picture taken for a person, beside those there are. */
  List<Path> keep(Path folder) {
    var kept = new ArrayList<Path>();
    for (var capture : captures) {
      var file = folder.resolve("picture-" + capture.name());
      for (int i = 2; Files.exists(file); i++) {
        file = folder.resolve("picture-%d-%s".formatted(i, capture.name()));
      }
      PngFile.write(file, image(capture.pixels(), capture.width(), capture.height()));
      kept.add(file);
    }
    return kept;
  }

  private static void deleteFormer(Path folder) {
    try (var former = Files.newDirectoryStream(folder, "frame-[0-9]*-{local,hybrid,edge}*.png")) {
      for (var picture : former) {
        Files.delete(picture);
      }
    } catch (IOException failed) {
      throw Failure.failed(
          "the pictures of the run before cannot be deleted from '%s' (%s)"
              .formatted(folder, AtomicFile.reason(failed)),
          failed);
    }
  }

  /** GL's first row is the lowest, an image's the highest. */
  static BufferedImage image(ByteBuffer rgba, int width, int height) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var row = new int[width];
    for (int y = 0; y < height; y++) {
      int at = (height - 1 - y) * width * 4;
      for (int x = 0; x < width; x++, at += 4) {
        row[x] =
            (rgba.get(at) & 255) << 16 | (rgba.get(at + 1) & 255) << 8 | (rgba.get(at + 2) & 255);
      }
      image.setRGB(0, y, width, 1, row, 0, width);
    }
    return image;
  }
}
