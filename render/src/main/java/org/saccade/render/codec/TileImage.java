package org.saccade.render.codec;

import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.util.Arrays;

/**
 * What the baker saw of one tile: display-referred colour and inverse depth (1/m along the face's
 * axis, 0 at infinity) of every texel, row 0 at the top. A texel whose alpha is 0 is empty: nothing
 * is there. A covered one at infinity is sky, whose colour does not travel: who shows the tile
 * draws the sky. Reused from tile to tile; belongs to the bake thread.
 *
 * <p>Colours are packed as GL reads RGBA8 into ints on a little-endian machine: red in the lowest
 * byte, alpha in the highest.
 */
public final class TileImage {
  private final int pixels;
  private final int[] rgba;
  private final float[] invZ;
  private final boolean[] opensSky;

  /** An empty image of {@code pixels} x {@code pixels} texels. */
  public TileImage(int pixels) {
    this.pixels = pixels;
    this.rgba = new int[pixels * pixels];
    this.invZ = new float[pixels * pixels];
    this.opensSky = new boolean[pixels * pixels];
  }

  /** Texels along an edge. */
  public int pixels() {
    return pixels;
  }

  /** Makes all texels empty. */
  public void clear() {
    Arrays.fill(rgba, 0);
    Arrays.fill(invZ, 0);
    Arrays.fill(opensSky, false);
  }

  /**
   * Copies a square out of larger images. Texel (column, row) comes from index {@code first + row *
   * rowStride + column} of both; a negative stride turns GL's bottom-up rows round.
   */
  public void load(IntBuffer rgbaFrom, FloatBuffer invZFrom, int first, int rowStride) {
    for (int row = 0; row < pixels; row++) {
      rgbaFrom.get(first + row * rowStride, rgba, row * pixels, pixels);
      invZFrom.get(first + row * rowStride, invZ, row * pixels, pixels);
    }
  }

  /**
   * Copies where the sky may come to show behind all that is here, by the same rule as {@link
   * #load}.
   */
  public void loadOpenSky(boolean[] from, int first, int rowStride) {
    for (int row = 0; row < pixels; row++) {
      System.arraycopy(from, first + row * rowStride, opensSky, row * pixels, pixels);
    }
  }

  /** Says that the sky may come to show behind a texel. */
  public void openSky(int column, int row) {
    opensSky[row * pixels + column] = true;
  }

  public void set(int column, int row, int rgbaValue, float invZValue) {
    rgba[row * pixels + column] = rgbaValue;
    invZ[row * pixels + column] = invZValue;
  }

  public int rgba(int column, int row) {
    return rgba[row * pixels + column];
  }

  public float invZ(int column, int row) {
    return invZ[row * pixels + column];
  }

  public boolean isCovered(int column, int row) {
    return rgba[row * pixels + column] >>> 24 != 0;
  }

  /** Whether the sky may come to show behind a texel, row by row from the top; live. */
  boolean[] opensSkyArray() {
    return opensSky;
  }

  /** Whether a texel has a colour of its own: covered, and not sky. */
  boolean isSolid(int index) {
    return (rgba[index] & 0xFF000000) != 0 && invZ[index] != 0;
  }

  /** Whether a texel is sky. */
  boolean isSky(int index) {
    return (rgba[index] & 0xFF000000) != 0 && invZ[index] == 0;
  }

  /** The live colours, row by row from the top. */
  int[] rgbaArray() {
    return rgba;
  }

  /** The live inverse depths, row by row from the top. */
  float[] invZArray() {
    return invZ;
  }
}
