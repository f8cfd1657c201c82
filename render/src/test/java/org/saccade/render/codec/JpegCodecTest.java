package org.saccade.render.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.saccade.render.tile.Bytes;
import org.saccade.render.tile.Fingerprint;
import org.saccade.render.tile.Recipe;

final class JpegCodecTest {
  private static final byte GUARD = 0x5A;
  private static final int PIXELS = 256;

  static List<JpegCodec> codecs() {
    return Stream.of(JpegCodec.bundled(), JpegCodec.best()).distinct().toList();
  }

  @ParameterizedTest
  @MethodSource("codecs")
  void everyProviderReadsWhatEveryProviderWrote(JpegCodec reader) throws Exception {
    for (JpegCodec writer : codecs()) {
      for (int quality : new int[] {30, 50, 85, 97}) {
        Bytes scan = scanOf(writer, picture(), quality);
        double error = meanError(picture(), decode(reader, scan, quality));
        assertTrue(error < 6.5, writer.name() + " q" + quality + ": " + error);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("codecs")
  void aPictureCutOffIsAnErrorOrAPictureButNeverACrash(JpegCodec codec) {
    Bytes scan = scanOf(codec, picture(), 85);
    for (int length = 0; length < scan.size(); length += 1 + scan.size() / 40) {
      try {
        decode(codec, scan.slice(0, length), 85);
      } catch (MalformedTileException expected) {
        assertTrue(expected.toString().length() > 50);
      }
    }
  }

  @Test
  void markersInsideTheCoefficientsAreRefused() {
    Bytes bad = Bytes.wrap((byte) 1, (byte) 0xFF, (byte) 0xC4, (byte) 0);
    assertThrows(MalformedTileException.class, () -> JpegHeader.requireOnlyCoefficients(bad));
  }

  @Test
  void zigzagVisitsEveryCoefficientOnceInTheStandardsOrder() {
    assertEquals(
        List.of(0, 1, 8, 16, 9, 2, 3, 10),
        Stream.iterate(0, i -> i + 1).limit(8).map(JpegTables::zigzag).toList());
    assertEquals(
        64, Stream.iterate(0, i -> i + 1).limit(64).map(JpegTables::zigzag).distinct().count());
    assertEquals(63, JpegTables.zigzag(63));
    assertEquals(62, JpegTables.zigzag(62));
  }

  @ParameterizedTest
  @MethodSource("codecs")
  void thePictureThatCodesWorstStaysInItsRoom(JpegCodec codec) {
    var random = new Random(3);
    for (boolean isBinary : new boolean[] {false, true}) {
      byte[] rgba = new byte[PIXELS * PIXELS * 4];
      for (int i = 0; i < rgba.length; i++) {
        rgba[i] = (byte) (isBinary ? -(random.nextInt() & 1) : random.nextInt(256));
      }
      int guards = 64 << 10;
      try (NativeBytes in = NativeBytes.allocate(rgba.length);
          NativeBytes out = NativeBytes.allocate(JpegCodec.worstSize(PIXELS) + guards)) {
        in.buffer().put(rgba);
        ByteBuffer guarded = out.buffer();
        for (int i = JpegCodec.worstSize(PIXELS); i < guarded.capacity(); i++) {
          guarded.put(i, GUARD);
        }
        codec.encode(
            in.buffer(), PIXELS, 100, guarded.duplicate().limit(JpegCodec.worstSize(PIXELS)));
        for (int i = JpegCodec.worstSize(PIXELS); i < guarded.capacity(); i++) {
          assertEquals(GUARD, guarded.get(i), "byte " + i);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("codecs")
  void tooLittleRoomIsRefusedBeforeAnythingIsWritten(JpegCodec codec) {
    ByteBuffer to = ByteBuffer.allocateDirect(JpegCodec.worstSize(PIXELS) - 1);
    ByteBuffer rgba = ByteBuffer.allocateDirect(PIXELS * PIXELS * 4);
    assertThrows(IllegalArgumentException.class, () -> codec.encode(rgba, PIXELS, 100, to));
    assertEquals(0, to.position());
  }

  /** The header does not travel: who changes it changes what every stored and sent tile means. */
  @Test
  void theHeaderThatNeverTravelsBelongsToTheFormat() {
    var digest = Fingerprint.newDigest();
    JpegHeader.of(256, 95).addTo(digest);
    assertEquals(
        "format 2, a9eaac476dfa",
        "format %d, %s".formatted(Recipe.FORMAT_VERSION, Fingerprint.ofDigest(digest.digest())));
  }

  private static Bytes scanOf(JpegCodec codec, Bytes picture, int quality) {
    try (NativeBytes rgba = NativeBytes.allocate(picture.size());
        NativeBytes file = NativeBytes.allocate(JpegCodec.worstSize(PIXELS))) {
      rgba.buffer().put(picture.asBuffer());
      ByteBuffer to = file.buffer();
      codec.encode(rgba.buffer(), PIXELS, quality, to);
      return JpegHeader.strip(to.flip(), PIXELS, quality);
    }
  }

  private static Bytes decode(JpegCodec codec, Bytes scan, int quality)
      throws MalformedTileException {
    try (NativeBytes file = NativeBytes.allocate(scan.size() + 1000);
        NativeBytes rgba = NativeBytes.allocate(PIXELS * PIXELS * 4)) {
      ByteBuffer jpeg = file.buffer();
      JpegHeader.join(PIXELS, quality, scan, jpeg);
      codec.decode(jpeg.flip(), PIXELS, rgba.buffer());
      return Bytes.copyOf(rgba.buffer());
    }
  }

  private static Bytes picture() {
    byte[] rgba = new byte[PIXELS * PIXELS * 4];
    for (int y = 0; y < PIXELS; y++) {
      for (int x = 0; x < PIXELS; x++) {
        int at = 4 * (y * PIXELS + x);
        rgba[at] = (byte) x;
        rgba[at + 1] = (byte) y;
        rgba[at + 2] = (byte) (128 + 100 * Math.sin(0.1 * x) * Math.cos(0.07 * y));
        rgba[at + 3] = (byte) 255;
      }
    }
    return Bytes.wrap(rgba);
  }

  private static double meanError(Bytes a, Bytes b) {
    long sum = 0;
    for (int i = 0; i < a.size(); i++) {
      sum += Math.abs((a.get(i) & 255) - (b.get(i) & 255));
    }
    return (double) sum / a.size();
  }
}
