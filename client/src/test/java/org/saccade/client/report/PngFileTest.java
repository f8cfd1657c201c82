package org.saccade.client.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saccade.client.Failure;

@NullMarked
final class PngFileTest {
  private static final BufferedImage RED = red();

  private static BufferedImage red() {
    var image = new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB);
    image.setRGB(2, 1, 0xFF0000);
    return image;
  }

  @Test
  void whatIsWrittenIsReadAgain(@TempDir Path folder) throws IOException {
    var file = folder.resolve("new/red.png");
    PngFile.write(file, RED);
    assertEquals(0xFFFF0000, ImageIO.read(file.toFile()).getRGB(2, 1));
  }

  @Test
  void aPlaceThatTakesNoFileIsNamedAndLeftAsItWas(@TempDir Path folder) throws IOException {
    var file = folder.resolve("red.png");
    Files.createDirectories(file.resolve("in/the/way"));
    var told = assertThrows(Failure.class, () -> PngFile.write(file, RED));
    assertTrue(String.valueOf(told.getMessage()).contains(file.toString()));
    try (var left = Files.list(folder)) {
      assertEquals(1, left.count());
    }
  }
}
