package org.saccade.client.bench.video;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saccade.client.ExitCode;
import org.saccade.client.Failure;
import org.saccade.client.Stop;
import org.saccade.client.Surroundings;
import org.saccade.testing.Await;

@NullMarked
@SuppressWarnings("NullAway.Init") // JUnit sets the folder
final class FfmpegTest {
  private static final int SIDE = 64;

  @TempDir Path folder;

  private Surroundings with(String path) {
    return with(path, new Stop());
  }

  private Surroundings with(String path, Stop stop) {
    var nowhere = new PrintStream(PrintStream.nullOutputStream());
    return new Surroundings(
        Map.of("PATH", path), folder, nowhere, nowhere, System::nanoTime, 0, stop);
  }

  private Path script(String lines) throws IOException {
    var file = Files.writeString(folder.resolve("ffmpeg"), "#!/bin/sh\n" + lines + "\n");
    assertTrue(file.toFile().setExecutable(true));
    return file;
  }

  @Test
  void isFoundOnThePathOnly() throws IOException {
    var program = script("true");
    var path = "%s:%s".formatted(folder.resolve("none"), folder);
    assertEquals(program, Ffmpeg.find(with(path)));
    assertNull(Ffmpeg.find(with(folder.resolve("none").toString())));
    assertNull(Ffmpeg.find(with("")));
    assertTrue(program.toFile().setExecutable(false));
    assertNull(Ffmpeg.find(with(path)));
  }

  @Test
  void withoutAnEncoderThatIsKnownThereIsNone() throws IOException {
    assertNull(Ffmpeg.open(script("echo ' V..... vp8  VP8'"), folder, with("")));
  }

  @Test
  void whatItComplainsAboutIsTold() throws IOException {
    var failing = script("echo 'no such thing' >&2; exit 3");
    var failure = assertThrows(Failure.class, () -> Ffmpeg.open(failing, folder, with("")));
    assertTrue(String.valueOf(failure.getMessage()).contains("ended with 3: no such thing"));
  }

  @Test
  void itsEndByOurStopIsNoFailureOfIt() throws IOException {
    var stop = new Stop();
    stop.request();
    var failing = script("exit 255");
    var stopped = assertThrows(Failure.class, () -> Ffmpeg.open(failing, folder, with("", stop)));
    assertEquals(ExitCode.STOPPED, stopped.code());
  }

  @Test
  void isGoneOnceWeAreStopped() throws Exception {
    var stop = new Stop();
    var pid = folder.resolve("pid");
    var endless =
        script("echo $$ > '%1$s.new'; mv '%1$s.new' '%1$s'; exec sleep 60".formatted(pid));
    var person =
        Thread.ofVirtual()
            .start(
                () -> {
                  Await.until("its start", Duration.ofSeconds(20), () -> Files.exists(pid));
                  stop.request();
                });
    var stopped = assertThrows(Failure.class, () -> Ffmpeg.open(endless, folder, with("", stop)));
    assertEquals(ExitCode.STOPPED, stopped.code());
    person.join();
    long number = Long.parseLong(Files.readString(pid).strip());
    assertFalse(ProcessHandle.of(number).map(ProcessHandle::isAlive).orElse(false));
  }

  /** A bar that moves over a picture that stands. */
  private RawFrames frames(int count) {
    var frames = new RawFrames(folder.resolve("in.rgba"), SIDE, SIDE);
    for (int k = 0; k < count; k++) {
      int[] rgba = new int[SIDE * SIDE];
      for (int i = 0; i < rgba.length; i++) {
        int grey = i % SIDE / 4 == k ? 250 : ((i * 2_654_435) >>> 20) & 63;
        rgba[i] = 0xFF00_0000 | grey << 16 | grey << 8 | grey;
      }
      frames.add(rgba);
    }
    return frames;
  }

  @Test
  void laterFramesCostLessAndFinerOnesComeOutNearer() {
    var surroundings = with(System.getenv().getOrDefault("PATH", ""));
    var program = Ffmpeg.find(surroundings);
    assumeTrue(program != null, "no ffmpeg here");
    var ffmpeg = Ffmpeg.open(java.util.Objects.requireNonNull(program), folder, surroundings);
    assertNotNull(ffmpeg);
    var frames = frames(6);
    var coarse = ffmpeg.code(frames, 72, 40);
    long coarseBytes = coarse.bytes().stream().mapToLong(each -> each).sum();
    double coarseError = error(frames.frame(5), coarse.shown().frame(5));
    var fine = ffmpeg.code(frames, 72, 10);
    assertEquals(6, fine.bytes().size());
    assertTrue(fine.bytes().get(1) < fine.bytes().getFirst() / 2, fine.bytes() + "");
    assertTrue(fine.bytes().stream().mapToLong(each -> each).sum() > coarseBytes);
    double fineError = error(frames.frame(5), fine.shown().frame(5));
    assertTrue(fineError < 4 && fineError < coarseError, fineError + ", " + coarseError);
  }

  private static double error(int[] a, int[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += Math.abs((a[i] & 255) - (b[i] & 255));
    }
    return sum / a.length;
  }
}
