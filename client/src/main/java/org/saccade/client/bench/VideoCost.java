package org.saccade.client.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.saccade.client.bench.PictureJudge.PictureScore;
import org.saccade.client.bench.foveation.GridMap;
import org.saccade.client.bench.foveation.Raster;
import org.saccade.client.bench.foveation.Wivrn;
import org.saccade.client.bench.video.EqualQuality;
import org.saccade.client.bench.video.Ffmpeg;
import org.saccade.client.bench.video.RawFrames;

/**
 * The cheapest video of stretches of a walk that looks as good as tiles: WiVRn's map about the
 * middle, at its own share of the pixels or a larger one where that blurs too much, inter-coded.
 * One thread.
 */
final class VideoCost {
  /** WiVRn's own comes first. */
  private static final List<Double> SHARES = List.of(0.3, 0.5, 0.75, 1.0);

  private final Ffmpeg ffmpeg;
  private final VideoShots shots;
  private final Path folder;
  private final IntConsumer step;
  private int encodings;

  /**
   * What it takes.
   *
   * @param share of the pixels along an axis
   */
  record Found(double share, EqualQuality.Point point) {
    /** Millions of bits a second over a visit, of which the first frame alone is intra-coded. */
    double mbit(double seconds) {
      double later = Math.max(0, seconds * VideoShots.HERTZ - 1);
      return TileVisits.mbit(point.first() + later * point.later(), seconds);
    }
  }

  /**
   * @param step is told which encoding begins, counted from 1
   */
  VideoCost(Ffmpeg ffmpeg, VideoShots shots, Path folder, IntConsumer step) {
    this.ffmpeg = ffmpeg;
    this.shots = shots;
    this.folder = folder;
    this.step = step;
  }

  /**
   * How much room uncoded frames take at most: the truth, all of it squeezed, a stretch decoded.
   */
  static long roomBytes(int pixels) {
    long frame = 4L * pixels * pixels;
    return (2L * VideoShots.STRETCHES + 1) * VideoShots.FRAMES * frame;
  }

  /** Null where no video is as good. More pixels are tried as long as they come cheaper. */
  @Nullable Found find() {
    Found best = null;
    for (double share : SHARES) {
      var point = find(share);
      if (point != null && (best == null || point.later() < best.point.later())) {
        best = new Found(share, point);
      } else if (best != null) {
        break;
      }
    }
    return best;
  }

  private EqualQuality.@Nullable Point find(double share) {
    int pixels = shots.shots().getFirst().truth().width();
    var map = new Wivrn(share).map(pixels, 0, 0);
    var squeezed = shots.shots().stream().map(shot -> squeeze(shot, map, share)).toList();
    var found =
        EqualQuality.find(
            quality -> {
              step.accept(++encodings);
              return measure(squeezed, map, quality);
            },
            shots.tilesError());
    squeezed.forEach(RawFrames::delete);
    return found;
  }

  private RawFrames squeeze(VideoShots.Shot shot, GridMap map, double share) {
    var truth = shot.truth();
    var to = folder.resolve("%s-%s".formatted(share, truth.file().getFileName()));
    RawFrames frames = null;
    for (int i = 0; i < truth.count(); i++) {
      var small = map.squeeze(new Raster(truth.width(), truth.height(), truth.frame(i)), 1);
      frames = new RawFrames(to, small.width(), small.height());
      frames.add(small.rgba());
    }
    return Objects.requireNonNull(frames);
  }

  private EqualQuality.Point measure(List<RawFrames> squeezed, GridMap map, int quality) {
    double first = 0;
    double later = 0;
    var scores = new ArrayList<PictureScore>();
    for (int i = 0; i < squeezed.size(); i++) {
      var coded = ffmpeg.code(squeezed.get(i), VideoShots.HERTZ, quality);
      var bytes = coded.bytes();
      first += (double) bytes.getFirst() / squeezed.size();
      later +=
          bytes.stream().skip(1).mapToLong(Long::longValue).average().orElse(0) / squeezed.size();
      scores.addAll(judge(shots.shots().get(i), coded.shown(), map));
    }
    return new EqualQuality.Point(
        quality,
        first,
        later,
        scores.stream().mapToDouble(PictureScore::flipWeighted).average().orElse(Double.NaN),
        scores.stream().mapToDouble(PictureScore::ssimWeighted).average().orElse(Double.NaN));
  }

  private static List<PictureScore> judge(VideoShots.Shot shot, RawFrames shown, GridMap map) {
    int pixels = shot.truth().width();
    var judges = shot.judges();
    return IntStream.range(0, judges.size())
        .parallel()
        .mapToObj(
            i -> {
              int[] small = shown.frame(VideoShots.judged().get(i));
              var picture = new Raster(shown.width(), shown.height(), small);
              return judges.get(i).judge(map.stretch(picture, pixels, pixels).rgba(), 0);
            })
        .toList();
  }
}
