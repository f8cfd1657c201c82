package org.saccade.render.pass;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.saccade.render.scene.Aabb;
import org.saccade.render.tile.Floats;
import org.saccade.render.tile.Ints;

/**
 * Orders a mesh's triangles in space and cuts them into chunks, by halving along the longest axis
 * until a part is small.
 */
final class ChunkSplitter {
  /** Small enough to cull and sort well, large enough that a draw costs little beside it. */
  private static final int MOST_TRIANGLES = 1024;

  private final float[] positions;
  private final int[] indices;
  private final long[] order;
  private final List<int[]> ranges = new ArrayList<>();

  private ChunkSplitter(Floats positions, Ints indices) {
    this.positions = positions.toArray();
    this.indices = indices.toArray();
    order = new long[indices.size() / 3];
    Arrays.setAll(order, i -> i);
    split(0, order.length);
  }

  /** The triangles of these vertices in chunks. */
  static ChunkedTriangles split(Floats positions, Ints indices) {
    var splitter = new ChunkSplitter(positions, indices);
    int[] ordered = new int[3 * splitter.order.length];
    Arrays.setAll(ordered, i -> splitter.index(i / 3, i % 3));
    var parts = new ArrayList<ChunkedTriangles.Part>();
    for (int[] range : splitter.ranges) {
      parts.add(
          new ChunkedTriangles.Part(
              3 * range[0], 3 * (range[1] - range[0]), splitter.bounds(range[0], range[1])));
    }
    return new ChunkedTriangles(Ints.wrap(ordered), List.copyOf(parts));
  }

  /** Vertex index {@code corner} (0..2) of the triangle at {@code place} in the new order. */
  private int index(int place, int corner) {
    return indices[3 * (int) order[place] + corner];
  }

  private Aabb bounds(int from, int to) {
    float[] box = emptyBox();
    for (int i = from; i < to; i++) {
      for (int corner = 0; corner < 3; corner++) {
        for (int axis = 0; axis < 3; axis++) {
          grow(box, axis, positions[3 * index(i, corner) + axis]);
        }
      }
    }
    return new Aabb(box[0], box[1], box[2], box[3], box[4], box[5]);
  }

  private void split(int from, int to) {
    if (to - from <= MOST_TRIANGLES) {
      if (to > from) {
        ranges.add(new int[] {from, to});
      }
      return;
    }
    int axis = longestAxis(from, to);
    for (int i = from; i < to; i++) {
      order[i] = sortable(centre((int) order[i], axis)) << 32 | (order[i] & 0xffffffffL);
    }
    Arrays.sort(order, from, to);
    for (int i = from; i < to; i++) {
      order[i] &= 0xffffffffL;
    }
    int middle = (from + to) >>> 1;
    split(from, middle);
    split(middle, to);
  }

  private int longestAxis(int from, int to) {
    float[] box = emptyBox();
    for (int i = from; i < to; i++) {
      for (int axis = 0; axis < 3; axis++) {
        grow(box, axis, centre((int) order[i], axis));
      }
    }
    int longest = 0;
    for (int axis = 1; axis < 3; axis++) {
      if (box[axis + 3] - box[axis] > box[longest + 3] - box[longest]) {
        longest = axis;
      }
    }
    return longest;
  }

  private float centre(int triangle, int axis) {
    return positions[3 * indices[3 * triangle] + axis]
        + positions[3 * indices[3 * triangle + 1] + axis]
        + positions[3 * indices[3 * triangle + 2] + axis];
  }

  private static long sortable(float value) {
    int bits = Float.floatToIntBits(value);
    return bits ^ (bits >> 31 & 0x7fffffff);
  }

  private static float[] emptyBox() {
    float big = Float.POSITIVE_INFINITY;
    return new float[] {big, big, big, -big, -big, -big};
  }

  private static void grow(float[] box, int axis, float value) {
    box[axis] = Math.min(box[axis], value);
    box[axis + 3] = Math.max(box[axis + 3], value);
  }
}
