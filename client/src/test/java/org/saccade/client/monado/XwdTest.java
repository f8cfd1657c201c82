package org.saccade.client.monado;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class XwdTest {
  private static final int WIDTH = 4;
  private static final int HEIGHT = 2;
  private static final int PADDED_LINE = 20;
  private static final int PIXELS = 160 + 2 * 12;

  @Test
  void readsPixelsBehindTheColourMapAndPaddedLines() {
    var picture = Xwd.picture(dump(ByteOrder.LITTLE_ENDIAN));
    assertEquals(WIDTH, picture.getWidth());
    assertEquals(HEIGHT, picture.getHeight());
    assertEquals(0xff102030, picture.getRGB(0, 0));
    assertEquals(0xff102030 + 3, picture.getRGB(3, 0));
    assertEquals(0xff102030 + 7, picture.getRGB(3, 1));
  }

  @Test
  void heedsTheByteOrder() {
    assertEquals(0xff102031, Xwd.picture(dump(ByteOrder.BIG_ENDIAN)).getRGB(1, 0));
  }

  @Test
  void splitsTheWindowIntoEyes(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("screen"), dump(ByteOrder.LITTLE_ENDIAN));
    var display = new VirtualDisplay(file, 2, 1);
    assertEquals(1, display.eye(0).getWidth());
    assertEquals(1, display.picture().getHeight());
    assertEquals(0xff102030, display.eye(0).getRGB(0, 0));
    assertEquals(0xff102031, display.eye(1).getRGB(0, 0));
  }

  @Test
  void refusesWhatIsCutOrForeign() {
    byte[] dump = dump(ByteOrder.LITTLE_ENDIAN);
    byte[] cut = Arrays.copyOf(dump, dump.length - 1);
    assertThrows(IllegalArgumentException.class, () -> Xwd.picture(cut));
    assertThrows(IllegalArgumentException.class, () -> Xwd.picture(new byte[300]));
    assertThrows(IllegalArgumentException.class, () -> Xwd.picture(new byte[0]));
  }

  private static byte[] dump(ByteOrder order) {
    var dump = ByteBuffer.allocate(PIXELS + HEIGHT * PADDED_LINE);
    dump.putInt(0, 160).putInt(4, 7).putInt(8, 2).putInt(16, WIDTH).putInt(20, HEIGHT);
    dump.putInt(28, order == ByteOrder.BIG_ENDIAN ? 1 : 0);
    dump.putInt(44, 32).putInt(48, PADDED_LINE).putInt(76, 2);
    dump.order(order);
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
      dump.putInt(PIXELS + i / WIDTH * PADDED_LINE + i % WIDTH * 4, 0x102030 + i);
    }
    return dump.array();
  }
}
