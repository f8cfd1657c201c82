package org.saccade.offload.sim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads popularity files: {@code user,t_s,pitch_deg,yaw_deg}; unknown columns are ignored. */
public final class PopularityCsv {
  private static final List<String> COLUMNS = List.of("user", "t_s", "pitch_deg", "yaw_deg");
  private static final double[] LOWEST = {0, 0, -90, -360};
  private static final double[] HIGHEST = {1e9, 1e6, 90, 360};

  private final String file;
  private final int[] places = new int[COLUMNS.size()];
  private int lineNumber = 1;

  private PopularityCsv(String file) {
    this.file = file;
  }

  /** A file that cannot be used; the message names file, line and column. */
  public static final class MalformedException extends Exception {
    private static final long serialVersionUID = 1;

    MalformedException(String words) {
      super(words);
    }
  }

  /**
   * Reads a whole file.
   *
   * @param file its name, for errors
   */
  public static List<Watching> parse(String file, List<String> lines) throws MalformedException {
    return new PopularityCsv(file).read(lines);
  }

  private List<Watching> read(List<String> lines) throws MalformedException {
    header(lines.isEmpty() ? "" : lines.getFirst());
    var rows = new ArrayList<Watching>();
    for (var line : lines.subList(Math.min(1, lines.size()), lines.size())) {
      lineNumber++;
      if (!line.isBlank()) {
        var cells = line.split(",", -1);
        rows.add(
            new Watching(
                (int) number(cells, 0),
                number(cells, 1),
                Math.toRadians(number(cells, 2)),
                Math.toRadians(number(cells, 3))));
      }
    }
    if (rows.isEmpty()) {
      throw at("user", "there are no rows; give one at least");
    }
    return rows;
  }

  private void header(String line) throws MalformedException {
    var names = Arrays.stream(line.split(",", -1)).map(String::strip).toList();
    for (int i = 0; i < places.length; i++) {
      places[i] = names.indexOf(COLUMNS.get(i));
      if (places[i] < 0) {
        throw at(COLUMNS.get(i), "the header lacks it; expected " + String.join(",", COLUMNS));
      }
    }
  }

  private double number(String[] cells, int column) throws MalformedException {
    var name = COLUMNS.get(column);
    if (places[column] >= cells.length) {
      throw at(name, "the row has only %d columns".formatted(cells.length));
    }
    var cell = cells[places[column]].strip();
    try {
      double value = Double.parseDouble(cell);
      if (value >= LOWEST[column] && value <= HIGHEST[column]) {
        return value;
      }
    } catch (NumberFormatException e) {
      // said below, with the place
    }
    throw at(
        name, "'%s' is not a number of %s..%s".formatted(cell, LOWEST[column], HIGHEST[column]));
  }

  private MalformedException at(String column, String words) {
    return new MalformedException(
        "%s, line %d, column %s: %s".formatted(file, lineNumber, column, words));
  }
}
