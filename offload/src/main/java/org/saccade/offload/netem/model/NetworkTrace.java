package org.saccade.offload.netem.model;

import java.util.List;

/**
 * What a network gives over time. A row holds until the next, the last for ever; a gap of more than
 * a second between rows is an outage.
 */
public final class NetworkTrace {
  /** A longer gap between two rows is an outage. */
  public static final long LONGEST_GAP_NANOS = 1_000_000_000L;

  private static final long LEAST_QUEUE_BYTES = 64 * 1024;
  private static final double QUEUE_SECONDS = 0.3;

  private final String name;
  private final List<Row> rows;

  /**
   * One row.
   *
   * @param startNanos since the trace's start
   * @param downBytesPerSecond towards the device; 0: nothing leaves the queue
   * @param upBytesPerSecond towards the edge
   * @param rttNanos without queueing; each way takes half
   * @param loss share of downlink datagrams lost
   * @param disturbance what else happens to datagrams
   */
  public record Row(
      long startNanos,
      double downBytesPerSecond,
      double upBytesPerSecond,
      long rttNanos,
      double loss,
      Disturbance disturbance) {
    /** A row whose losses are independent and that does nothing else to datagrams. */
    public Row(
        long startNanos,
        double downBytesPerSecond,
        double upBytesPerSecond,
        long rttNanos,
        double loss) {
      this(startNanos, downBytesPerSecond, upBytesPerSecond, rttNanos, loss, Disturbance.NONE);
    }

    public Row {
      if (startNanos < 0
          || rttNanos < 0
          || !(downBytesPerSecond >= 0)
          || !(upBytesPerSecond >= 0)
          || !(loss >= 0 && loss <= 1)) {
        throw new IllegalArgumentException(
            "network row at %d ns: %s B/s down, %s B/s up, rtt %d ns, loss %s; expected 0 or more, loss 0..1"
                .formatted(startNanos, downBytesPerSecond, upBytesPerSecond, rttNanos, loss));
      }
    }

    double bytesPerSecond(Direction direction) {
      return direction == Direction.DOWN ? downBytesPerSecond : upBytesPerSecond;
    }
  }

  /**
   * A trace of rows whose starts rise; the first one's holds from the start.
   *
   * @param name for people
   */
  public NetworkTrace(String name, List<Row> rows) {
    this.name = name;
    this.rows = List.copyOf(rows);
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("network " + name + " has no rows; give one at least");
    }
    for (int i = 1; i < rows.size(); i++) {
      if (rows.get(i).startNanos() <= rows.get(i - 1).startNanos()) {
        throw new IllegalArgumentException(
            "network %s: row %d does not start after the one before".formatted(name, i));
      }
    }
  }

  public String name() {
    return name;
  }

  public List<Row> rows() {
    return rows;
  }

  /** The index of the row that holds at a time. */
  int indexAt(long nanos) {
    int low = 0;
    int high = rows.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) / 2;
      if (rows.get(middle).startNanos() <= nanos) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /** When a row stops holding. */
  long endNanos(int index) {
    return index + 1 < rows.size() ? rows.get(index + 1).startNanos() : Long.MAX_VALUE;
  }

  /** The rate of a row; 0 while it is an outage. */
  double bytesPerSecond(int index, Direction direction) {
    boolean isLast = index + 1 == rows.size();
    boolean isOutage =
        !isLast && endNanos(index) - rows.get(index).startNanos() > LONGEST_GAP_NANOS;
    return isOutage ? 0 : rows.get(index).bytesPerSecond(direction);
  }

  /** Whether nothing leaves towards the device at a time: a row of rate 0 or an outage. */
  public boolean isDownAway(long nanos) {
    return bytesPerSecond(indexAt(nanos), Direction.DOWN) <= 0;
  }

  /** The round trip without queueing at a time. */
  public long rttNanosAt(long nanos) {
    return rows.get(indexAt(nanos)).rttNanos();
  }

  /** Bytes that may wait before a direction's bottleneck: 300 ms at the median positive rate. */
  public long queueBytes(Direction direction) {
    double[] rates =
        rows.stream()
            .mapToDouble(row -> row.bytesPerSecond(direction))
            .filter(rate -> rate > 0)
            .sorted()
            .toArray();
    double median = rates.length == 0 ? 0 : rates[rates.length / 2];
    return Math.max(LEAST_QUEUE_BYTES, (long) (QUEUE_SECONDS * median));
  }

  @Override
  public String toString() {
    return "%s (%d rows)".formatted(name, rows.size());
  }
}
