package org.saccade.render.scene;

import org.saccade.render.tile.Ints;

/** Turns the indices of glTF's triangle modes into three a triangle, keeping the winding. */
final class TriangleIndices {
  static final int TRIANGLES = 4;
  static final int STRIP = 5;
  static final int FAN = 6;

  private TriangleIndices() {}

  /** The list for indices [0, count). */
  static Ints counting(int count) {
    int[] all = new int[count];
    for (int i = 0; i < count; i++) {
      all[i] = i;
    }
    return Ints.wrap(all);
  }

  /** Whole triangles only; a rest of one or two indices is dropped, as glTF says. */
  static Ints of(int mode, Ints from) {
    return switch (mode) {
      case STRIP -> strip(from);
      case FAN -> fan(from);
      default -> from.slice(0, from.size() - from.size() % 3);
    };
  }

  private static Ints strip(Ints from) {
    int[] dest = new int[3 * Math.max(0, from.size() - 2)];
    for (int i = 0; i + 2 < from.size(); i++) {
      int odd = i & 1;
      dest[3 * i] = from.get(i);
      dest[3 * i + 1] = from.get(i + 1 + odd);
      dest[3 * i + 2] = from.get(i + 2 - odd);
    }
    return Ints.wrap(dest);
  }

  private static Ints fan(Ints from) {
    int[] dest = new int[3 * Math.max(0, from.size() - 2)];
    for (int i = 0; i + 2 < from.size(); i++) {
      dest[3 * i] = from.get(i + 1);
      dest[3 * i + 1] = from.get(i + 2);
      dest[3 * i + 2] = from.get(0);
    }
    return Ints.wrap(dest);
  }
}
