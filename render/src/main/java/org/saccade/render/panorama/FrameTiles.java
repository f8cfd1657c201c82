package org.saccade.render.panorama;

import java.util.Arrays;
import org.joml.Matrix4f;
import org.joml.Matrix4fc;
import org.joml.Vector3dc;
import org.joml.Vector3fc;
import org.jspecify.annotations.Nullable;
import org.saccade.render.pass.DrawView;
import org.saccade.render.tile.Cell;
import org.saccade.render.tile.CubeGeometry;
import org.saccade.render.tile.Face;
import org.saccade.render.tile.Recipe;
import org.saccade.render.tile.Shell;
import org.saccade.render.tile.Surface;
import org.saccade.render.tile.TileAddress;
import org.saccade.render.tile.TileDrawList;

/**
 * What of a draw list is resident and may be in view, grouped by cell: NEAR cells first. Frame
 * thread; reused, so that a frame allocates nothing.
 */
final class FrameTiles {
  private static final int MOST_CELLS = 32;

  private static final long CELL_MASK = (1L << 63) | ((1L << 42) - 1);

  private final Recipe recipe;
  private final TilePool pool;
  private final long[] cells = new long[MOST_CELLS];
  private final Matrix4f[] cellToClip = new Matrix4f[MOST_CELLS];
  private final Matrix4f[] otherCellToClip = new Matrix4f[MOST_CELLS];
  private final Matrix4f rotationToClip = new Matrix4f();
  private final Matrix4f otherRotationToClip = new Matrix4f();
  private int cellCount;

  private int[] slot = new int[512];
  private int[] entry = new int[512];
  private int[] cell = new int[512];
  private boolean[] isBehind = new boolean[512];
  private byte[] eyes = new byte[512];
  private int size;

  FrameTiles(Recipe recipe, TilePool pool) {
    this.recipe = recipe;
    this.pool = pool;
    Arrays.setAll(cellToClip, i -> new Matrix4f());
    Arrays.setAll(otherCellToClip, i -> new Matrix4f());
  }

  /** Takes over what of the list can be seen, by the view or by another eye's if there is one. */
  void gather(DrawView view, @Nullable DrawView other, TileDrawList list) {
    size = 0;
    cellCount = 0;
    rotationToClip.set(view.projection()).mul(view.rotation());
    if (other != null) {
      otherRotationToClip.set(other.projection()).mul(other.rotation());
    }
    for (int i = 0; i < list.size(); i++) {
      int found = pool.find(list.address(i));
      if (found < 0) {
        continue;
      }
      pool.touch(found);
      if (pool.layer(found) < 0) {
        continue;
      }
      int at = cellIndex(list.address(i), view, other);
      int seenBy = at < 0 ? 0 : seenBy(found, list, i, at, other != null);
      if (seenBy != 0) {
        eyes[add(found, i, at, TileAddress.surface(list.address(i)) == Surface.BEHIND)] =
            (byte) seenBy;
      }
    }
  }

  private int seenBy(int foundSlot, TileDrawList list, int i, int cellAt, boolean hasOther) {
    int first = isInView(foundSlot, list, i, cellToClip[cellAt]) ? QuadCalls.FIRST_EYE : 0;
    boolean isOther = hasOther && isInView(foundSlot, list, i, otherCellToClip[cellAt]);
    return isOther ? first | QuadCalls.OTHER_EYE : first;
  }

  private int add(int foundSlot, int listEntry, int cellAt, boolean behind) {
    if (size == slot.length) {
      slot = Arrays.copyOf(slot, 2 * size);
      entry = Arrays.copyOf(entry, 2 * size);
      cell = Arrays.copyOf(cell, 2 * size);
      isBehind = Arrays.copyOf(isBehind, 2 * size);
      eyes = Arrays.copyOf(eyes, 2 * size);
    }
    slot[size] = foundSlot;
    entry[size] = listEntry;
    cell[size] = cellAt;
    isBehind[size] = behind;
    return size++;
  }

  private int cellIndex(long address, DrawView view, @Nullable DrawView other) {
    long key = address & CELL_MASK;
    for (int i = 0; i < cellCount; i++) {
      if (cells[i] == key) {
        return i;
      }
    }
    if (cellCount == MOST_CELLS) {
      return -1;
    }
    cells[cellCount] = key;
    place(cellToClip[cellCount].set(rotationToClip), address, view.eye());
    if (other != null) {
      place(otherCellToClip[cellCount].set(otherRotationToClip), address, other.eye());
    }
    return cellCount++;
  }

  /** Lets a matrix that turns to clip space take points relative to a tile's cell's centre. */
  private void place(Matrix4f toClip, long address, Vector3dc eye) {
    int log2 = recipe.cellLog2(TileAddress.shell(address));
    toClip.translate(
        (float) (Cell.centre(log2, TileAddress.cellX(address)) - eye.x()),
        (float) (Cell.centre(log2, TileAddress.cellY(address)) - eye.y()),
        (float) (Cell.centre(log2, TileAddress.cellZ(address)) - eye.z()));
  }

  /** Whether some point of the part, at any depth its tile has, may lie inside the view's sides. */
  private boolean isInView(int foundSlot, TileDrawList list, int i, Matrix4fc toClip) {
    int level = list.partLevel(i);
    float left = CubeGeometry.uOfTile(level, list.partX(i));
    float top = CubeGeometry.vOfTile(level, list.partY(i));
    float half = CubeGeometry.uOfTile(level, 1) / 2 + 0.5f;
    float u = left + half;
    float v = top - half;
    float margin = half * (1 + 2f / recipe.tilePixels());
    float far = pool.farthest(foundSlot);
    float near = pool.nearest(foundSlot);
    Face face = TileAddress.face(list.address(i));
    for (int side = 0; side < 4; side++) {
      int row = side >> 1;
      float sign = (side & 1) == 0 ? 1 : -1;
      float x = toClip.get(0, 3) + sign * toClip.get(0, row);
      float y = toClip.get(1, 3) + sign * toClip.get(1, row);
      float z = toClip.get(2, 3) + sign * toClip.get(2, row);
      float w = toClip.get(3, 3) + sign * toClip.get(3, row);
      float alongU = dot(face.right(), x, y, z);
      float alongV = dot(face.up(), x, y, z);
      float middle = dot(face.forward(), x, y, z) + u * alongU + v * alongV;
      float most =
          middle + margin * (Math.abs(alongU) + Math.abs(alongV)) + Math.max(w * near, w * far);
      if (most < 0) {
        return false;
      }
    }
    return true;
  }

  private static float dot(Vector3fc axis, float x, float y, float z) {
    return axis.x() * x + axis.y() * y + axis.z() * z;
  }

  /** How many parts are to be drawn. */
  int size() {
    return size;
  }

  int slot(int i) {
    return slot[i];
  }

  /** The part's index in the draw list. */
  int entry(int i) {
    return entry[i];
  }

  int cell(int i) {
    return cell[i];
  }

  /** Bits of {@link QuadCalls}: which eyes may see the part. */
  int eyes(int i) {
    return eyes[i];
  }

  boolean isBehind(int i) {
    return isBehind[i];
  }

  int cellCount() {
    return cellCount;
  }

  /**
   * Nearer to the cell's centre than this along a face's axis, metres, the other shell's tiles show
   * the same; 0 for NEAR and where no NEAR tile is drawn.
   */
  float overlapEnd(int cellAt) {
    boolean isOverlapped = false;
    for (int i = 0; i < cellCount && cellShell(cellAt) == Shell.FAR; i++) {
      isOverlapped |= cellShell(i) == Shell.NEAR;
    }
    return isOverlapped ? recipe.farPlane(Shell.NEAR) + recipe.farthestApart() : 0;
  }

  Shell cellShell(int cellAt) {
    return TileAddress.shell(cells[cellAt]);
  }

  /** Takes a homogeneous point relative to the cell's centre to clip space. */
  Matrix4fc cellToClip(int cellAt) {
    return cellToClip[cellAt];
  }

  /** The same for the other eye. */
  Matrix4fc otherCellToClip(int cellAt) {
    return otherCellToClip[cellAt];
  }

  /** Takes a direction to clip space. */
  Matrix4fc rotationToClip() {
    return rotationToClip;
  }

  /** The same for the other eye. */
  Matrix4fc otherRotationToClip() {
    return otherRotationToClip;
  }

  /** The slot of a cell's coarsest tile of a face, or -1. */
  int skirtSlot(int cellAt, Surface surface, Face face) {
    long cellBits = cells[cellAt];
    long tile =
        TileAddress.of(
            cellShell(cellAt),
            TileAddress.cellX(cellBits),
            TileAddress.cellY(cellBits),
            TileAddress.cellZ(cellBits),
            surface,
            face,
            0,
            0,
            0);
    return pool.find(tile);
  }

  /** The blocks of a part's tile. */
  @Nullable TileBlocks blocks(int i) {
    return pool.blocks(slot[i]);
  }
}
