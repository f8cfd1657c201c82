package org.saccade.assets.png;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import java.util.zip.InflaterInputStream;
import javax.imageio.ImageIO;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.saccade.assets.mesh.Vec;

final class DeflateTest {
  @Property(tries = 200)
  void anotherInflaterReadsWhatItWrote(@ForAll @Size(max = 3000) byte[] bytes) throws IOException {
    assertArrayEquals(bytes, inflate(Deflate.zlib(bytes)));
  }

  @Test
  void readsBackLongInputsOfManyKinds() throws IOException {
    Random random = new Random(7);
    byte[] noise = new byte[300_000];
    random.nextBytes(noise);
    assertArrayEquals(noise, inflate(Deflate.zlib(noise)));
    byte[] skewed = new byte[300_000];
    for (int i = 0; i < skewed.length; i++) {
      skewed[i] = (byte) Math.abs(random.nextGaussian() * random.nextGaussian() * 12);
    }
    byte[] packed = Deflate.zlib(skewed);
    assertArrayEquals(skewed, inflate(packed));
    assertTrue(packed.length < skewed.length * 0.8, "packed to " + packed.length);
    byte[] zeros = new byte[1_000_000];
    assertTrue(Deflate.zlib(zeros).length < 3_000);
    assertArrayEquals(zeros, inflate(Deflate.zlib(zeros)));
  }

  @Test
  void anotherReaderSeesThePicturesPixels() throws IOException {
    Raster raster = new Raster(37, 23, 4);
    for (int y = 0; y < 23; y++) {
      for (int x = 0; x < 37; x++) {
        raster.setColour(x, y, new Vec(x / 37.0, y / 23.0, x * y % 7 / 7.0));
        raster.setAlpha(x, y, (x + y) / 60.0);
      }
    }
    var image = ImageIO.read(new ByteArrayInputStream(Png.encode(raster)));
    for (int y = 0; y < 23; y++) {
      for (int x = 0; x < 37; x++) {
        int argb = image.getRGB(x, y);
        assertEquals(raster.code(x, y, 0), argb >> 16 & 255);
        assertEquals(raster.code(x, y, 2), argb & 255);
        assertEquals(raster.code(x, y, 3), argb >>> 24);
      }
    }
  }

  private static byte[] inflate(byte[] zlib) throws IOException {
    return new InflaterInputStream(new ByteArrayInputStream(zlib)).readAllBytes();
  }
}
