package org.saccade.client.run;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.saccade.client.Failure;
import org.saccade.client.Surroundings;
import org.saccade.client.report.AtomicFile;
import org.saccade.xr.Gaze;
import org.saccade.xr.MotionFile;
import org.saccade.xr.Origin;
import org.saccade.xr.Pose;
import org.saccade.xr.PoseTrack;
import org.saccade.xr.RigFrame;

/**
 * Writes a run's motion to a new file. The frame thread puts a row a frame into a {@link
 * MotionRing} and never waits; a thread of its own writes what is there twenty times a second, so
 * that even a killed process loses no more than that, and closing writes the rest. Where writing
 * fails, the file keeps what was written whole, so that it can be read; what came after is counted.
 *
 * <p>What was measured is written and nothing else: no row of a frame whose head was not tracked,
 * and no gaze but a tracker's own, once, with the time of its own.
 *
 * <p>This is the one way a raw gaze leaves the process, and only where it was asked for.
 */
final class MotionRecorder implements Recording {
  /** Two minutes' worth of frames, should a disk stand still; later ones are left out. */
  private static final int MOST_WAITING = 10_000;

  private static final long PAUSE_MILLIS = 50;

  /** Times are written in microseconds: nearer ones could become equal. */
  private static final long SHORTEST_STEP_NANOS = 2_000;

  private final Surroundings surroundings;
  private final Path file;
  private final boolean hasGaze;
  private final OutputStream stream;
  private final MotionRing waiting = new MotionRing(MOST_WAITING);
  private final Thread writer;
  private long wholeBytes;
  private long written;
  private volatile boolean isClosing;
  private volatile @Nullable IOException failed;
  private Pose origin = Pose.IDENTITY;
  private long firstNanos;
  private long lastNanos;
  private long lastGazeNanos = Long.MIN_VALUE;
  private long rows;
  private long untracked;
  private long delayed;
  private long tooMany;
  private long tooLate;

  /** Makes a file that is not there yet. */
  @FunctionalInterface
  interface Maker {
    OutputStream make(Path file, boolean isPrivate) throws IOException;
  }

  private MotionRecorder(
      Surroundings surroundings, Path file, boolean hasGaze, OutputStream stream) {
    this.surroundings = surroundings;
    this.file = file;
    this.hasGaze = hasGaze;
    this.stream = stream;
    wholeBytes = header(hasGaze).length;
    writer = Thread.ofVirtual().name("motion recorder").start(this::write);
  }

  /** Begins the recording a run was asked for, and says so in a line; none where it was not. */
  static Recording open(Surroundings surroundings, RunSettings settings) {
    return open(surroundings, settings, MotionRecorder::create);
  }

  /** The same into a file from elsewhere. */
  static Recording open(Surroundings surroundings, RunSettings settings, Maker maker) {
    if (settings.record().isEmpty()) {
      return NONE;
    }
    var choice = settings.record().get();
    var file = surroundings.folder().resolve(choice.file());
    AtomicFile.requireWritableFile(file, "--record");
    try {
      var stream = begin(maker, file, choice.hasGaze());
      surroundings
          .err()
          .println(
              "saccade: recording %s to %s"
                  .formatted(choice.hasGaze() ? "motion, and raw gaze," : "motion", file));
      return new MotionRecorder(surroundings, file, choice.hasGaze(), stream);
    } catch (FileAlreadyExistsException there) {
      throw Failure.failed(
          "--record '%s' is there already: name another file, or delete it".formatted(file), there);
    } catch (IOException unwritable) {
      throw Failure.failed(
          "--record '%s' cannot be written (%s): choose another"
              .formatted(file, AtomicFile.reason(unwritable)),
          unwritable);
    }
  }

  /** A file with its header; none where that cannot be written, or it would be in the way. */
  private static OutputStream begin(Maker maker, Path file, boolean hasGaze) throws IOException {
    var stream = maker.make(file, hasGaze);
    try {
      stream.write(header(hasGaze));
      return stream;
    } catch (IOException | RuntimeException | Error failed) {
      try (stream) {
        Files.deleteIfExists(file);
      } catch (IOException too) {
        failed.addSuppressed(too);
      }
      throw failed;
    }
  }

  private static byte[] header(boolean hasGaze) {
    var header = MotionFile.HEADER + (hasGaze ? MotionFile.GAZE_HEADER : "") + "\n";
    return header.getBytes(StandardCharsets.UTF_8);
  }

  /** Creates the file; where eyes looked is for its owner alone to read. */
  private static OutputStream create(Path file, boolean isPrivate) throws IOException {
    if (isPrivate && file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      var owner =
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
      var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      return Channels.newOutputStream(Files.newByteChannel(file, options, owner));
    }
    return Files.newOutputStream(file, StandardOpenOption.CREATE_NEW);
  }

  @Override
  public void enter(Origin start) {
    origin = start.pose();
  }

  @Override
  public void note(long nanos, RigFrame seen) {
    if (rows > 0 && nanos - lastNanos < SHORTEST_STEP_NANOS) {
      return;
    }
    if (!seen.isTracked() || !isFinite(seen.head())) {
      untracked++;
      return;
    }
    if (failed != null) {
      tooLate++;
      return;
    }
    if (rows >= MotionFile.MOST_ROWS) {
      tooMany++;
      return;
    }
    var row = waiting.free();
    if (row == null) {
      delayed++;
      return;
    }
    if (rows == 0) {
      firstNanos = nanos;
    }
    row.nanos = nanos - firstNanos;
    row.head = seen.head();
    row.origin = origin;
    look(row, nanos, seen);
    waiting.put();
    lastNanos = nanos;
    rows++;
  }

  private static boolean isFinite(Pose at) {
    return Double.isFinite(at.x() + at.y() + at.z() + at.qx() + at.qy() + at.qz() + at.qw());
  }

  /** A tracker may be slower than the frames: each of its samples is written once. */
  private void look(MotionRing.Row row, long nanos, RigFrame seen) {
    long gazeNanos = nanos + seen.gaze().sampleNanos() - seen.timeNanos();
    boolean isNew =
        lastGazeNanos == Long.MIN_VALUE || gazeNanos - lastGazeNanos >= SHORTEST_STEP_NANOS;
    if (hasGaze && seen.gaze().isMeasured() && isNew) {
      lastGazeNanos = gazeNanos;
      row.gaze = seen.gaze();
      row.gazeNanos = gazeNanos - firstNanos;
    } else {
      row.gaze = null;
    }
  }

  /** The writer's life. */
  private void write() {
    var text = new StringBuilder();
    try {
      boolean isLast = false;
      while (!isLast) {
        isLast = isClosing; // before the ring is emptied: nothing is put into it afterwards
        append(text);
        if (!isLast) {
          TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
      }
    } catch (IOException full) {
      fail(full, AtomicFile.reason(full));
    } catch (RuntimeException | Error unforeseen) {
      fail(new IOException(unforeseen), unforeseen.toString());
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  /** A full disk takes half a line: the file keeps what was whole. */
  private void fail(IOException why, String words) {
    failed = why;
    try (var whole = FileChannel.open(file, StandardOpenOption.WRITE)) {
      whole.truncate(wholeBytes);
    } catch (IOException too) {
      why.addSuppressed(too);
    }
    say("recording stopped: '%s' cannot be written (%s)".formatted(file, words));
  }

  private void append(StringBuilder text) throws IOException {
    text.setLength(0);
    long batch = 0;
    for (var row = waiting.next(); row != null; row = waiting.next()) {
      MotionFile.append(text, sample(row), hasGaze);
      waiting.take();
      batch++;
    }
    if (batch > 0) {
      var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
      stream.write(bytes);
      wholeBytes += bytes.length;
      written += batch;
    }
  }

  private static PoseTrack.Sample sample(MotionRing.Row row) {
    var gaze = Optional.ofNullable(row.gaze);
    long nanos = row.gazeNanos;
    return new PoseTrack.Sample(
        row.nanos * 1e-9,
        row.head.from(row.origin),
        gaze.map(
            one -> new Gaze(one.x(), one.y(), one.z(), nanos, one.source(), one.confidence())));
  }

  private void say(String line) {
    surroundings.err().println("saccade: " + line);
  }

  @Override
  public void close() {
    isClosing = true;
    try {
      writer.join();
      stream.close();
      if (written == 0) {
        Files.deleteIfExists(file); // no motion file: it would be in the way of the next try
      }
    } catch (IOException closing) {
      failed = failed == null ? closing : failed;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    tellOfTheMissing(tooMany, "it takes no more");
    tellOfTheMissing(delayed, "it could not be written so fast");
    tellOfTheMissing(rows - written + tooLate, "it could not be written");
    tellOfTheMissing(untracked, "the head was not tracked");
    var why = failed;
    if (written == 0 && why == null) {
      say("'%s' is not written: there is no frame to record".formatted(file));
    }
    if (why != null) {
      throw Failure.failed(
          "--record '%s' %s (%s): make room there, or choose another place"
              .formatted(
                  file, written == 0 ? "was not written" : "is not whole", AtomicFile.reason(why)),
          why);
    }
  }

  private void tellOfTheMissing(long frames, String why) {
    if (frames > 0) {
      say("%d frames are missing in '%s': %s".formatted(frames, file, why));
    }
  }
}
