package org.saccade.client.bench.video;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
final class FfmpegWordsTest {
  private static final String LISTING =
      """
      Encoders:
       V..... = Video
       ------
       V....D libx264rgb           libx264 H.264 RGB (codec h264)
       V....D h264_nvenc           NVIDIA NVENC H.264 encoder (codec h264)
       V....D libx265              libx265 H.265 / HEVC (codec hevc)
       A....D libx264              not a picture
      """;

  @Test
  void theBestEncoderThatIsListedIsUsed() {
    assertEquals(Optional.of("libx265"), FfmpegWords.encoder(LISTING));
    var both = LISTING + " V....D libx264              libx264 H.264 (codec h264)\n";
    assertEquals(Optional.of("libx264"), FfmpegWords.encoder(both));
    assertEquals(Optional.empty(), FfmpegWords.encoder("Encoders:\n V..... vp8 libx264 like\n"));
    assertEquals(Optional.empty(), FfmpegWords.encoder(""));
  }

  @Test
  void aStreamersVideoHasOneIntraFrameAndWaitsForNone() {
    var frames = new RawFrames(Path.of("a.rgba"), 432, 430);
    var words = FfmpegWords.encode(frames, 72, "libx264", 23, Path.of("b.mkv"));
    for (var each :
        List.of(
            "-s 432x430",
            "-r 72 -i a.rgba",
            "-c:v libx264",
            "-tune zerolatency",
            "-bf 0",
            "-g 1000000",
            "-sc_threshold 0")) {
      assertTrue(String.join(" ", words).contains(each), each);
    }
    assertTrue(words.indexOf("-s") < words.indexOf("-i"), "of the input");
    assertTrue(words.indexOf("-crf") > words.indexOf("-i"), "of the output");
    assertEquals("23", words.get(words.indexOf("-crf") + 1));
    assertEquals("b.mkv", words.getLast());
    assertFalse(words.contains("-x265-params"));
    assertTrue(words.indexOf("-sc_threshold") > words.indexOf("-i"), "of the output");
    var other = FfmpegWords.encode(frames, 72, "libx265", 23, Path.of("b"));
    assertFalse(other.contains("-sc_threshold"));
    var own = other.get(other.indexOf("-x265-params") + 1);
    assertTrue(own.contains("scenecut=0"), "where a cut is none: " + own);
  }

  @Test
  void framesWeighWhatTheLinesSay() {
    var lines =
        """
        #software: Lavf59.27.100
        #tb 0: 1/1000
        0,          0,          0,       14,    18342, 0xd1aef2a2
        0,         14,         14,       14,      912, 0x5e1cc01b, F=0x0

        """;
    assertEquals(List.of(18_342L, 912L), FfmpegWords.sizes(lines));
  }
}
