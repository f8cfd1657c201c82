package org.saccade.render.pass;

import java.util.Arrays;

/**
 * Square cells of a screen, of which some are marked: those that convex shapes touch. Pixels count
 * from the lower left. Reused; allocates nothing once it has grown. Pure; any one thread.
 */
final class ScreenCells {
  private static final int SMALLEST_CELL = 16;

  /** Larger screens get larger cells, so that there are never many. */
  private static final int MOST_ROWS = 64;

  private boolean hasMarked;
  private int width = 1;
  private int height = 1;
  private int cell = SMALLEST_CELL;
  private int columns = 1;
  private int rows = 1;
  private boolean[] marked = new boolean[1];
  private double[] left = new double[1];
  private double[] right = new double[1];

  /** Begins anew, with nothing marked. */
  void clear(int newWidth, int newHeight) {
    width = newWidth;
    height = newHeight;
    cell = Math.max(SMALLEST_CELL, (newHeight + MOST_ROWS - 1) / MOST_ROWS);
    columns = (width + cell - 1) / cell;
    rows = (height + cell - 1) / cell;
    if (marked.length < columns * rows) {
      marked = new boolean[columns * rows];
    }
    if (left.length < rows) {
      left = new double[rows];
      right = new double[rows];
    }
    Arrays.fill(marked, 0, columns * rows, false);
    hasMarked = false;
    beginShape();
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  private void beginShape() {
    Arrays.fill(left, 0, rows, Double.POSITIVE_INFINITY);
    Arrays.fill(right, 0, rows, Double.NEGATIVE_INFINITY);
  }

  /** Adds a piece of the outline of the shape at hand, or any line inside it; pixels. */
  void edge(double fromX, double fromY, double toX, double toY) {
    boolean isUp = fromY <= toY;
    double lowX = isUp ? fromX : toX;
    double lowY = isUp ? fromY : toY;
    double highX = isUp ? toX : fromX;
    double highY = isUp ? toY : fromY;
    if (!(highY >= 0 && lowY <= height)) {
      return;
    }
    int first = Math.clamp((long) Math.floor(lowY / cell), 0, rows - 1);
    int last = Math.clamp((long) Math.floor(highY / cell), 0, rows - 1);
    double slope = highY > lowY ? (highX - lowX) / (highY - lowY) : 0;
    for (int row = first; row <= last; row++) {
      double bottom = Math.max(lowY, (double) row * cell);
      double top = Math.min(highY, (row + 1.0) * cell);
      grow(row, bottom <= lowY ? lowX : lowX + slope * (bottom - lowY));
      grow(row, top >= highY ? highX : lowX + slope * (top - lowY));
    }
  }

  private void grow(int row, double x) {
    left[row] = Math.min(left[row], x);
    right[row] = Math.max(right[row], x);
  }

  /** Marks what the convex shape touches whose outline was added, and begins the next one. */
  void endShape() {
    for (int row = 0; row < rows; row++) {
      if (right[row] >= 0 && left[row] <= width) {
        int first = Math.clamp((long) Math.floor(left[row] / cell), 0, columns - 1);
        int last = Math.clamp((long) Math.floor(right[row] / cell), 0, columns - 1);
        Arrays.fill(marked, row * columns + first, row * columns + last + 1, true);
        hasMarked = true;
      }
    }
    beginShape();
  }

  /** Marks all of the screen. */
  void markAll() {
    Arrays.fill(marked, 0, columns * rows, true);
    hasMarked = true;
  }

  /** Whether any cell is marked. */
  boolean hasMarked() {
    return hasMarked;
  }

  /** Whether the cell of a pixel on the screen is marked. */
  boolean isMarked(int x, int y) {
    return marked[y / cell * columns + x / cell];
  }

  /** Takes marked cells that lie side by side, in normalised device coordinates. */
  @FunctionalInterface
  interface Taker {
    void take(float left, float bottom, float right, float top);
  }

  /** Gives all marked cells, each once. */
  void forEachRun(Taker taker) {
    for (int row = 0; row < rows; row++) {
      int from = -1;
      for (int column = 0; column <= columns; column++) {
        boolean isIn = column < columns && marked[row * columns + column];
        if (isIn && from < 0) {
          from = column;
        } else if (!isIn && from >= 0) {
          taker.take(
              device(from, width),
              device(row, height),
              device(column, width),
              device(row + 1, height));
          from = -1;
        }
      }
    }
  }

  private float device(int cells, int size) {
    return 2f * Math.min(cells * cell, size) / size - 1;
  }
}
