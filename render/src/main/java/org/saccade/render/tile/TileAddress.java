package org.saccade.render.tile;

/**
 * A tile's address inside one (scene, recipe), packed into a {@code long} so that the frame path
 * never allocates. From the highest bit: shell 1, surface 1, face 3, level 3, x 7, y 7, cell x, y
 * and z 14 bits each (signed). Any thread; no state.
 *
 * <p>Level L has 2^L x 2^L tiles a face; (0, 0) is the top left one. Equal prefixes mean equal
 * places, so sorting addresses groups them by shell, surface, face and level.
 */
public final class TileAddress {
  /** The finest level that an address can name. */
  public static final int MAX_LEVEL = 7;

  /** Cell coordinates are -CELL_LIMIT .. CELL_LIMIT - 1. */
  public static final int CELL_LIMIT = 1 << 13;

  private static final int CELL_BITS = 14;
  private static final int CELL_MASK = (1 << CELL_BITS) - 1;
  private static final int SHELL_SHIFT = 63;
  private static final int SURFACE_SHIFT = 62;
  private static final int FACE_SHIFT = 59;
  private static final int LEVEL_SHIFT = 56;
  private static final int X_SHIFT = 49;
  private static final int Y_SHIFT = 42;
  private static final long PLACE_MASK = (1L << FACE_SHIFT) - (1L << Y_SHIFT);
  private static final long ALL_CELL_BITS = (1L << Y_SHIFT) - 1;

  private TileAddress() {}

  /** Packs an address; throws {@link IllegalArgumentException} when a part is out of range. */
  @SuppressWarnings("checkstyle:ParameterNumber") // the nine parts of an address, packed once here
  public static long of(
      Shell shell,
      int cellX,
      int cellY,
      int cellZ,
      Surface surface,
      Face face,
      int level,
      int x,
      int y) {
    requirePlace(level, x, y);
    return ((long) shell.code() << SHELL_SHIFT)
        | ((long) surface.code() << SURFACE_SHIFT)
        | ((long) face.code() << FACE_SHIFT)
        | ((long) level << LEVEL_SHIFT)
        | ((long) x << X_SHIFT)
        | ((long) y << Y_SHIFT)
        | cellBits(cellX, cellY, cellZ);
  }

  /** Packs an address whose cell is {@code cell}; its size is the recipe's, so it is not packed. */
  public static long of(
      Shell shell, Cell cell, Surface surface, Face face, int level, int x, int y) {
    return of(shell, cell.x(), cell.y(), cell.z(), surface, face, level, x, y);
  }

  /** True when the bits name a tile that can exist: hostile longs may not. */
  public static boolean isValid(long address) {
    int tiles = 1 << level(address);
    return faceCode(address) < Face.COUNT && x(address) < tiles && y(address) < tiles;
  }

  /**
   * Spreads addresses over tables whose sizes are powers of two: its low bits depend on all of the
   * address. Tiles of one cell differ in the upper third alone, which a product's bits below do not
   * feel; so that is folded down first.
   */
  public static int hash(long address) {
    return (int) (((address ^ (address >>> 32)) * 0x9E37_79B9_7F4A_7C15L) >>> 32);
  }

  public static Shell shell(long address) {
    return Shell.of((int) (address >>> SHELL_SHIFT));
  }

  public static Surface surface(long address) {
    return Surface.of((int) (address >>> SURFACE_SHIFT));
  }

  public static Face face(long address) {
    return Face.of(faceCode(address));
  }

  public static int level(long address) {
    return (int) (address >>> LEVEL_SHIFT) & 7;
  }

  public static int x(long address) {
    return (int) (address >>> X_SHIFT) & 127;
  }

  public static int y(long address) {
    return (int) (address >>> Y_SHIFT) & 127;
  }

  public static int cellX(long address) {
    return signed(address >>> (2 * CELL_BITS));
  }

  public static int cellY(long address) {
    return signed(address >>> CELL_BITS);
  }

  public static int cellZ(long address) {
    return signed(address);
  }

  /** The cell; its size comes from the recipe. Allocates. */
  public static Cell cell(long address, Recipe recipe) {
    return new Cell(
        recipe.cellLog2(shell(address)), cellX(address), cellY(address), cellZ(address));
  }

  /** The tile one level coarser that covers this one. */
  public static long parent(long address) {
    int level = level(address);
    if (level == 0) {
      throw new IllegalArgumentException(
          "parent(%s): a tile of level 0 has no parent; ask for level 1 or finer"
              .formatted(describe(address)));
    }
    return withPlace(address, level - 1, x(address) >> 1, y(address) >> 1);
  }

  /** The ancestor at {@code level}, which is at most the tile's own (then: the tile itself). */
  public static long ancestor(long address, int level) {
    int up = level(address) - level;
    if (up < 0 || level < 0) {
      throw new IllegalArgumentException(
          "ancestor(%s, %d): expected a level of 0..%d"
              .formatted(describe(address), level, level(address)));
    }
    return withPlace(address, level, x(address) >> up, y(address) >> up);
  }

  /**
   * One of the four tiles one level finer; {@code quadrant} = (x &amp; 1) | (y &amp; 1) &lt;&lt; 1.
   */
  public static long child(long address, int quadrant) {
    int level = level(address);
    if (level == MAX_LEVEL || quadrant < 0 || quadrant > 3) {
      throw new IllegalArgumentException(
          "child(%s, %d): expected a level below %d and a quadrant of 0..3"
              .formatted(describe(address), quadrant, MAX_LEVEL));
    }
    return withPlace(
        address, level + 1, x(address) * 2 + (quadrant & 1), y(address) * 2 + (quadrant >> 1));
  }

  /** The same tile of the other or the same surface. */
  public static long withSurface(long address, Surface surface) {
    return (address & ~(1L << SURFACE_SHIFT)) | ((long) surface.code() << SURFACE_SHIFT);
  }

  /** The tile at the same place of another cell. */
  public static long withCell(long address, int cellX, int cellY, int cellZ) {
    return (address & ~ALL_CELL_BITS) | cellBits(cellX, cellY, cellZ);
  }

  /** The tile at another place of the same face, surface and cell. */
  public static long withPlace(long address, int level, int x, int y) {
    requirePlace(level, x, y);
    return (address & ~PLACE_MASK)
        | ((long) level << LEVEL_SHIFT)
        | ((long) x << X_SHIFT)
        | ((long) y << Y_SHIFT);
  }

  /** For people and logs: {@code FAR (1, 0, -2) FIRST NEGATIVE_Z 2/1,3}. */
  public static String describe(long address) {
    int code = faceCode(address);
    String face = code < Face.COUNT ? Face.of(code).name() : "face " + code;
    return "%s (%d, %d, %d) %s %s %d/%d,%d"
        .formatted(
            shell(address),
            cellX(address),
            cellY(address),
            cellZ(address),
            surface(address),
            face,
            level(address),
            x(address),
            y(address));
  }

  private static int faceCode(long address) {
    return (int) (address >>> FACE_SHIFT) & 7;
  }

  private static int signed(long bits) {
    return ((int) bits << (32 - CELL_BITS)) >> (32 - CELL_BITS);
  }

  private static void requirePlace(int level, int x, int y) {
    if (level < 0 || level > MAX_LEVEL || (x | y) < 0 || x >> level != 0 || y >> level != 0) {
      throw new IllegalArgumentException(
          "tile %d/%d,%d: expected a level of 0..%d and x, y of 0..2^level-1"
              .formatted(level, x, y, MAX_LEVEL));
    }
  }

  private static long cellBits(int x, int y, int z) {
    return (cellPart(x) << (2 * CELL_BITS)) | (cellPart(y) << CELL_BITS) | cellPart(z);
  }

  private static long cellPart(int value) {
    if (value < -CELL_LIMIT || value >= CELL_LIMIT) {
      throw new IllegalArgumentException(
          "cell coordinate %d: expected %d..%d; the eye is too far from the scene's origin"
              .formatted(value, -CELL_LIMIT, CELL_LIMIT - 1));
    }
    return value & CELL_MASK;
  }
}
