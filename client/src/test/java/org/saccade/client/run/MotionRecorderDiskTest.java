package org.saccade.client.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saccade.client.Failure;
import org.saccade.client.Stop;
import org.saccade.client.Surroundings;
import org.saccade.testing.Await;
import org.saccade.xr.Gaze;
import org.saccade.xr.MotionFile;
import org.saccade.xr.MotionFileException;
import org.saccade.xr.Origin;
import org.saccade.xr.Pose;
import org.saccade.xr.RigFrame;

/** Recordings on disks that are slow, full or broken. */
@NullMarked
@SuppressWarnings("NullAway.Init") // JUnit sets the folder
final class MotionRecorderDiskTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final long FRAME = 11_111_111;

  @TempDir Path folder;

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  private Surroundings surroundings() {
    var words = new PrintStream(said, true, StandardCharsets.UTF_8);
    return new Surroundings(
        Map.of(), folder, words, words, System::nanoTime, System.nanoTime(), new Stop());
  }

  private static Pose pose(int frame) {
    return Pose.looking(0.01 * frame, 1.6, -0.02 * frame, 0.03 * frame, -0.1);
  }

  private static void note(Recording recording, long nanos, Pose head) {
    recording.note(nanos, new RigFrame(nanos, head, List.of(), Gaze.centre(nanos)));
  }

  private List<String> lines() {
    try {
      return Files.readAllLines(folder.resolve("walk.csv"));
    } catch (IOException notYet) {
      return List.of();
    }
  }

  /** A recording whose file is written through something else. */
  private Recording open(UnaryOperator<OutputStream> disk) {
    var run = LiveRun.settings(folder, new EdgeChoice.None());
    var recording =
        MotionRecorder.open(
            surroundings(),
            run.recorded(new RecordChoice(Path.of("walk.csv"), false)),
            (file, isPrivate) ->
                disk.apply(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)));
    recording.enter(new Origin(3, 0.5, -2, 1.2));
    return recording;
  }

  /** Does something before each write, a header's first, which may fail half-way. */
  private static class Disk extends FilterOutputStream {
    private final Trouble trouble;
    private int writes;

    private interface Trouble {
      /** How many of so many bytes are written in the write of this number. */
      int room(int write, int bytes) throws IOException;
    }

    Disk(OutputStream to, Trouble trouble) {
      super(to);
      this.trouble = trouble;
    }

    @Override
    public void write(byte[] bytes) throws IOException {
      int room = trouble.room(writes++, bytes.length);
      out.write(bytes, 0, room);
      if (room < bytes.length) {
        throw new IOException("No space left on device");
      }
    }
  }

  /** Frames of this recording that are told missing for this reason; 0 where none are. */
  private int missing(String why) {
    var line =
        Pattern.compile("(\\d+) frames are missing in '.*': " + why + "$", Pattern.MULTILINE);
    var found = line.matcher(words());
    return found.find() ? Integer.parseInt(found.group(1)) : 0;
  }

  @Test
  void whatTheDiskIsTooSlowForIsCounted() {
    int frames = 15_000;
    var isStill = new CountDownLatch(1);
    var moves = new CountDownLatch(1);
    try (var recording =
        open(
            to ->
                new Disk(
                    to,
                    (write, bytes) -> {
                      if (write == 1) {
                        isStill.countDown();
                        await(moves);
                      }
                      return bytes;
                    }))) {
      note(recording, 0, pose(0));
      await(isStill);
      for (int i = 1; i < frames; i++) {
        note(recording, i * FRAME, pose(0));
      }
      moves.countDown();
    }
    assertEquals(4_999, missing("it could not be written so fast"));
    assertEquals(frames - 4_999, lines().size() - 1);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(20, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aFullDiskLeavesAFileThatIsReadAndTellsHowManyFramesItLacks() throws MotionFileException {
    var recording =
        open(to -> new Disk(to, (write, bytes) -> write < 2 ? bytes : bytes / 2)); // half a row
    note(recording, 0, pose(0));
    Await.until("a row", PATIENCE, () -> lines().size() == 2);
    note(recording, FRAME, pose(1));
    Await.until("the end of the room", PATIENCE, () -> words().contains("recording stopped"));
    for (int i = 2; i < 12_000; i++) { // more than may wait
      note(recording, i * FRAME, pose(i));
    }
    var failed = assertThrows(Failure.class, recording::close);
    assertTrue(String.valueOf(failed.getMessage()).contains("is not whole (No space left"));
    assertEquals(11_999, missing("it could not be written"));
    assertEquals(0, missing("it could not be written so fast"));
    assertEquals(1, MotionFile.read(folder.resolve("walk.csv")).samples().size());
    assertEquals(2, lines().size());
  }

  @Test
  void anErrorEndsARecordingAsAFullDiskDoes() {
    var recording =
        open(
            to ->
                new Disk(
                    to,
                    (write, bytes) -> {
                      if (write > 0) {
                        throw new OutOfMemoryError("none left");
                      }
                      return bytes;
                    }));
    note(recording, 0, pose(0));
    note(recording, FRAME, pose(1));
    var failed = assertThrows(Failure.class, recording::close);
    assertTrue(String.valueOf(failed.getMessage()).contains("none left"), failed.getMessage());
    assertEquals(2, missing("it could not be written"));
    assertFalse(Files.exists(folder.resolve("walk.csv")), "without a row it is no motion file");
  }

  @Test
  void aFileThatCannotBeBegunIsNotInTheWayOfTheNext() {
    var isClosed = new AtomicBoolean();
    var failed =
        assertThrows(
            Failure.class,
            () ->
                open(
                    to ->
                        new Disk(to, (write, bytes) -> 3) {
                          @Override
                          public void close() throws IOException {
                            isClosed.set(true);
                            super.close();
                          }
                        }));
    assertTrue(String.valueOf(failed.getMessage()).contains("No space left"), failed.getMessage());
    assertTrue(isClosed.get());
    try (var next = open(to -> to)) {
      note(next, 0, pose(0));
    }
    assertTrue(Files.exists(folder.resolve("walk.csv")));
  }

  private String words() {
    return said.toString(StandardCharsets.UTF_8);
  }
}
