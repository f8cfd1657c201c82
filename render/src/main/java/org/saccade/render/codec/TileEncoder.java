package org.saccade.render.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;
import org.saccade.render.tile.Bytes;
import org.saccade.render.tile.Recipe;
import org.saccade.render.tile.Shell;

/** Makes tile bodies out of what the baker saw. One per thread; closed by its owner. */
public final class TileEncoder implements AutoCloseable {
  /** Colours that differ by no more than this in any channel travel as one. */
  private static final int UNIFORM_SPREAD = 2;

  private final JpegCodec jpeg;
  private final GeometryWriter geometry = new GeometryWriter();
  private final ZstdPacker zstd = new ZstdPacker();
  private final NativeScratch rgba = new NativeScratch();
  private final NativeScratch file = new NativeScratch();
  private @Nullable QuadTree tree;
  private @Nullable EmptyFill fill;

  public TileEncoder(JpegCodec jpeg) {
    this.jpeg = jpeg;
  }

  /** Encodes one tile of this level; the image may be reused at once. */
  public TileBody encode(TileImage image, int level, Shell shell, Recipe recipe) {
    if (image.pixels() != recipe.tilePixels() || level < 0 || level > recipe.maxLevel()) {
      throw new IllegalArgumentException(
          "encode(%d texels, level %d): the recipe wants %d texels and a level of 0..%d"
              .formatted(image.pixels(), level, recipe.tilePixels(), recipe.maxLevel()));
    }
    int log2Pixels = Integer.numberOfTrailingZeros(recipe.tilePixels());
    int solid = treeFor(recipe).write(image, level, shell, recipe, geometry);
    if (geometry.quads() == 0) {
      return TileBody.of(TileBody.FLAG_EMPTY, log2Pixels, 0, Bytes.EMPTY, Bytes.EMPTY);
    }
    Bytes quads = zstd.pack(geometry.finish());
    Bytes uniform = uniformColour(image);
    if (!uniform.isEmpty()) {
      return TileBody.of(TileBody.FLAG_UNIFORM, log2Pixels, 0, quads, uniform);
    }
    int area = image.pixels() * image.pixels();
    int[] colours = solid == area ? image.rgbaArray() : fillFor(recipe).fill(image);
    Bytes scan = coefficients(colours, image.pixels(), recipe.jpegQuality(level));
    return TileBody.of(0, log2Pixels, recipe.jpegQuality(level), quads, scan);
  }

  @Override
  public void close() {
    zstd.close();
    rgba.close();
    file.close();
  }

  private QuadTree treeFor(Recipe recipe) {
    QuadTree now = tree;
    if (now == null || !now.fits(recipe)) {
      now = new QuadTree(recipe.tilePixels(), recipe.smallestLeaf());
      tree = now;
    }
    return now;
  }

  private EmptyFill fillFor(Recipe recipe) {
    EmptyFill now = fill;
    if (now == null || !now.fits(recipe.tilePixels())) {
      now = new EmptyFill(recipe.tilePixels());
      fill = now;
    }
    return now;
  }

  private Bytes coefficients(int[] colours, int pixels, int quality) {
    ByteBuffer from = rgba.ofSize(4 * pixels * pixels);
    from.order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().put(colours);
    ByteBuffer to = file.ofSize(JpegCodec.worstSize(pixels));
    jpeg.encode(from, pixels, quality, to);
    return JpegHeader.strip(to.flip(), pixels, quality);
  }

  /** Three bytes when all texels that have a colour look the same or none has, else nothing. */
  private static Bytes uniformColour(TileImage image) {
    int lowRed = 255;
    int lowGreen = 255;
    int lowBlue = 255;
    int highRed = 0;
    int highGreen = 0;
    int highBlue = 0;
    int[] rgba = image.rgbaArray();
    for (int i = 0; i < rgba.length; i++) {
      if (!image.isSolid(i)) {
        continue;
      }
      int texel = rgba[i];
      lowRed = Math.min(lowRed, texel & 255);
      lowGreen = Math.min(lowGreen, (texel >> 8) & 255);
      lowBlue = Math.min(lowBlue, (texel >> 16) & 255);
      highRed = Math.max(highRed, texel & 255);
      highGreen = Math.max(highGreen, (texel >> 8) & 255);
      highBlue = Math.max(highBlue, (texel >> 16) & 255);
      int spread = Math.max(highRed - lowRed, Math.max(highGreen - lowGreen, highBlue - lowBlue));
      if (spread > UNIFORM_SPREAD) {
        return Bytes.EMPTY;
      }
    }
    return Bytes.wrap(
        (byte) ((lowRed + highRed) / 2),
        (byte) ((lowGreen + highGreen) / 2),
        (byte) ((lowBlue + highBlue) / 2));
  }
}
