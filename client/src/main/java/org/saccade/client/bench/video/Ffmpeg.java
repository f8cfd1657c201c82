package org.saccade.client.bench.video;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.saccade.client.Failure;
import org.saccade.client.Surroundings;

/** The ffmpeg of this machine, which encodes and decodes. One process at a time; one thread. */
public final class Ffmpeg {
  private static final List<String> NAMES = List.of("ffmpeg", "ffmpeg.exe");
  private static final long STEP_MILLIS = 20;
  private static final int SIGNAL_STEPS = 10;
  private static final long END_SECONDS = 5;

  private final Path program;
  private final String encoder;
  private final Path folder;
  private final Surroundings surroundings;

  private Ffmpeg(Path program, String encoder, Path folder, Surroundings surroundings) {
    this.program = program;
    this.encoder = encoder;
    this.folder = folder;
    this.surroundings = surroundings;
  }

  /** Where it is on the {@code PATH}; null where it is not. */
  public static @Nullable Path find(Surroundings surroundings) {
    for (var place : surroundings.variable("PATH").split(Pattern.quote(File.pathSeparator), -1)) {
      for (var name : NAMES) {
        var file = Path.of(place, name);
        if (!place.isEmpty() && Files.isRegularFile(file) && Files.isExecutable(file)) {
          return file;
        }
      }
    }
    return null;
  }

  /**
   * Asks it what it can encode; null where that is neither H.264 nor H.265 in software.
   *
   * @param folder for its files
   */
  public static @Nullable Ffmpeg open(Path program, Path folder, Surroundings surroundings) {
    var asking = new Ffmpeg(program, "", folder, surroundings);
    return FfmpegWords.encoder(asking.run(FfmpegWords.probe()))
        .map(encoder -> new Ffmpeg(program, encoder, folder, surroundings))
        .orElse(null);
  }

  /** The encoder in use. */
  public String encoder() {
    return encoder;
  }

  /**
   * What came out.
   *
   * @param bytes of each coded frame
   * @param shown decoded again
   */
  public record Coded(List<Long> bytes, RawFrames shown) {}

  /**
   * Encodes frames and decodes them again.
   *
   * @param quality constant rate factor: less is better
   */
  public Coded code(RawFrames frames, int hertz, int quality) {
    var video = folder.resolve("video.mkv");
    var decoded = folder.resolve("decoded.rgba");
    run(FfmpegWords.encode(frames, hertz, encoder, quality, video));
    var bytes = FfmpegWords.sizes(run(FfmpegWords.sizes(video)));
    run(FfmpegWords.decode(video, decoded));
    var shown = new RawFrames(decoded, frames.width(), frames.height());
    if (bytes.size() != frames.count() || shown.count() != frames.count()) {
      throw Failure.failed(
          "%s made %d frames of %d, and %d of these again: another version may not"
              .formatted(program, bytes.size(), frames.count(), shown.count()));
    }
    return new Coded(bytes, shown);
  }

  /** What it prints; a failure of it is ours. */
  private String run(List<String> words) {
    var command = new ArrayList<String>(List.of(program.toString()));
    command.addAll(words);
    var out = folder.resolve("ffmpeg.out");
    var err = folder.resolve("ffmpeg.err");
    try {
      var process =
          new ProcessBuilder(command)
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      int status = await(process);
      if (status != 0) {
        throw Failure.failed(
            "'%s' ended with %d: %s"
                .formatted(String.join(" ", command), status, Files.readString(err).strip()));
      }
      return Files.readString(out, StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw Failure.failed("%s cannot be used: %s".formatted(program, failed.getMessage()), failed);
    }
  }

  /** Its status; it ends with us, and is gone before its files are. */
  private int await(Process process) {
    try {
      while (!process.waitFor(STEP_MILLIS, TimeUnit.MILLISECONDS)) {
        surroundings.stop().check();
      }
      if (process.exitValue() != 0) {
        stopIfAsked();
      }
      return process.exitValue();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw Failure.stopped();
    } finally {
      process
          .destroyForcibly()
          .onExit()
          .completeOnTimeout(process, END_SECONDS, TimeUnit.SECONDS)
          .join();
    }
  }

  /** Ctrl-C reaches it as well as us, and may have ended it before we hear of it. */
  private void stopIfAsked() throws InterruptedException {
    for (int i = 0; i < SIGNAL_STEPS; i++) {
      surroundings.stop().check();
      TimeUnit.MILLISECONDS.sleep(STEP_MILLIS);
    }
  }
}
