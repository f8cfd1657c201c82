package org.saccade.render.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;
import org.saccade.render.tile.Bytes;
import org.saccade.render.tile.Fingerprint;

/**
 * An encoded tile. Immutable; any thread.
 *
 * <p>Layout, little-endian: version u8, flags u8, log2 of the tile's pixels u8, JPEG quality u8,
 * length of the whole u32, CRC-32C u32 of all other bytes, length of the geometry u32; then the
 * geometry (one zstd frame, see {@link GeometryWriter}) and the colour (nothing when EMPTY, three
 * bytes RGB when UNIFORM, else the entropy-coded data of a JPEG, see {@link JpegHeader}).
 */
public final class TileBody {
  static final int HEADER = 16;
  static final int VERSION = 1;
  static final int FLAG_EMPTY = 1;
  static final int FLAG_UNIFORM = 2;

  /** No tile is larger than this, whatever its content. */
  public static final int MAX_SIZE = 1 << 20;

  /** A tile of so many texels along an edge that shows nothing; a power of two. */
  public static TileBody empty(int tilePixels) {
    int log2 = Integer.numberOfTrailingZeros(tilePixels);
    return log2 == EMPTY.log2Pixels() ? EMPTY : of(FLAG_EMPTY, log2, 0, Bytes.EMPTY, Bytes.EMPTY);
  }

  /** A tile of 256 x 256 texels that shows nothing. */
  public static final TileBody EMPTY = of(FLAG_EMPTY, 8, 0, Bytes.EMPTY, Bytes.EMPTY);

  private final Bytes bytes;
  private final int geometrySize;

  private TileBody(Bytes bytes, int geometrySize) {
    this.bytes = bytes;
    this.geometrySize = geometrySize;
  }

  /** Checks version, lengths and checksum; the content is checked by {@link TileDecoder}. */
  public static TileBody parse(Bytes bytes) throws MalformedTileException {
    require(bytes.size() >= HEADER && bytes.size() <= MAX_SIZE, "bytes in all", bytes.size());
    require(bytes.get(0) == VERSION, "version", bytes.get(0));
    ByteBuffer header = bytes.asBuffer().order(ByteOrder.LITTLE_ENDIAN);
    require(header.getInt(4) == bytes.size(), "length field", header.getInt(4));
    int geometry = header.getInt(12);
    require(geometry >= 0 && geometry <= bytes.size() - HEADER, "bytes of geometry", geometry);
    int flags = header.get(1);
    int colour = bytes.size() - HEADER - geometry;
    require((flags & ~(FLAG_EMPTY | FLAG_UNIFORM)) == 0, "flags", flags);
    require((flags & FLAG_EMPTY) == 0 || geometry + colour == 0, "bytes in an EMPTY tile", colour);
    require((flags & FLAG_UNIFORM) == 0 || colour == 3, "bytes of UNIFORM colour", colour);
    require(header.getInt(8) == checksum(bytes), "checksum", header.getInt(8));
    return new TileBody(bytes, geometry);
  }

  /** Joins parts that this build made. */
  static TileBody of(int flags, int log2Pixels, int quality, Bytes geometry, Bytes colour) {
    int size = HEADER + geometry.size() + colour.size();
    if (size > MAX_SIZE) {
      throw new IllegalArgumentException(
          "a tile of %d bytes; the limit is %d: lower recipe.jpegQuality"
              .formatted(size, MAX_SIZE));
    }
    ByteBuffer all = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    all.put((byte) VERSION).put((byte) flags).put((byte) log2Pixels).put((byte) quality);
    all.putInt(size).putInt(0).putInt(geometry.size());
    all.put(geometry.asBuffer()).put(colour.asBuffer());
    Bytes bytes = Bytes.wrap(all.array());
    all.putInt(8, checksum(bytes));
    return new TileBody(bytes, geometry.size());
  }

  /** Everything, as it travels and is stored. */
  public Bytes bytes() {
    return bytes;
  }

  /** How many of the bytes say where the surfaces lie, not what colour they have. */
  public int geometryBytes() {
    return geometrySize;
  }

  /** True when the tile shows nothing at all. */
  public boolean isEmpty() {
    return (bytes.get(1) & FLAG_EMPTY) != 0;
  }

  /** The first eight bytes of the SHA-256 over all bytes; fragments of one hash belong together. */
  public long contentHash() {
    return contentHash(bytes);
  }

  /** The same of bytes that may be no tile. */
  public static long contentHash(Bytes bytes) {
    var digest = Fingerprint.newDigest();
    bytes.addTo(digest);
    return Fingerprint.ofDigest(digest.digest()).a();
  }

  @Override
  public String toString() {
    return "tile body of " + bytes;
  }

  boolean isUniform() {
    return (bytes.get(1) & FLAG_UNIFORM) != 0;
  }

  int log2Pixels() {
    return bytes.get(2);
  }

  int quality() {
    return bytes.get(3);
  }

  Bytes geometry() {
    return bytes.slice(HEADER, HEADER + geometrySize);
  }

  Bytes colour() {
    return bytes.slice(HEADER + geometrySize, bytes.size());
  }

  private static int checksum(Bytes all) {
    CRC32C crc = new CRC32C();
    all.slice(0, 8).addTo(crc);
    all.slice(12, all.size()).addTo(crc);
    return (int) crc.getValue();
  }

  private static void require(boolean holds, String what, int found) throws MalformedTileException {
    if (!holds) {
      throw new MalformedTileException("not a tile body: %s is %d".formatted(what, found));
    }
  }
}
