package org.saccade.client.bench;

import java.nio.file.Path;
import java.util.function.IntConsumer;
import org.saccade.client.bench.Clips.Clip;
import org.saccade.client.run.Expectation;
import org.saccade.client.run.PictureSize;
import org.saccade.client.run.Stills;
import org.saccade.offload.fov.Haste;
import org.saccade.offload.policy.Mode;

/** Draws the frames of clips, and keeps the worst. Frame thread. */
final class ClipPictures {
  /** Differences are kept so many times brighter. */
  private static final float BRIGHTER = 4;

  private final String scene;
  private final Stills stills;
  private final Moments moments;
  private final Truths truths;
  private final PictureSize size;
  private final Path work;

  ClipPictures(
      String scene, Stills stills, Moments moments, Truths truths, PictureSize size, Path work) {
    this.scene = scene;
    this.stills = stills;
    this.moments = moments;
    this.truths = truths;
    this.size = size;
    this.work = work;
  }

  /** Begins what leads to a clip anew. */
  void begin(Clip clip) {
    stills.begin(clip.before());
  }

  /**
   * Chooses tiles for a frame, once those that miss have come; nothing is drawn.
   *
   * @param waiting is told how many are missing
   */
  void follow(Clip clip, int frame, IntConsumer waiting) {
    stills.follow(expected(clip, frame), waiting);
  }

  /** Draws a frame after the one before. */
  MovingFrame draw(Clip clip, int frame) {
    var expected = expected(clip, frame);
    stills.animate(clip.seconds(frame));
    var former = stills.draw(expected.view(), Mode.EDGE).rgba();
    var cells = stills.follow(expected, missing -> {});
    var ours = stills.draw(expected.view(), Mode.EDGE).rgba();
    return new MovingFrame(cells, ours, former, truths.at(expected.view()));
  }

  private Expectation expected(Clip clip, int frame) {
    double seconds = clip.seconds(frame);
    return new Expectation(moments.view(seconds), moments.lookInHeadset(seconds), Haste.LEISURELY);
  }

  /** Keeps a pair instead of the one kept before. */
  void keep(Clip clip, MovingFrame before, MovingFrame now) {
    keep(clip, "ours-before", PictureJudge.pixels(before.ours()));
    keep(clip, "ours-held", PictureJudge.pixels(now.former()));
    keep(clip, "ours", PictureJudge.pixels(now.ours()));
    keep(clip, "truth-before", PictureJudge.pixels(before.truth()));
    keep(clip, "truth", PictureJudge.pixels(now.truth()));
    float[] errors = now.errors(before);
    for (int i = 0; i < errors.length; i++) {
      errors[i] *= BRIGHTER;
    }
    keep(clip, "error", PictureJudge.grey(errors));
  }

  private void keep(Clip clip, String what, int[] pixels) {
    var name = "%s-%s-worst-%s.png".formatted(scene, clip.words(), what);
    Pictures.write(work.resolve(name), pixels, size.width(), size.height());
  }
}
