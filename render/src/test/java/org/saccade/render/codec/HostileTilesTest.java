package org.saccade.render.codec;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32C;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.lwjgl.util.zstd.Zstd;
import org.saccade.render.tile.Bytes;
import org.saccade.render.tile.Face;
import org.saccade.render.tile.Recipe;
import org.saccade.render.tile.Shell;

/** Whatever arrives: a drawable tile or a {@link MalformedTileException}, and nothing else. */
final class HostileTilesTest {
  private static final Recipe RECIPE = SyntheticTiles.RECIPE;
  private static final long ADDRESS = SyntheticTiles.address(Face.NEGATIVE_Z, 1, 0, 1);
  private static final List<TileDecoder> DECODERS =
      List.of(new TileDecoder(JpegCodec.best()), new TileDecoder(JpegCodec.bundled()));
  private static final Bytes GOOD = good();

  @Property(tries = 300)
  void oneChangedBitIsFoundByTheChecksum(@ForAll @IntRange(max = 1 << 30) int where) {
    byte[] bytes = GOOD.toArray();
    bytes[(where >>> 3) % bytes.length] ^= (byte) (1 << (where & 7));
    assertThrows(MalformedTileException.class, () -> TileBody.parse(Bytes.wrap(bytes)));
  }

  @Property(tries = 200)
  void aTileCutOffAnywhereIsRefused(@ForAll @IntRange(max = 1 << 30) int length) {
    Bytes cut = GOOD.slice(0, length % GOOD.size());
    assertThrows(MalformedTileException.class, () -> TileBody.parse(cut));
  }

  @Property(tries = 250)
  void changedBytesWithAGoodChecksumNeverCrash(@ForAll long seed) {
    byte[] bytes = changed(GOOD.toArray(), seed, 2);
    withChecksum(bytes);
    decodeOrRefuse(Bytes.wrap(bytes));
  }

  @Property(tries = 250)
  void changedGeometryInsideAGoodFrameNeverCrashes(@ForAll long seed) throws Exception {
    TileBody good = TileBody.parse(GOOD);
    try (ZstdPacker zstd = new ZstdPacker()) {
      byte[] raw = changed(zstd.unpack(good.geometry(), 1 << 20), seed, 0);
      ByteSink sink = new ByteSink();
      for (byte value : raw) {
        sink.put(value);
      }
      decodeOrRefuse(TileBody.of(0, 8, 85, zstd.pack(sink), good.colour()).bytes());
    }
  }

  @Property(tries = 300)
  void anyCoefficientsNeverCrash(@ForAll long seed) throws Exception {
    TileBody good = TileBody.parse(GOOD);
    Bytes colour = Bytes.wrap(changed(good.colour().toArray(), seed, 0));
    decodeOrRefuse(TileBody.of(0, 8, 85, good.geometry(), colour).bytes());
  }

  @Property(tries = 300)
  void anyBytesAtAllAreRefused(@ForAll byte[] bytes) {
    assertThrows(MalformedTileException.class, () -> TileBody.parse(Bytes.wrap(bytes)));
  }

  @Example
  void aFrameThatUnpacksToGigabytesIsRefusedBeforeItDoes() throws Exception {
    ByteBuffer zeros = ByteBuffer.allocateDirect(8 << 20);
    ByteBuffer packed = ByteBuffer.allocateDirect(1 << 20);
    long size = Zstd.ZSTD_compress(packed, zeros, 1);
    Bytes bomb = Bytes.copyOf(packed.slice(0, (int) size));
    TileBody body = TileBody.of(0, 8, 85, bomb, TileBody.parse(GOOD).colour());
    try (TileDecoder decoder = new TileDecoder(JpegCodec.best())) {
      assertThrows(
          MalformedTileException.class, () -> decoder.decode(ADDRESS, body, RECIPE).close());
    }
  }

  @Example
  void tilesOfAnotherSizeOrPlaceAreRefused() throws Exception {
    TileBody body = TileBody.parse(GOOD);
    TileBody large = TileBody.of(0, 9, body.quality(), body.geometry(), body.colour());
    try (TileDecoder decoder = new TileDecoder(JpegCodec.best())) {
      assertThrows(
          MalformedTileException.class, () -> decoder.decode(ADDRESS, large, RECIPE).close());
      assertThrows(MalformedTileException.class, () -> decoder.decode(-1L, body, RECIPE).close());
    }
  }

  private static void decodeOrRefuse(Bytes bytes) {
    for (TileDecoder decoder : DECODERS) {
      try (DecodedTile tile = decoder.decode(ADDRESS, TileBody.parse(bytes), RECIPE)) {
        requireDrawable(tile);
      } catch (MalformedTileException refused) {
        assertTrue(refused.toString().length() > 50, refused.toString());
      }
    }
  }

  private static void requireDrawable(DecodedTile tile) {
    QuadMesh quads = tile.quads();
    int last = -1;
    assertTrue(quads.count() <= 3 * 256, quads.count() + " quads");
    for (int i = 0; i < quads.count(); i++) {
      int end = Math.max(quads.x(i), quads.y(i)) + quads.size(i);
      int order = Morton.of(quads.x(i), quads.y(i));
      float planes = quads.a(i) + quads.b(i) + quads.c(i);
      assertTrue(end <= 256 && order >= last && quads.label(i) <= 3 && Float.isFinite(planes));
      last = order;
    }
  }

  /** Flips, overwrites, removes or doubles some bytes from {@code first} on. */
  private static byte[] changed(byte[] bytes, long seed, int first) {
    Random random = new Random(seed);
    byte[] result = bytes;
    for (int i = random.nextInt(8); i >= 0; i--) {
      int at = first + random.nextInt(Math.max(1, result.length - first));
      switch (random.nextInt(4)) {
        case 0 -> result[at % result.length] ^= (byte) (1 << random.nextInt(8));
        case 1 -> result[at % result.length] = (byte) random.nextInt(256);
        case 2 -> result = Arrays.copyOf(result, Math.max(20, at));
        default -> result = Arrays.copyOf(result, result.length + random.nextInt(30));
      }
    }
    return result;
  }

  /** Repairs length and checksum, as an attacker would. */
  private static void withChecksum(byte[] bytes) {
    ByteBuffer all = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    all.putInt(4, bytes.length);
    CRC32C crc = new CRC32C();
    crc.update(all.slice(0, 8));
    crc.update(all.slice(12, bytes.length - 12));
    all.putInt(8, (int) crc.getValue());
  }

  private static Bytes good() {
    TileImage image = SyntheticTiles.draw(SyntheticTiles.balls(), ADDRESS, true);
    try (TileEncoder encoder = new TileEncoder(JpegCodec.best())) {
      return encoder.encode(image, 1, Shell.NEAR, RECIPE).bytes();
    }
  }
}
