package org.saccade.xr;

import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads motion files: CSV with a header that has {@code t_s,px,py,pz,qx,qy,qz,qw} and optionally
 * {@code gx,gy,gz}, and {@code g_t_s} beside these, in any order; other columns are ignored.
 * Seconds, metres, unit quaternion, unit gaze in head space, and when it was measured on the clock
 * of {@code t_s} (when the row was, where there is no such column). A row without a new sample of
 * the eyes leaves all of them empty.
 */
public final class MotionFile {
  /** Longer ones are refused: 6 hours at 90 a second. */
  public static final int MOST_ROWS = 2_000_000;

  /** The header of a file with poses alone. */
  public static final String HEADER = MotionColumns.REQUIRED;

  /** What a header with the eyes' directions has besides. */
  public static final String GAZE_HEADER = ",gx,gy,gz," + MotionColumns.GAZE_TIME;

  private MotionFile() {}

  /** The motion in a file, or one line that says what is wrong with it and where. */
  public static PoseTrack read(Path file) throws MotionFileException {
    try (var lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      return new PoseTrack(samples(file, lines));
    } catch (NoSuchFileException missing) {
      throw new MotionFileException(
          "motion file '%s' does not exist: name another".formatted(file));
    } catch (AccessDeniedException denied) {
      throw new MotionFileException(
          "motion file '%s' may not be read: check its permissions".formatted(file));
    } catch (MalformedInputException binary) {
      throw new MotionFileException(
          "motion file '%s' is not UTF-8 text: expected CSV".formatted(file));
    } catch (IOException failed) {
      String why = Files.isDirectory(file) ? "it is a folder" : String.valueOf(failed.getMessage());
      throw new MotionFileException("motion file '%s' cannot be read: %s".formatted(file, why));
    }
  }

  /**
   * Adds a sample's row, to a micrometre and a ten-millionth of a quaternion.
   *
   * @param hasGaze whether the file has {@link #GAZE_HEADER}
   */
  public static void append(StringBuilder text, PoseTrack.Sample sample, boolean hasGaze) {
    var pose = sample.pose();
    number(text, sample.seconds(), 6).append(',');
    number(text, pose.x(), 6).append(',');
    number(text, pose.y(), 6).append(',');
    number(text, pose.z(), 6).append(',');
    number(text, pose.qx(), 7).append(',');
    number(text, pose.qy(), 7).append(',');
    number(text, pose.qz(), 7).append(',');
    number(text, pose.qw(), 7);
    if (hasGaze) {
      var gaze = sample.gaze().orElse(null);
      if (gaze == null) {
        text.append(",,,,");
      } else {
        number(text.append(','), gaze.x(), 7);
        number(text.append(','), gaze.y(), 7);
        number(text.append(','), gaze.z(), 7);
        number(text.append(','), gaze.sampleNanos() * 1e-9, 6);
      }
    }
    text.append('\n');
  }

  private static StringBuilder number(StringBuilder text, double value, int decimals) {
    return text.append(
        BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString());
  }

  private static List<PoseTrack.Sample> samples(Path file, BufferedReader lines)
      throws IOException, MotionFileException {
    var header = lines.readLine();
    if (header == null || header.isBlank()) {
      throw new MotionFileException(
          "motion file '%s' is empty; expected the header %s and one row a sample"
              .formatted(file, MotionColumns.REQUIRED));
    }
    var columns = MotionColumns.parse(file, header);
    var samples = new ArrayList<PoseTrack.Sample>();
    double last = Double.NEGATIVE_INFINITY;
    int number = 1;
    for (@Nullable String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      var sample = columns.sample(line, number, last);
      last = sample.seconds();
      samples.add(sample);
      if (samples.size() > MOST_ROWS) {
        throw new MotionFileException(
            "motion file '%s' has more than %d rows: cut it".formatted(file, MOST_ROWS));
      }
    }
    if (samples.isEmpty()) {
      throw new MotionFileException(
          "motion file '%s' has a header but no row: give one a sample".formatted(file));
    }
    return samples;
  }
}
