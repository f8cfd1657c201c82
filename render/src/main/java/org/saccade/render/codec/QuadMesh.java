package org.saccade.render.codec;

import java.util.Arrays;

/**
 * A tile's geometry: squares of texels, each on the plane {@code invZ(u, v) = a*u + b*v + c} with
 * u, v of the whole face in [-1, 1]. In Morton order of their top left texels (x in the even bits);
 * a leaf of several depth layers is several quads in a row with labels 1..n. Immutable; any thread.
 */
public final class QuadMesh {
  /** No quads. */
  public static final QuadMesh EMPTY = new QuadMesh(1, new Builder());

  private final int tilePixels;
  private final int count;
  private final int[] morton;
  private final short[] size;
  private final byte[] label;
  private final float[] planes;

  private QuadMesh(int tilePixels, Builder from) {
    this.tilePixels = tilePixels;
    this.count = from.count;
    this.morton = Arrays.copyOf(from.morton, count);
    this.size = Arrays.copyOf(from.size, count);
    this.label = Arrays.copyOf(from.label, count);
    this.planes = Arrays.copyOf(from.planes, 3 * count);
  }

  public int count() {
    return count;
  }

  /** Left column inside the tile, texels. */
  public int x(int quad) {
    return Morton.x(morton[quad]);
  }

  /** Top row inside the tile, texels. */
  public int y(int quad) {
    return Morton.y(morton[quad]);
  }

  /** Edge length, texels. */
  public int size(int quad) {
    return size[quad];
  }

  /** 0: the quad owns its whole square; 1..3: only the texels whose alpha is this. */
  public int label(int quad) {
    return label[quad];
  }

  /** Whether the quad is a piece of the sky: at infinity, without a colour, whatever its label. */
  public boolean isSky(int quad) {
    return a(quad) == 0 && b(quad) == 0 && c(quad) == 0;
  }

  public float a(int quad) {
    return planes[3 * quad];
  }

  public float b(int quad) {
    return planes[3 * quad + 1];
  }

  public float c(int quad) {
    return planes[3 * quad + 2];
  }

  /**
   * Index of the first quad of a block. Blocks are relative to this tile: level 0 is all of it,
   * level k has 2^k x 2^k blocks, (0, 0) top left; at most the recipe's maxLevel less the tile's.
   */
  public int firstInBlock(int level, int x, int y) {
    return firstFrom((long) Morton.of(x, y) * blockArea(level));
  }

  /** How many quads a block has; they follow each other. */
  public int countInBlock(int level, int x, int y) {
    return firstFrom((Morton.of(x, y) + 1L) * blockArea(level)) - firstInBlock(level, x, y);
  }

  private long blockArea(int level) {
    long edge = tilePixels >> level;
    return edge * edge;
  }

  private int firstFrom(long key) {
    int low = 0;
    int high = count;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (morton[middle] < key) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Collects quads in Morton order; reused. */
  static final class Builder {
    private int count;
    private int[] morton = new int[256];
    private short[] size = new short[256];
    private byte[] label = new byte[256];
    private float[] planes = new float[3 * 256];

    void clear() {
      count = 0;
    }

    int count() {
      return count;
    }

    void add(int mortonCode, int quadSize, int quadLabel, float a, float b, float c) {
      if (count == morton.length) {
        morton = Arrays.copyOf(morton, 2 * count);
        size = Arrays.copyOf(size, 2 * count);
        label = Arrays.copyOf(label, 2 * count);
        planes = Arrays.copyOf(planes, 6 * count);
      }
      morton[count] = mortonCode;
      size[count] = (short) quadSize;
      label[count] = (byte) quadLabel;
      planes[3 * count] = a;
      planes[3 * count + 1] = b;
      planes[3 * count + 2] = c;
      count++;
    }

    QuadMesh build(int tilePixels) {
      return count == 0 ? EMPTY : new QuadMesh(tilePixels, this);
    }
  }
}
