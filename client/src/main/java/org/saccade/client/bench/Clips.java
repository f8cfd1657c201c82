package org.saccade.client.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import org.saccade.offload.fov.DrawnCells;

/** The stretches of a motion in which another choice of tiles may be seen. Pure. */
final class Clips {
  /** Frames a second. */
  static final int RATE = 30;

  /** Frames before a clip that are chosen but not judged, so that the chooser remembers them. */
  static final int LEAD = 15;

  /** So many times slower is a slow clip: then nothing hides a jump. */
  static final int SLOWER = 10;

  /** Between fewer no frame can stand out. */
  private static final int LEAST_SLOW = 5;

  private Clips() {}

  /** Why a clip is looked at. */
  enum Kind {
    /** Another NEAR cell is drawn, and no other FAR one where there is such a place. */
    NEAR_CELL,
    /** Another FAR cell is drawn. */
    FAR_CELL,
    /** Most of what is drawn changes its level, as in a fast turn. */
    LEVELS;

    String words() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A frame of the motion.
   *
   * @param levels faces of panoramas drawn at another level than in the frame before, in area
   */
  record Step(DrawnCells cells, double levels) {}

  /**
   * A stretch.
   *
   * @param isSlow whether all goes {@link #SLOWER} times slower than the motion
   * @param first its first frame, counted from the motion's beginning at the clip's own pace
   * @param before the cells that are drawn where what leads to it begins
   */
  record Clip(Kind kind, boolean isSlow, int first, int frames, DrawnCells before) {
    /** At which of the motion's seconds a frame of it is; negative ones lie before it. */
    double seconds(int frame) {
      return secondsAt(isSlow, first + frame);
    }

    String words() {
      return isSlow ? kind.words() + "_slow" : kind.words();
    }
  }

  /** At which of the motion's seconds a frame is. */
  static double secondsAt(boolean isSlow, int frame) {
    return (double) frame / (isSlow ? RATE * SLOWER : RATE);
  }

  /**
   * The change in the middle of a clip as a slow head sees it, in half as many frames; empty for
   * levels.
   *
   * @param follow which cells are drawn at a slow frame; asked in order from one after the frame
   *     before the change
   */
  static Optional<Clip> slow(Clip fast, List<Step> steps, IntFunction<DrawnCells> follow) {
    int last = fast.first + fast.frames / 2 - 1;
    var before = steps.get(last).cells;
    for (int i = 1; i <= SLOWER && fast.kind != Kind.LEVELS; i++) {
      int at = last * SLOWER + i;
      var now = follow.apply(at);
      if (fast.kind == Kind.NEAR_CELL ? now.near() != before.near() : now.far() != before.far()) {
        int frames = Math.max(LEAST_SLOW, (fast.frames + 1) / 2);
        int first = at - frames / 2;
        var led = steps.get((first - LEAD) / SLOWER).cells;
        return Optional.of(new Clip(fast.kind, true, first, frames, led));
      }
    }
    return Optional.empty();
  }

  /** The first change of each kind of cell, in the middle of its clip, and most of levels. */
  static List<Clip> find(List<Step> steps, int frames) {
    var clips = new ArrayList<Clip>();
    int last = steps.size() - frames;
    IntPredicate far = at -> changesFar(steps, at);
    IntPredicate near = at -> changesNear(steps, at);
    int nearAlone = first(last, frames, near.and(at -> !isAny(at - frames / 2, frames, far)));
    int nearFirst = nearAlone >= 0 ? nearAlone : first(last, frames, near);
    clip(Kind.NEAR_CELL, nearFirst, frames, steps).ifPresent(clips::add);
    clip(Kind.FAR_CELL, first(last, frames, far), frames, steps).ifPresent(clips::add);
    clip(Kind.LEVELS, mostLevels(steps, last, frames), frames, steps).ifPresent(clips::add);
    return clips;
  }

  private static Optional<Clip> clip(Kind kind, int first, int frames, List<Step> steps) {
    return first < 0
        ? Optional.empty()
        : Optional.of(new Clip(kind, false, first, frames, steps.get(first - LEAD).cells));
  }

  /** Where the first clip begins that has such a frame in its middle; -1 where there is none. */
  private static int first(int last, int frames, IntPredicate isIt) {
    for (int first = LEAD; first <= last; first++) {
      if (isIt.test(first + frames / 2)) {
        return first;
      }
    }
    return -1;
  }

  private static int mostLevels(List<Step> steps, int last, int frames) {
    int best = -1;
    double most = 0;
    for (int first = LEAD; first <= last; first++) {
      double sum = 0;
      for (int i = first + 1; i < first + frames; i++) {
        sum += steps.get(i).levels;
      }
      if (sum > most) {
        most = sum;
        best = first;
      }
    }
    return best;
  }

  private static boolean isAny(int first, int frames, IntPredicate isIt) {
    for (int i = first + 1; i < first + frames; i++) {
      if (isIt.test(i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean changesNear(List<Step> steps, int at) {
    return steps.get(at).cells.near() != steps.get(at - 1).cells.near();
  }

  private static boolean changesFar(List<Step> steps, int at) {
    return steps.get(at).cells.far() != steps.get(at - 1).cells.far();
  }
}
