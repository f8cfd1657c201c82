package org.saccade.client.report;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.saccade.client.Failure;
import org.saccade.offload.policy.Mode;
import org.saccade.offload.policy.Reason;

/** A run's frames as a CSV table: a column a series, a row a frame; mode and reason as words. */
public final class FrameTable {
  private static final List<String> MODES = names(Mode.values());
  private static final List<String> REASONS = names(Reason.values());

  private FrameTable() {}

  /** Writes the table whole. */
  public static void write(Path file, RunLog log) {
    AtomicFile.write(
        file,
        stream -> {
          var text = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
          write(text, log);
          text.flush();
        });
  }

  /** Reads a table back; columns this version does not know are left out. */
  public static RunLog read(Path file) {
    try (var lines = Files.lines(file, StandardCharsets.UTF_8)) {
      return parse(lines.toList());
    } catch (IOException | UncheckedIOException | IllegalArgumentException unreadable) {
      throw Failure.failed(
          "cannot read '%s' as frames of a run: %s".formatted(file, unreadable.getMessage()),
          unreadable);
    }
  }

  private static void write(Writer text, RunLog log) throws IOException {
    var head = Arrays.stream(Series.values()).map(Series::key).collect(Collectors.joining(","));
    text.write(head + "\n");
    for (int row = 0; row < log.size(); row++) {
      var separator = "";
      for (var series : Series.values()) {
        text.write(separator + cell(series, log.get(series, row)));
        separator = ",";
      }
      text.write('\n');
    }
  }

  private static String cell(Series series, float value) {
    return switch (series) {
      case MODE -> MODES.get((int) value);
      case REASON -> REASONS.get((int) value);
      default -> Float.isFinite(value) ? RunLog.rounded(value) : "";
    };
  }

  private static RunLog parse(List<String> lines) {
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("it is empty");
    }
    var columns = columns(lines.getFirst());
    var log = new RunLog(lines.size() - 1);
    for (var line : lines.subList(1, lines.size())) {
      log.nextFrame();
      for (var series : Series.values()) {
        log.set(series, Double.NaN);
      }
      var cells = line.split(",", -1);
      for (var column : columns) {
        if (column.place < cells.length) {
          log.set(column.series, value(column.series, cells[column.place]));
        }
      }
    }
    return log;
  }

  private static List<Column> columns(String head) {
    var keys = List.of(head.split(",", -1));
    var columns = new ArrayList<Column>();
    for (var series : Series.values()) {
      int place = keys.indexOf(series.key());
      if (place >= 0) {
        columns.add(new Column(series, place));
      }
    }
    return columns;
  }

  private static double value(Series series, String cell) {
    if (cell.isEmpty()) {
      return Double.NaN;
    }
    return switch (series) {
      case MODE -> MODES.indexOf(cell);
      case REASON -> REASONS.indexOf(cell);
      default -> Double.parseDouble(cell);
    };
  }

  private static List<String> names(Enum<?>[] values) {
    return Arrays.stream(values).map(value -> value.name().toLowerCase(Locale.ROOT)).toList();
  }

  private record Column(Series series, int place) {}
}
