package org.saccade.client.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.joml.Quaternionf;
import org.joml.Vector3f;
import org.saccade.client.bench.PictureJudge.PictureScore;
import org.saccade.client.bench.video.RawFrames;
import org.saccade.client.run.Expectation;
import org.saccade.client.run.PictureSize;
import org.saccade.client.run.Stills;
import org.saccade.client.run.Views;
import org.saccade.offload.fov.AcuitySettings;
import org.saccade.offload.fov.EyeMap;
import org.saccade.offload.fov.Haste;
import org.saccade.offload.fov.Look;
import org.saccade.xr.ViewPose;

/**
 * Short stretches of a walk as they should look, and some of their frames as tiles show them. An
 * eye that nobody tracks looks about the middle of the view. Frame thread.
 */
final class VideoShots {
  /** Frames a second. */
  static final int HERTZ = 72;

  /** Stretches, evenly over the walk. */
  static final int STRETCHES = 3;

  /** Frames of each. */
  static final int FRAMES = 24;

  private static final List<Integer> JUDGED = List.of(11, 23);

  private final List<Shot> shots = new ArrayList<>();
  private final List<PictureScore> tiles = new ArrayList<>();

  /** A stretch: its frames on disk, and the judges of those that are looked at. */
  record Shot(RawFrames truth, List<PictureJudge> judges) {}

  /**
   * Draws them.
   *
   * @param stills of that many pixels a side
   * @param drawn is told how many frames there are so far
   */
  static VideoShots draw(
      Stills stills, Moments moments, double seconds, int pixels, Path folder, IntConsumer drawn) {
    var shots = new VideoShots();
    for (int i = 0; i < STRETCHES; i++) {
      var frames = new RawFrames(folder.resolve("truth-" + i + ".rgba"), pixels, pixels);
      var judges = new ArrayList<PictureJudge>();
      for (int k = 0; k < FRAMES; k++) {
        double at = seconds * (i + 0.5) / STRETCHES + (double) k / HERTZ;
        stills.animate(at);
        int[] truth = PictureJudge.pixels(stills.truth(moments.view(at)));
        frames.add(truth);
        if (JUDGED.contains(k)) {
          var judge = judge(truth, moments.view(at), pixels);
          judges.add(judge);
          shots.tiles.add(judge.judge(fromTiles(stills, moments.view(at)), 0));
        }
        drawn.accept(i * FRAMES + k + 1);
      }
      shots.shots.add(new Shot(frames, judges));
    }
    return shots;
  }

  private static int[] fromTiles(Stills stills, ViewPose view) {
    stills.expect(new Expectation(view, Look.ahead(), Haste.LEISURELY));
    return PictureJudge.pixels(stills.drawExpected(view, Look.ahead()).rgba());
  }

  private static PictureJudge judge(int[] truth, ViewPose view, int pixels) {
    var size = new PictureSize(pixels, pixels);
    var ahead = view.pose().orientation(new Quaternionf()).transform(new Vector3f(0, 0, -1));
    var eye = new EyeMap(Views.frustum(view, size), ahead, AcuitySettings.STANDARD);
    double perDegree = pixels / 2.0 / Math.tan(view.fov().up()) * Math.toRadians(1);
    return new PictureJudge(truth, size, perDegree, eye);
  }

  List<Shot> shots() {
    return shots;
  }

  /** Mean error of tiles, as the eye sees it: weighted FLIP. */
  double tilesError() {
    return tiles.stream().mapToDouble(PictureScore::flipWeighted).average().orElse(Double.NaN);
  }

  /** Their mean weighted SSIM. */
  double tilesSimilarity() {
    return tiles.stream().mapToDouble(PictureScore::ssimWeighted).average().orElse(Double.NaN);
  }

  /** Frames that are looked at, by their number in a stretch. */
  static List<Integer> judged() {
    return JUDGED;
  }
}
