package org.saccade.xr;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.joml.Quaternionf;

/** Where a motion file keeps each value, and how one of its rows becomes a sample. */
final class MotionColumns {
  static final String REQUIRED = "t_s,px,py,pz,qx,qy,qz,qw";
  private static final List<String> POSE = List.of(REQUIRED.split(","));
  private static final List<String> GAZE = List.of("gx", "gy", "gz");

  /** When the gaze of a row was measured. */
  static final String GAZE_TIME = "g_t_s";

  private static final double FARTHEST_METRES = 100_000;

  private final Path file;
  private final List<String> names;
  private final boolean hasGaze;
  private final boolean hasGazeTime;
  private double lastGaze = Double.NEGATIVE_INFINITY;

  private MotionColumns(Path file, List<String> names, boolean hasGaze) {
    this.file = file;
    this.names = names;
    this.hasGaze = hasGaze;
    hasGazeTime = names.contains(GAZE_TIME);
  }

  static MotionColumns parse(Path file, String header) throws MotionFileException {
    var text = header.startsWith("\uFEFF") ? header.substring(1) : header;
    var names = new ArrayList<String>();
    for (var cell : text.split(",", -1)) {
      names.add(cell.strip());
    }
    var missing = POSE.stream().filter(name -> !names.contains(name)).toList();
    if (!missing.isEmpty()) {
      throw new MotionFileException(
          "%s:1: column %s is missing; expected %s"
              .formatted(file, String.join(", ", missing), REQUIRED));
    }
    for (var name : Stream.of(POSE, GAZE, List.of(GAZE_TIME)).flatMap(List::stream).toList()) {
      if (names.indexOf(name) != names.lastIndexOf(name)) {
        throw new MotionFileException("%s:1: column %s appears twice".formatted(file, name));
      }
    }
    long gazes = GAZE.stream().filter(names::contains).count();
    if (gazes != 0 && gazes != GAZE.size()) {
      throw new MotionFileException(
          "%s:1: gaze needs all of gx,gy,gz, or none of them".formatted(file));
    }
    return new MotionColumns(file, List.copyOf(names), gazes != 0);
  }

  PoseTrack.Sample sample(String line, int number, double last) throws MotionFileException {
    var cells = line.split(",", -1);
    double seconds = value(cells, "t_s", number);
    if (!(seconds > last)) {
      throw bad(number, "t_s", "is %s, not after the row before (%s)".formatted(seconds, last));
    }
    var pose =
        Pose.of(
            metres(cells, "px", number),
            metres(cells, "py", number),
            metres(cells, "pz", number),
            orientation(cells, number));
    var gaze =
        hasGaze && !isBlank(cells)
            ? Optional.of(gaze(cells, number, hasGazeTime ? gazeSeconds(cells, number) : seconds))
            : Optional.<Gaze>empty();
    return new PoseTrack.Sample(seconds, pose, gaze);
  }

  private double metres(String[] cells, String name, int number) throws MotionFileException {
    double value = value(cells, name, number);
    if (Math.abs(value) > FARTHEST_METRES) {
      throw bad(number, name, "is %s m; expected at most 100 km".formatted(value));
    }
    return value;
  }

  private Quaternionf orientation(String[] cells, int number) throws MotionFileException {
    double x = value(cells, "qx", number);
    double y = value(cells, "qy", number);
    double z = value(cells, "qz", number);
    double w = value(cells, "qw", number);
    double length = Math.sqrt(x * x + y * y + z * z + w * w);
    if (Math.abs(length - 1) > 0.05) {
      throw bad(number, "qx", "begins a quaternion of length %.3f; expected 1".formatted(length));
    }
    return new Quaternionf(
        (float) (x / length), (float) (y / length), (float) (z / length), (float) (w / length));
  }

  /** Whether the eyes were not seen in a row: all three cells are empty. */
  private boolean isBlank(String[] cells) {
    return GAZE.stream()
        .mapToInt(names::indexOf)
        .allMatch(index -> index < cells.length && cells[index].isBlank());
  }

  private double gazeSeconds(String[] cells, int number) throws MotionFileException {
    double seconds = value(cells, GAZE_TIME, number);
    if (!(seconds > lastGaze)) {
      throw bad(
          number, GAZE_TIME, "is %s, not after the gaze before (%s)".formatted(seconds, lastGaze));
    }
    lastGaze = seconds;
    return seconds;
  }

  private Gaze gaze(String[] cells, int number, double seconds) throws MotionFileException {
    double x = value(cells, "gx", number);
    double y = value(cells, "gy", number);
    double z = value(cells, "gz", number);
    double length = Math.sqrt(x * x + y * y + z * z);
    if (Math.abs(length - 1) > 0.05) {
      throw bad(number, "gx", "begins a gaze of length %.3f; expected 1".formatted(length));
    }
    return new Gaze(
        (float) (x / length),
        (float) (y / length),
        (float) (z / length),
        Math.round(seconds * 1e9),
        Gaze.Source.MEASURED);
  }

  private double value(String[] cells, String name, int number) throws MotionFileException {
    int index = names.indexOf(name);
    if (index >= cells.length) {
      throw bad(
          number,
          name,
          "is missing: the row has %d of %d values".formatted(cells.length, names.size()));
    }
    var text = cells[index].strip();
    try {
      double value = Double.parseDouble(text);
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException notANumber) {
      // told below, with the place
    }
    throw bad(number, name, "is '%s'; expected a number".formatted(abridged(text)));
  }

  private MotionFileException bad(int number, String name, String what) {
    return new MotionFileException(
        "%s:%d: column %d (%s) %s".formatted(file, number, names.indexOf(name) + 1, name, what));
  }

  private static String abridged(String text) {
    return text.length() <= 24 ? text : text.substring(0, 24) + "...";
  }
}
