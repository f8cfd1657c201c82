package org.saccade.render.scene;

import java.util.Arrays;

/**
 * Finds the boxes that overlap a box. Items are sorted along a Morton curve and packed in groups of
 * eight, groups of groups and so on; only the groups' boxes are kept, about 3.5 floats an item.
 * Immutable; any thread may search.
 */
final class BoxTree {
  private static final int GROUP = 8;
  private static final int GRID = 1 << 10;

  private final int[] items;
  private final int[] levelStarts;
  private final float[] boxes;

  private BoxTree(int[] items, int[] levelStarts, float[] boxes) {
    this.items = items;
    this.levelStarts = levelStarts;
    this.boxes = boxes;
  }

  /** Writes the box of one item: minimum x, y, z, maximum x, y, z. */
  @FunctionalInterface
  interface Source {
    void box(int item, float[] dest);
  }

  /** Is told of each item whose group overlaps; the item itself may still lie outside. */
  @FunctionalInterface
  interface Visitor {
    void visit(int item);
  }

  /** Sorts and packs items [0, count) that lie in {@code bounds}. */
  static BoxTree of(int count, Aabb bounds, Source source) {
    int[] items = sorted(count, bounds, source);
    int[] starts = levelStarts(count);
    float[] boxes = new float[6 * starts[starts.length - 1]];
    var tree = new BoxTree(items, starts, boxes);
    tree.fillLeaves(source);
    for (int level = 1; level + 1 < starts.length; level++) {
      tree.fillLevel(level);
    }
    return tree;
  }

  /** Visits all items of groups that overlap the box. */
  void search(float[] wanted, Visitor visitor) {
    if (items.length > 0) {
      search(levelStarts.length - 2, 0, wanted, visitor);
    }
  }

  private void search(int level, int group, float[] wanted, Visitor visitor) {
    if (!overlaps(levelStarts[level] + group, wanted)) {
      return;
    }
    int from = group * GROUP;
    if (level == 0) {
      for (int i = from; i < Math.min(from + GROUP, items.length); i++) {
        visitor.visit(items[i]);
      }
      return;
    }
    int below = levelStarts[level] - levelStarts[level - 1];
    for (int child = from; child < Math.min(from + GROUP, below); child++) {
      search(level - 1, child, wanted, visitor);
    }
  }

  private boolean overlaps(int group, float[] wanted) {
    int at = 6 * group;
    return boxes[at] <= wanted[3]
        && boxes[at + 1] <= wanted[4]
        && boxes[at + 2] <= wanted[5]
        && boxes[at + 3] >= wanted[0]
        && boxes[at + 4] >= wanted[1]
        && boxes[at + 5] >= wanted[2];
  }

  private static int[] sorted(int count, Aabb bounds, Source source) {
    long[] keys = new long[count];
    float[] box = new float[6];
    float scaleX = scale(bounds.minX(), bounds.maxX());
    float scaleY = scale(bounds.minY(), bounds.maxY());
    float scaleZ = scale(bounds.minZ(), bounds.maxZ());
    for (int i = 0; i < count; i++) {
      source.box(i, box);
      int x = grid(box[0] + box[3] - 2 * bounds.minX(), scaleX);
      int y = grid(box[1] + box[4] - 2 * bounds.minY(), scaleY);
      int z = grid(box[2] + box[5] - 2 * bounds.minZ(), scaleZ);
      keys[i] = (long) (spread(x) | spread(y) << 1 | spread(z) << 2) << 32 | i;
    }
    Arrays.sort(keys);
    int[] items = new int[count];
    for (int i = 0; i < count; i++) {
      items[i] = (int) keys[i];
    }
    return items;
  }

  private static float scale(float min, float max) {
    return max > min ? GRID / (2 * (max - min)) : 0;
  }

  private static int grid(float twiceOffset, float scale) {
    return Math.clamp((int) (twiceOffset * scale), 0, GRID - 1);
  }

  /** Puts two zeros between the ten bits. */
  private static int spread(int value) {
    int bits = (value | value << 16) & 0x030000FF;
    bits = (bits | bits << 8) & 0x0300F00F;
    bits = (bits | bits << 4) & 0x030C30C3;
    return (bits | bits << 2) & 0x09249249;
  }

  /** Where each level's groups start, finest level first, then the number of all groups. */
  private static int[] levelStarts(int count) {
    int[] starts = new int[13];
    int level = 0;
    int groups = count;
    do {
      groups = (groups + GROUP - 1) / GROUP;
      starts[level + 1] = starts[level] + groups;
      level++;
    } while (groups > 1);
    return Arrays.copyOf(starts, level + 1);
  }

  private void fillLeaves(Source source) {
    float[] box = new float[6];
    for (int group = 0; group < levelStarts[1]; group++) {
      empty(group);
      int end = Math.min((group + 1) * GROUP, items.length);
      for (int i = group * GROUP; i < end; i++) {
        source.box(items[i], box);
        grow(group, box, 0);
      }
    }
  }

  private void fillLevel(int level) {
    int below = levelStarts[level] - levelStarts[level - 1];
    for (int group = 0; group < levelStarts[level + 1] - levelStarts[level]; group++) {
      empty(levelStarts[level] + group);
      int end = Math.min((group + 1) * GROUP, below);
      for (int child = group * GROUP; child < end; child++) {
        grow(levelStarts[level] + group, boxes, 6 * (levelStarts[level - 1] + child));
      }
    }
  }

  private void empty(int group) {
    Arrays.fill(boxes, 6 * group, 6 * group + 3, Float.POSITIVE_INFINITY);
    Arrays.fill(boxes, 6 * group + 3, 6 * group + 6, Float.NEGATIVE_INFINITY);
  }

  private void grow(int group, float[] from, int at) {
    int own = 6 * group;
    for (int i = 0; i < 3; i++) {
      boxes[own + i] = Math.min(boxes[own + i], from[at + i]);
      boxes[own + 3 + i] = Math.max(boxes[own + 3 + i], from[at + 3 + i]);
    }
  }
}
