package org.saccade.render.panorama;

import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.util.Arrays;
import org.saccade.render.codec.TileImage;

/**
 * What one surface of a face looks like: display-referred colour (red in the lowest byte; alpha 0
 * where nothing is, else 255) and inverse depth along the face's axis in 1/m, row 0 at the top.
 * Reused from face to face; belongs to the bake thread.
 */
final class FaceImage {
  static final int OPAQUE = 0xFF000000;

  final int size;
  final int[] rgba;
  final float[] inverseDepth;

  /** Where some eye may see the sky past all that is here. */
  final boolean[] opensSky;

  /** Where something lies behind that is in no tile. */
  final boolean[] hidesMore;

  FaceImage(int size) {
    this.size = size;
    rgba = new int[size * size];
    inverseDepth = new float[size * size];
    opensSky = new boolean[size * size];
    hidesMore = new boolean[size * size];
  }

  boolean isCovered(int index) {
    return rgba[index] != 0;
  }

  void erase(int index) {
    rgba[index] = 0;
    inverseDepth[index] = 0;
  }

  void clear() {
    Arrays.fill(rgba, 0);
    Arrays.fill(inverseDepth, 0);
    Arrays.fill(opensSky, false);
    Arrays.fill(hidesMore, false);
  }

  /**
   * Copies the square that is tile (x, y) of this face.
   *
   * @param colours of the whole face, in place of its own
   */
  void copyTile(int x, int y, int[] colours, TileImage to) {
    int first = y * to.pixels() * size + x * to.pixels();
    to.load(IntBuffer.wrap(colours), FloatBuffer.wrap(inverseDepth), first, size);
    to.loadOpenSky(opensSky, first, size);
  }

  /** Share of texels that show something. */
  double coveredShare() {
    int covered = 0;
    for (int texel : rgba) {
      covered += texel != 0 ? 1 : 0;
    }
    return covered / (double) rgba.length;
  }
}
