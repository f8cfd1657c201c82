package org.saccade.render.codec;

import java.util.Arrays;

/**
 * Gives empty texels, and those of the sky, a colour that costs few bytes and does no harm: next to
 * a surface its colour goes on for a texel (bilinear sampling looks there), the rest of an 8 x 8
 * block takes the block's mean, and a block with nothing the one before it. Scratch, reused.
 */
final class EmptyFill {
  private static final int BLOCK = 8;

  private final int pixels;
  private final int[] filled;
  private final int[] solid;

  EmptyFill(int pixels) {
    this.pixels = pixels;
    this.filled = new int[pixels * pixels];
    this.solid = new int[pixels * pixels];
  }

  boolean fits(int tilePixels) {
    return tilePixels == pixels;
  }

  /** The image's colours with the empty texels filled; valid until the next call. */
  int[] fill(TileImage image) {
    int[] rgba = image.rgbaArray();
    for (int i = 0; i < solid.length; i++) {
      solid[i] = image.isSolid(i) ? rgba[i] : 0;
    }
    System.arraycopy(solid, 0, filled, 0, filled.length);
    for (int y = 0; y < pixels; y++) {
      for (int x = 0; x < pixels; x++) {
        if (isEmpty(solid[y * pixels + x])) {
          filled[y * pixels + x] = fromNeighbours(solid, x, y);
        }
      }
    }
    int before = 0xFF808080;
    for (int y = 0; y < pixels; y += BLOCK) {
      for (int x = 0; x < pixels; x += BLOCK) {
        before = fillBlock(y * pixels + x, before);
      }
    }
    return filled;
  }

  private int fromNeighbours(int[] rgba, int x, int y) {
    int at = y * pixels + x;
    int left = x > 0 ? rgba[at - 1] : 0;
    int right = x < pixels - 1 ? rgba[at + 1] : 0;
    int up = y > 0 ? rgba[at - pixels] : 0;
    int down = y < pixels - 1 ? rgba[at + pixels] : 0;
    if (((left | right | up | down) & 0xFF000000) == 0) {
      return 0;
    }
    int count = one(left) + one(right) + one(up) + one(down);
    int result = 0xFF000000;
    for (int shift = 0; shift < 24; shift += 8) {
      int sum = part(left, shift) + part(right, shift) + part(up, shift) + part(down, shift);
      result |= (sum / count) << shift;
    }
    return result;
  }

  /** Fills what is still empty in a block with its mean; returns that mean. */
  private int fillBlock(int from, int before) {
    int count = 0;
    int red = 0;
    int green = 0;
    int blue = 0;
    for (int row = 0; row < BLOCK; row++) {
      for (int at = from + row * pixels; at < from + row * pixels + BLOCK; at++) {
        int texel = filled[at];
        if (!isEmpty(texel)) {
          count++;
          red += texel & 255;
          green += (texel >> 8) & 255;
          blue += (texel >> 16) & 255;
        }
      }
    }
    int mean =
        count == 0
            ? before
            : 0xFF000000 | ((blue / count) << 16) | ((green / count) << 8) | (red / count);
    for (int row = 0; row < BLOCK && count < BLOCK * BLOCK; row++) {
      int start = from + row * pixels;
      if (count == 0) {
        Arrays.fill(filled, start, start + BLOCK, mean);
        continue;
      }
      for (int at = start; at < start + BLOCK; at++) {
        filled[at] = isEmpty(filled[at]) ? mean : filled[at];
      }
    }
    return mean;
  }

  private static boolean isEmpty(int texel) {
    return (texel & 0xFF000000) == 0;
  }

  private static int one(int texel) {
    return isEmpty(texel) ? 0 : 1;
  }

  private static int part(int texel, int shift) {
    return isEmpty(texel) ? 0 : (texel >> shift) & 255;
  }
}
