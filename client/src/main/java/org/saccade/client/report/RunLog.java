package org.saccade.client.report;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Objects;

/**
 * A run's frames as columns of numbers, all memory taken at the beginning: a row costs nothing but
 * its stores. Frames beyond the capacity are counted and not kept. Frame thread.
 */
public final class RunLog {
  private final EnumMap<Series, float[]> columns = new EnumMap<>(Series.class);
  private final int capacity;
  private int size;
  private long frames;

  /** Room for so many frames. */
  public RunLog(int capacity) {
    this.capacity = capacity;
    for (var series : Series.values()) {
      columns.put(series, new float[capacity]);
    }
  }

  /** Opens the next frame's row. */
  public void nextFrame() {
    frames++;
    size = (int) Math.min(frames, capacity);
  }

  /** Notes a value of the open row. */
  public void set(Series series, double value) {
    if (frames <= capacity) {
      column(series)[size - 1] = (float) value;
    }
  }

  private float[] column(Series series) {
    return Objects.requireNonNull(columns.get(series));
  }

  /** Rows kept. */
  public int size() {
    return size;
  }

  /** A kept value. */
  public float get(Series series, int row) {
    return column(series)[row];
  }

  /**
   * The value not exceeded by the given share (0 to 100) of rows [from, to) with one; NaN for none.
   */
  public double percentile(Series series, double percent, int from, int to) {
    if (from >= to) {
      return Double.NaN;
    }
    var sorted = Arrays.copyOfRange(column(series), from, to);
    Arrays.sort(sorted); // what was not known, NaN, comes last
    int known = sorted.length;
    while (known > 0 && Double.isNaN(sorted[known - 1])) {
      known--;
    }
    int rank = (int) Math.ceil(percent / 100 * known) - 1;
    return known == 0 ? Double.NaN : sorted[Math.clamp(rank, 0, known - 1)];
  }

  /** The value not exceeded by the given share of all rows. */
  public double percentile(Series series, double percent) {
    return percentile(series, percent, 0, size);
  }

  /** The share of rows [from, to) with at least the value; NaN for no rows. */
  public double shareAtLeast(Series series, double least, int from, int to) {
    int hits = 0;
    for (int row = from; row < to; row++) {
      hits += column(series)[row] >= least ? 1 : 0;
    }
    return from >= to ? Double.NaN : (double) hits / (to - from);
  }

  /** The sum over all rows. */
  public double sum(Series series) {
    double sum = 0;
    for (int row = 0; row < size; row++) {
      sum += column(series)[row];
    }
    return sum;
  }

  /** The first row at or after {@code seconds}, or {@link #size}. */
  public int rowAt(double seconds) {
    for (int row = 0; row < size; row++) {
      if (get(Series.SECONDS, row) >= seconds) {
        return row;
      }
    }
    return size;
  }

  /** One series as a JSON array, rounded to four decimals. */
  String json(Series series) {
    var text = new StringBuilder("[");
    for (int row = 0; row < size; row++) {
      if (row > 0) {
        text.append(',');
      }
      append(text, get(series, row));
    }
    return text.append(']').toString();
  }

  private static void append(StringBuilder text, float value) {
    text.append(Float.isFinite(value) ? rounded(value) : "null");
  }

  /** A finite value with at most four decimals. */
  static String rounded(float value) {
    double rounded = Math.rint(value * 1e4) / 1e4;
    return rounded == Math.rint(rounded) && Math.abs(rounded) < 1e9
        ? String.valueOf((long) rounded)
        : String.valueOf(rounded);
  }
}
