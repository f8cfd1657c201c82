package org.saccade.render.codec;

import org.saccade.render.tile.Bytes;
import org.saccade.render.tile.Recipe;
import org.saccade.render.tile.Shell;

/** Makes tile bodies out of what the baker saw. One per thread; closed by its owner. */
public final class TileEncoder implements AutoCloseable {
  private final JpegCodec jpeg;

  public TileEncoder(JpegCodec jpeg) {
    this.jpeg = jpeg;
  }

  /** Encodes one tile of this level; the image may be reused at once. */
  public TileBody encode(TileImage image, int level, Shell shell, Recipe recipe) {
    if (image.pixels() > 0 && level >= 0) {
      throw new UnsupportedOperationException(
          "being written: %s %s %s".formatted(shell, recipe, jpeg.name()));
    }
    return TileBody.of(TileBody.FLAG_EMPTY, 8, 0, Bytes.EMPTY, Bytes.EMPTY);
  }

  @Override
  public void close() {}
}
