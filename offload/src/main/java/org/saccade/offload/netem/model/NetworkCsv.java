package org.saccade.offload.netem.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads network files: {@code t_s,down_kbps,up_kbps,rtt_ms,loss}, and {@code jitter_ms,burst,
 * reorder,duplicate} where the file has them; unknown columns are ignored.
 */
public final class NetworkCsv {
  private static final List<String> COLUMNS =
      List.of("t_s", "down_kbps", "up_kbps", "rtt_ms", "loss");

  private static final List<String> OPTIONAL =
      List.of("jitter_ms", "burst", "reorder", "duplicate");
  private static final List<String> SHARES = List.of("loss", "reorder", "duplicate");

  private final String file;
  private final int[] places = new int[COLUMNS.size()];
  private final int[] optionalPlaces = new int[OPTIONAL.size()];
  private int lineNumber;

  private NetworkCsv(String file) {
    this.file = file;
  }

  /**
   * Reads a whole file.
   *
   * @param file its name, for errors
   * @throws MalformedNetworkException naming file, line and column
   */
  public static NetworkTrace parse(String file, List<String> lines)
      throws MalformedNetworkException {
    return new NetworkCsv(file).read(lines);
  }

  private NetworkTrace read(List<String> lines) throws MalformedNetworkException {
    lineNumber = 1;
    header(lines.isEmpty() ? "" : lines.getFirst());
    List<NetworkTrace.Row> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      lineNumber++;
      if (!line.isBlank()) {
        add(line, rows);
      }
    }
    if (rows.isEmpty()) {
      throw at("t_s", "there are no rows; give one at least");
    }
    return new NetworkTrace(file, rows);
  }

  private void header(String line) throws MalformedNetworkException {
    List<String> names = Arrays.stream(line.split(",", -1)).map(String::strip).toList();
    for (int i = 0; i < places.length; i++) {
      places[i] = names.indexOf(COLUMNS.get(i));
      if (places[i] < 0) {
        throw at(COLUMNS.get(i), "the header lacks it; expected " + String.join(",", COLUMNS));
      }
    }
    for (int i = 0; i < optionalPlaces.length; i++) {
      optionalPlaces[i] = names.indexOf(OPTIONAL.get(i));
    }
  }

  private void add(String line, List<NetworkTrace.Row> rows) throws MalformedNetworkException {
    String[] cells = line.split(",", -1);
    double[] values = new double[COLUMNS.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = number(cells, COLUMNS.get(i), places[i]);
    }
    long start = Math.round(values[0] * 1e9);
    if (!rows.isEmpty() && start <= rows.getLast().startNanos()) {
      throw at("t_s", values[0] + " does not come after the row before");
    }
    rows.add(
        new NetworkTrace.Row(
            start,
            values[1] * 125,
            values[2] * 125,
            Math.round(values[3] * 1e6),
            values[4],
            disturbance(cells)));
  }

  private Disturbance disturbance(String[] cells) throws MalformedNetworkException {
    return new Disturbance(
        Math.round(optional(cells, 0) * 1e6),
        Math.max(1, optional(cells, 1)),
        optional(cells, 2),
        optional(cells, 3));
  }

  private double optional(String[] cells, int column) throws MalformedNetworkException {
    int place = optionalPlaces[column];
    return place < 0 ? 0 : number(cells, OPTIONAL.get(column), place);
  }

  private double number(String[] cells, String name, int place) throws MalformedNetworkException {
    if (place >= cells.length) {
      throw at(name, "the row has only %d columns".formatted(cells.length));
    }
    String cell = cells[place].strip();
    double limit = SHARES.contains(name) ? 1 : 1e9;
    try {
      double value = Double.parseDouble(cell);
      if (value >= 0 && value <= limit) {
        return value;
      }
    } catch (NumberFormatException e) {
      // said below, with the place
    }
    throw at(name, "'%s' is not a number of 0..%s".formatted(cell, limit));
  }

  private MalformedNetworkException at(String column, String words) {
    return new MalformedNetworkException(
        "%s, line %d, column %s: %s".formatted(file, lineNumber, column, words));
  }
}
