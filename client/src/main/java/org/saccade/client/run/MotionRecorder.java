package org.saccade.client.run;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
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

/**
 * Writes a run's motion to a new file. The frame thread puts a row a frame into a bounded queue and
 * never waits; a thread of its own writes what is there twenty times a second, so that even a
 * killed process loses no more than that, and closing writes the rest.
 *
 * <p>This is the one way a raw gaze leaves the process, and only where it was asked for. What is
 * written are the tracker's own samples: a gaze that is held or guessed by us is left out.
 */
final class MotionRecorder implements Recording {
  /** Two minutes' worth of frames, should a disk stand still. */
  private static final int MOST_WAITING = 10_000;

  private static final long PAUSE_MILLIS = 50;

  /** A row's time has microseconds: nearer ones would be equal. */
  private static final long SHORTEST_STEP_NANOS = 1_000;

  private final Surroundings surroundings;
  private final Path file;
  private final boolean hasGaze;
  private final OutputStream stream;
  private final ArrayBlockingQueue<PoseTrack.Sample> waiting =
      new ArrayBlockingQueue<>(MOST_WAITING);
  private final Thread writer;
  private volatile boolean isClosing;
  private volatile @Nullable IOException failed;
  private Pose origin = Pose.IDENTITY;
  private long firstNanos;
  private long lastNanos;
  private long rows;
  private long dropped;

  private MotionRecorder(
      Surroundings surroundings, Path file, boolean hasGaze, OutputStream stream) {
    this.surroundings = surroundings;
    this.file = file;
    this.hasGaze = hasGaze;
    this.stream = stream;
    writer = Thread.ofVirtual().name("motion recorder").start(this::write);
  }

  /** Begins the recording a run was asked for, and says so in a line; none where it was not. */
  static Recording open(Surroundings surroundings, RunSettings settings) {
    if (settings.record().isEmpty()) {
      return NONE;
    }
    var choice = settings.record().get();
    var file = surroundings.folder().resolve(choice.file());
    AtomicFile.requireWritableFile(file, "--record");
    try {
      var stream = create(file, choice.hasGaze());
      var header = MotionFile.HEADER + (choice.hasGaze() ? MotionFile.GAZE_HEADER : "") + "\n";
      stream.write(header.getBytes(StandardCharsets.UTF_8));
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

  /** Creates the file; where eyes looked is for its owner alone to read. */
  private static OutputStream create(Path file, boolean isPrivate) throws IOException {
    if (isPrivate && file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      var owner = PosixFilePermissions.fromString("rw-------");
      Files.createFile(file, PosixFilePermissions.asFileAttribute(owner));
      return Files.newOutputStream(file, StandardOpenOption.WRITE);
    }
    return Files.newOutputStream(file, StandardOpenOption.CREATE_NEW);
  }

  @Override
  public void enter(Origin start) {
    origin = start.pose();
  }

  @Override
  public void note(long nanos, Pose head, Gaze gaze) {
    if (rows == 0) {
      firstNanos = nanos;
    } else if (nanos - lastNanos < SHORTEST_STEP_NANOS) {
      return;
    }
    if (rows >= MotionFile.MOST_ROWS) {
      dropped++;
      return;
    }
    var at = head.from(origin);
    if (!Double.isFinite(at.x() + at.y() + at.z() + at.qx() + at.qy() + at.qz() + at.qw())) {
      return;
    }
    boolean isSeen = hasGaze && gaze.isMeasured();
    double seconds = (nanos - firstNanos) * 1e-9;
    var row = new PoseTrack.Sample(seconds, at, isSeen ? Optional.of(gaze) : Optional.empty());
    if (waiting.offer(row)) {
      lastNanos = nanos;
      rows++;
    } else {
      dropped++;
    }
  }

  /** The writer's life. */
  private void write() {
    var batch = new ArrayList<PoseTrack.Sample>();
    var text = new StringBuilder();
    try {
      boolean isLast = false;
      while (!isLast) {
        isLast = isClosing; // before the queue is emptied: nothing is put into it afterwards
        waiting.drainTo(batch);
        append(batch, text);
        if (!isLast) {
          TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
      }
    } catch (IOException full) {
      failed = full;
      say(
          "recording stopped: '%s' cannot be written (%s)"
              .formatted(file, AtomicFile.reason(full)));
    } catch (RuntimeException unforeseen) {
      failed = new IOException(unforeseen);
      say("recording stopped: %s".formatted(unforeseen));
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private void append(List<PoseTrack.Sample> batch, StringBuilder text) throws IOException {
    text.setLength(0);
    for (var row : batch) {
      MotionFile.append(text, row, hasGaze);
    }
    batch.clear();
    if (!text.isEmpty()) {
      stream.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }
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
      if (rows == 0) {
        Files.deleteIfExists(file); // no motion file: it would be in the way of the next try
      }
    } catch (IOException closing) {
      failed = failed == null ? closing : failed;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (dropped > 0) {
      say("%d frames are missing in '%s': it takes no more".formatted(dropped, file));
    }
    var why = failed;
    if (why != null) {
      throw Failure.failed(
          "--record '%s' is not whole (%s): make room there, or choose another place"
              .formatted(file, AtomicFile.reason(why)),
          why);
    }
  }
}
