package org.saccade.client.bench.video;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is said to ffmpeg, and what it answers. Pure. */
final class FfmpegWords {
  /** Best known first: both take {@code -crf}, {@code -preset} and {@code -tune zerolatency}. */
  private static final List<String> ENCODERS = List.of("libx264", "libx265");

  /** One intra-coded frame, the first, however long the video; nor is one made at a cut. */
  private static final String NEVER = "1000000";

  private static final int SIZE_FIELD = 4;

  private FfmpegWords() {}

  /** The encoder to use, out of what {@code ffmpeg -encoders} lists. */
  static Optional<String> encoder(String listing) {
    var listed = listing.lines().map(line -> line.strip().split("\\s+")).toList();
    return ENCODERS.stream()
        .filter(
            name ->
                listed.stream()
                    .anyMatch(
                        words ->
                            words.length > 1 && words[0].startsWith("V") && words[1].equals(name)))
        .findFirst();
  }

  /** Lists the encoders. */
  static List<String> probe() {
    return List.of("-hide_banner", "-nostdin", "-encoders");
  }

  /**
   * Encodes frames as a streamer does that must not wait: no frame refers to a later one, none is
   * held back, and only the first is intra-coded.
   *
   * @param quality constant rate factor: less is better
   */
  static List<String> encode(RawFrames frames, int hertz, String encoder, int quality, Path to) {
    var words =
        new ArrayList<String>(
            List.of("-hide_banner", "-nostdin", "-loglevel", "error", "-y", "-f", "rawvideo"));
    words.addAll(List.of("-pix_fmt", "rgba", "-s", frames.width() + "x" + frames.height()));
    words.addAll(List.of("-r", String.valueOf(hertz), "-i", frames.file().toString()));
    words.addAll(List.of("-c:v", encoder, "-preset", "fast", "-tune", "zerolatency"));
    words.addAll(List.of("-bf", "0", "-g", NEVER, "-crf", String.valueOf(quality)));
    words.addAll(
        encoder.equals("libx265")
            ? List.of("-x265-params", "log-level=error:scenecut=0")
            : List.of("-sc_threshold", "0"));
    words.addAll(List.of("-pix_fmt", "yuv420p", "-f", "matroska", to.toString()));
    return words;
  }

  /** Prints a line for each coded frame. */
  static List<String> sizes(Path video) {
    return List.of(
        "-hide_banner",
        "-nostdin",
        "-loglevel",
        "error",
        "-i",
        video.toString(),
        "-c",
        "copy",
        "-f",
        "framecrc",
        "-");
  }

  /** The bytes of each coded frame, from those lines. */
  static List<Long> sizes(String lines) {
    return lines
        .lines()
        .filter(line -> !line.startsWith("#") && !line.isBlank())
        .map(line -> line.split(","))
        .filter(fields -> fields.length > SIZE_FIELD)
        .map(fields -> Long.parseLong(fields[SIZE_FIELD].strip()))
        .toList();
  }

  /** Decodes to raw frames. */
  static List<String> decode(Path video, Path to) {
    return List.of(
        "-hide_banner",
        "-nostdin",
        "-loglevel",
        "error",
        "-y",
        "-i",
        video.toString(),
        "-f",
        "rawvideo",
        "-pix_fmt",
        "rgba",
        to.toString());
  }
}
