package org.saccade.client.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.saccade.client.Failure;
import org.saccade.client.report.AtomicFile;
import org.saccade.offload.predict.train.Recording;
import org.saccade.xr.Gaze;
import org.saccade.xr.MotionFile;
import org.saccade.xr.MotionFileException;
import org.saccade.xr.PoseTrack;

/**
 * The motion files of a folder. A file {@code KIND_WHAT_PERSON.csv} belongs to the kind before its
 * first underscore and to the person after its last one, so that one person's files stay together.
 *
 * <p>Rows are heads in the world, where people also teleport and turn in steps. Nobody foresees
 * that by the head's motion: a file is cut where the head moves faster than people do, and each
 * piece is a recording of its own.
 */
public final class MotionFolder {
  private static final int DIGEST_BYTES = 4;
  private static final int FEWEST_ROWS = 30;
  private static final double FASTEST_METRES_PER_SECOND = 8;
  private static final double FASTEST_RADIANS_PER_SECOND = 20;

  /** What is less is a tracker's noise between rows that are close to each other. */
  private static final double LEAST_JUMP_METRES = 0.05;

  private static final double LEAST_JUMP_RADIANS = Math.toRadians(5);

  private MotionFolder() {}

  /**
   * One file, or a piece of it.
   *
   * @param digest of the file: tells whether parameters were trained on it
   */
  public record Entry(String kind, String digest, Recording recording) {}

  /** All of them in order of name, or one line that says which cannot be used and why. */
  public static List<Entry> read(Path folder) {
    var entries = new ArrayList<Entry>();
    try (var files = Files.list(folder)) {
      for (var file : files.sorted().toList()) {
        if (String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".csv")) {
          entries.addAll(entries(file));
        }
      }
    } catch (IOException unreadable) {
      throw Failure.failed(
          "--motion '%s' is not a folder of motion files (%s): name another"
              .formatted(folder, AtomicFile.reason(unreadable)),
          unreadable);
    }
    if (entries.isEmpty()) {
      throw Failure.failed("--motion '%s' has no .csv file: name another folder".formatted(folder));
    }
    return entries;
  }

  /** How many files they are of. */
  static long files(List<Entry> entries) {
    return entries.stream().map(Entry::digest).distinct().count();
  }

  private static List<Entry> entries(Path file) throws IOException {
    try {
      var name = String.valueOf(file.getFileName()).replaceAll("(?i)\\.csv$", "");
      int first = name.indexOf('_');
      var kind = first < 0 ? name : name.substring(0, first);
      var person = first < 0 ? name : kind + name.substring(name.lastIndexOf('_'));
      var track = MotionFile.read(file);
      var pieces = pieces(track);
      if (pieces.isEmpty()) {
        throw Failure.failed(
            "motion file '%s' has %d rows, and not %d in which the head never jumps"
                .formatted(file, track.samples().size(), FEWEST_ROWS));
      }
      var digest = digest(Files.readAllBytes(file));
      return pieces.stream()
          .map(piece -> new Entry(kind, digest, recording(person, piece)))
          .toList();
    } catch (MotionFileException unusable) {
      throw Failure.failed(String.valueOf(unusable.getMessage()), unusable);
    }
  }

  /** What lies between jumps of the head, where it is long enough. */
  static List<PoseTrack> pieces(PoseTrack track) {
    var samples = track.samples();
    var pieces = new ArrayList<PoseTrack>();
    int begin = 0;
    for (int end = 1; end <= samples.size(); end++) {
      if (end == samples.size() || isJump(samples.get(end - 1), samples.get(end))) {
        if (end - begin >= FEWEST_ROWS) {
          pieces.add(new PoseTrack(samples.subList(begin, end)));
        }
        begin = end;
      }
    }
    return pieces;
  }

  private static boolean isJump(PoseTrack.Sample one, PoseTrack.Sample next) {
    double seconds = next.seconds() - one.seconds();
    double metres = one.pose().distanceTo(next.pose());
    double radians = one.pose().angleTo(next.pose());
    return metres > Math.max(LEAST_JUMP_METRES, FASTEST_METRES_PER_SECOND * seconds)
        || radians > Math.max(LEAST_JUMP_RADIANS, FASTEST_RADIANS_PER_SECOND * seconds);
  }

  /** A track as predictors are shown it. */
  static Recording recording(String person, PoseTrack track) {
    var samples = track.samples();
    var seconds = new double[samples.size()];
    var poses = new double[7 * samples.size()];
    var gazes = new float[track.hasGaze() ? 3 * samples.size() : 0];
    var gazeSeconds = new double[gazes.length / 3];
    for (int i = 0; i < seconds.length; i++) {
      var sample = samples.get(i);
      var pose = sample.pose();
      seconds[i] = sample.seconds();
      double[] row = {pose.x(), pose.y(), pose.z(), pose.qx(), pose.qy(), pose.qz(), pose.qw()};
      System.arraycopy(row, 0, poses, 7 * i, 7);
      if (gazes.length > 0) {
        var gaze = sample.gaze();
        gazes[3 * i] = gaze.map(Gaze::x).orElse(Float.NaN);
        gazes[3 * i + 1] = gaze.map(Gaze::y).orElse(Float.NaN);
        gazes[3 * i + 2] = gaze.map(Gaze::z).orElse(Float.NaN);
        gazeSeconds[i] = gaze.map(seen -> seen.sampleNanos() * 1e-9).orElse(sample.seconds());
      }
    }
    return new Recording(person, seconds, poses, gazes, gazeSeconds);
  }

  private static String digest(byte[] content) {
    try {
      var sum = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(sum, 0, DIGEST_BYTES);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
