package org.saccade.render.codec;

/**
 * A tile ready for the GPU. Made on the decode pool, handed over once to the frame thread, closed
 * by whoever uploads or drops it.
 */
public final class DecodedTile implements AutoCloseable {
  private final long address;
  private final NativeBytes rgba;
  private final QuadMesh quads;

  DecodedTile(long address, NativeBytes rgba, QuadMesh quads) {
    this.address = address;
    this.rgba = rgba;
    this.quads = quads;
  }

  /** The packed {@link org.saccade.render.tile.TileAddress}. */
  public long address() {
    return address;
  }

  /** True when the tile has no texel at all: nothing to draw, {@link #rgba} is of no use. */
  public boolean isEmpty() {
    return quads.count() == 0;
  }

  /**
   * tilePixels x tilePixels x 4 bytes, top row first (4 undefined bytes when {@link #isEmpty}).
   * Alpha is the texel's label: 255 in unmasked leaves, 0 where nothing is, 1..3 for the layer that
   * owns it.
   */
  public NativeBytes rgba() {
    return rgba;
  }

  public QuadMesh quads() {
    return quads;
  }

  @Override
  public void close() {
    rgba.close();
  }
}
