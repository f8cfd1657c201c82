package org.saccade.render.tile;

import java.nio.ByteBuffer;
import org.joml.Vector3dc;

/**
 * All that shapes a tile's look and layout. Chosen by the edge, stated in its manifest; what
 * changes a tile's look changes the recipe's fingerprint, so caches need no invalidation.
 *
 * @param formatVersion the tile body's format, {@link #FORMAT_VERSION}
 * @param tilePixels edge of a tile in texels, a power of two
 * @param maxLevel the finest level, 2^maxLevel tiles a face edge
 * @param nearCellLog2 log2 of a NEAR cell's edge in metres
 * @param farCellLog2 log2 of a FAR cell's edge in metres
 * @param splitRadius half the edge of the split cube round a FAR cell's centre, metres
 * @param jpegQuality of the finest level, 1..100, libjpeg's scale; see {@link #jpegQuality(int)}
 * @param tolerancePixels how far a plane may move a texel at the largest eye offset
 * @param smallestLeaf texels of the smallest quad, where depth layers are told apart; a tile has at
 *     most {@value #MOST_LEAVES_AN_EDGE} an edge
 * @param behindGap how much farther (1/m) the BEHIND surface of NEAR lies at least; see {@link
 *     #behindGap(Shell)}
 * @param exposure factor on scene light before tone mapping
 * @param look digest of lights, sky and baker version
 */
public record Recipe(
    int formatVersion,
    int tilePixels,
    int maxLevel,
    int nearCellLog2,
    int farCellLog2,
    float splitRadius,
    int jpegQuality,
    float tolerancePixels,
    int smallestLeaf,
    float behindGap,
    float exposure,
    Fingerprint look) {

  /**
   * How far outside a cell an eye may stay with its panorama, as a share of the cell's edge: a head
   * that sways at a border must not flip between two panoramas.
   */
  public static final double CELL_MARGIN = 0.1;

  /** The tile body's format that this build writes and reads. */
  public static final int FORMAT_VERSION = 2;

  /**
   * Smallest leaves along a tile's edge: with three depth layers in each, a tile has at most 12,288
   * quads, whose 49,152 vertices 16 bits can still count.
   */
  public static final int MOST_LEAVES_AN_EDGE = 64;

  /** By how much quality falls with every level below the finest. */
  private static final int QUALITY_STEP = 5;

  /** And no lower than this, unless the finest is. */
  private static final int LEAST_QUALITY = 20;

  /** Texels along a face's edge: what a device that bakes can draw and hold. */
  public static final int MOST_FACE_PIXELS = 4096;

  public Recipe {
    require(
        formatVersion == FORMAT_VERSION,
        "formatVersion",
        formatVersion,
        FORMAT_VERSION + "; update the older side");
    require(isPowerOfTwo(tilePixels, 64, 1024), "tilePixels", tilePixels, "64, 128, .. 1024");
    require(
        maxLevel >= 0 && maxLevel <= 4 && tilePixels << maxLevel <= MOST_FACE_PIXELS,
        "maxLevel",
        maxLevel,
        "0..4 and a face of at most %d texels".formatted(MOST_FACE_PIXELS));
    require(nearCellLog2 >= -4 && nearCellLog2 <= 6, "nearCellLog2", nearCellLog2, "-4..6");
    require(farCellLog2 >= nearCellLog2 && farCellLog2 <= 8, "farCellLog2", farCellLog2, "near..8");
    require(splitRadius > 0 && splitRadius <= 1000, "splitRadius", splitRadius, "0..1000 m");
    require(jpegQuality >= 1 && jpegQuality <= 100, "jpegQuality", jpegQuality, "1..100");
    require(
        tolerancePixels >= 0.01f && tolerancePixels <= 64,
        "tolerancePixels",
        tolerancePixels,
        "0.01..64");
    require(
        isPowerOfTwo(smallestLeaf, 8, 32)
            && smallestLeaf <= tilePixels >> maxLevel
            && smallestLeaf >= tilePixels / MOST_LEAVES_AN_EDGE,
        "smallestLeaf",
        smallestLeaf,
        "8, 16 or 32, at most tilePixels >> maxLevel, at least tilePixels / 64");
    require(behindGap > 0 && behindGap <= 1, "behindGap", behindGap, "0..1 1/m");
    require(exposure > 0 && exposure <= 1e6f, "exposure", exposure, "above 0");
  }

  /** The default recipe for a scene's look. */
  public static Recipe standard(float exposure, Fingerprint look) {
    return new Recipe(FORMAT_VERSION, 256, 2, -1, 0, 4f, 95, 1f, 16, 0.02f, exposure, look);
  }

  /** The default recipe with another finest level and JPEG quality. */
  public static Recipe standard(float exposure, Fingerprint look, int maxLevel, int jpegQuality) {
    return new Recipe(
        FORMAT_VERSION, 256, maxLevel, -1, 0, 4f, jpegQuality, 1f, 16, 0.02f, exposure, look);
  }

  /**
   * The quality a level is coded with: coarser levels are looked at from the corner of the eye, and
   * the fewest bytes for what an eye sees are those that halve density and lower quality together.
   */
  public int jpegQuality(int level) {
    return jpegQuality(jpegQuality, maxLevel - level);
  }

  /** The same for a quality of the finest level, so many levels below it. */
  public static int jpegQuality(int finest, int levelsBelow) {
    return Math.max(Math.min(finest, LEAST_QUALITY), finest - QUALITY_STEP * levelsBelow);
  }

  /** The finest level of a face's draft; -1 when there is but one level, which has no draft. */
  public int draftLevel() {
    return maxLevel - 1;
  }

  /** Whether a tile is in its face's draft: one of the first surface, and not the finest level. */
  public boolean isInDraft(long tile) {
    return TileAddress.surface(tile) == Surface.FIRST && TileAddress.level(tile) <= draftLevel();
  }

  /** SHA-256 over all components, big-endian in order of declaration. */
  public Fingerprint fingerprint() {
    ByteBuffer all = ByteBuffer.allocate(11 * 4 + Fingerprint.SIZE);
    all.putInt(formatVersion).putInt(tilePixels).putInt(maxLevel);
    all.putInt(nearCellLog2).putInt(farCellLog2).putFloat(splitRadius);
    all.putInt(jpegQuality).putFloat(tolerancePixels).putInt(smallestLeaf);
    all.putFloat(behindGap).putFloat(exposure);
    look.write(all);
    return Fingerprint.sha256(all.array());
  }

  /** log2 of the shell's cell edge in metres. */
  public int cellLog2(Shell shell) {
    return shell == Shell.NEAR ? nearCellLog2 : farCellLog2;
  }

  /** The cell whose panorama serves an eye at this place, metres. */
  public Cell cellFor(Shell shell, double x, double y, double z) {
    return Cell.containing(cellLog2(shell), x, y, z);
  }

  /** The cell whose panorama serves this eye, metres. */
  public Cell cellFor(Shell shell, Vector3dc eye) {
    return cellFor(shell, eye.x(), eye.y(), eye.z());
  }

  /**
   * How much farther (1/m) the BEHIND surface lies at least. What lies closer behind an edge than
   * this moves by less than a pixel or two against it, wherever the eye is in the cell; larger
   * cells let the eye move more.
   */
  public float behindGap(Shell shell) {
    return Math.scalb(behindGap, nearCellLog2 - cellLog2(shell));
  }

  /** Farthest an eye inside a cell can be from its centre, metres: half the cell's diagonal. */
  public float maxOffset(Shell shell) {
    return (float) (Math.sqrt(3) / 2 * Math.scalb(1.0, cellLog2(shell)));
  }

  /** Farthest an eye can be from the centre of the panorama it is shown, metres. */
  public float farthestOffset(Shell shell) {
    return (float) ((1 + 2 * CELL_MARGIN) * maxOffset(shell));
  }

  /** Distance along a face's axis where the shell's panorama begins, metres. */
  public float nearPlane(Shell shell) {
    return shell == Shell.NEAR ? 0.05f : splitRadius;
  }

  /**
   * Distance along a face's axis where the shell's panorama ends, metres; infinity for FAR.
   *
   * <p>NEAR must reach the split cube's sides from every cell that is drawn with it: those inside
   * the FAR cell, and their neighbours, since the shells change cells at different moments.
   */
  public float farPlane(Shell shell) {
    return shell == Shell.FAR ? Float.POSITIVE_INFINITY : splitRadius + farthestApart();
  }

  /** Farthest along an axis a NEAR cell's centre may lie from the FAR cell's drawn with it, m. */
  public float farthestApart() {
    return (float) (Math.scalb(0.5, farCellLog2) + Math.scalb(1.0, nearCellLog2));
  }

  /** Largest quad of a tile of this level: it never straddles a block of the finest level. */
  public int largestLeaf(int level) {
    return tilePixels >> (maxLevel - level);
  }

  /** How far a plane's inverse depth (1/m) may be off a texel's, at this level. */
  public float tolerance(Shell shell, int level) {
    return tolerancePixels / (maxOffset(shell) * Math.scalb(tilePixels / 2f, level));
  }

  private static boolean isPowerOfTwo(int value, int lowest, int highest) {
    return Integer.bitCount(value) == 1 && value >= lowest && value <= highest;
  }

  private static void require(boolean holds, String name, Number value, String expected) {
    if (!holds) {
      throw new IllegalArgumentException(
          "recipe.%s is %s; expected %s".formatted(name, value, expected));
    }
  }
}
