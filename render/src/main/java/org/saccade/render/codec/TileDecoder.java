package org.saccade.render.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.saccade.render.tile.Bytes;
import org.saccade.render.tile.Recipe;
import org.saccade.render.tile.TileAddress;

/**
 * Makes tile bodies drawable. Thread-safe: scratch memory is pooled, about 200 KB for each thread
 * that decodes at once. Closed by its owner once no decode is under way.
 */
public final class TileDecoder implements AutoCloseable {
  private final JpegCodec jpeg;
  private final ConcurrentLinkedQueue<Scratch> pool = new ConcurrentLinkedQueue<>();

  public TileDecoder(JpegCodec jpeg) {
    this.jpeg = jpeg;
  }

  /** Decodes one tile. The caller owns the result; {@code body} may come from anywhere. */
  public DecodedTile decode(long address, TileBody body, Recipe recipe)
      throws MalformedTileException {
    if (!TileAddress.isValid(address) || TileAddress.level(address) > recipe.maxLevel()) {
      throw new MalformedTileException("no such tile: " + TileAddress.describe(address));
    }
    if (body.log2Pixels() != Integer.numberOfTrailingZeros(recipe.tilePixels())) {
      throw new MalformedTileException(
          "a tile of 2^%d texels; the recipe wants %d"
              .formatted(body.log2Pixels(), recipe.tilePixels()));
    }
    if (body.isEmpty()) {
      return new DecodedTile(address, NativeBytes.allocate(4), QuadMesh.EMPTY);
    }
    Scratch polled = pool.poll();
    Scratch scratch = polled == null ? new Scratch() : polled;
    NativeBytes rgba = NativeBytes.allocate(4 * recipe.tilePixels() * recipe.tilePixels());
    boolean isDone = false;
    try {
      colour(body, recipe, scratch, rgba.buffer());
      QuadMesh quads = geometry(address, body, recipe, scratch, rgba.buffer());
      isDone = true;
      return new DecodedTile(address, rgba, quads);
    } finally {
      if (!isDone) {
        rgba.close();
      }
      pool.add(scratch);
    }
  }

  @Override
  public void close() {
    for (Scratch scratch = pool.poll(); scratch != null; scratch = pool.poll()) {
      scratch.close();
    }
  }

  private void colour(TileBody body, Recipe recipe, Scratch scratch, ByteBuffer rgba)
      throws MalformedTileException {
    Bytes colour = body.colour();
    if (body.isUniform()) {
      int one =
          0xFF000000
              | ((colour.get(2) & 255) << 16)
              | ((colour.get(1) & 255) << 8)
              | (colour.get(0) & 255);
      rgba.order(ByteOrder.LITTLE_ENDIAN);
      for (int at = 0; at < rgba.limit(); at += 4) {
        rgba.putInt(at, one);
      }
      return;
    }
    int quality = body.quality();
    if (quality < 1 || quality > 100) {
      throw new MalformedTileException("JPEG quality %d; expected 1..100".formatted(quality));
    }
    JpegHeader.requireOnlyCoefficients(colour);
    int pixels = recipe.tilePixels();
    ByteBuffer file = scratch.file.ofSize(JpegHeader.joinedSize(pixels, quality, colour));
    JpegHeader.join(pixels, quality, colour, file);
    jpeg.decode(file.flip(), pixels, rgba);
  }

  private static QuadMesh geometry(
      long address, TileBody body, Recipe recipe, Scratch scratch, ByteBuffer rgba)
      throws MalformedTileException {
    int leaves = recipe.tilePixels() / recipe.smallestLeaf();
    int area = recipe.smallestLeaf() * recipe.smallestLeaf();
    int limit = 64 + leaves * leaves * (2 + LeafLayers.MOST * 15 + area / 4);
    byte[] content = scratch.zstd.unpack(body.geometry(), limit);
    scratch.quads.clear();
    var source = new ByteSource(content, 0, content.length);
    new GeometryReader(recipe, address, source, rgba, scratch.quads).read();
    return scratch.quads.build(recipe.tilePixels());
  }

  /** What one decode needs and the next can use again. */
  private static final class Scratch implements AutoCloseable {
    final ZstdPacker zstd = new ZstdPacker();
    final NativeScratch file = new NativeScratch();
    final QuadMesh.Builder quads = new QuadMesh.Builder();

    @Override
    public void close() {
      zstd.close();
      file.close();
    }
  }
}
