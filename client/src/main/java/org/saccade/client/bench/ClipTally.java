package org.saccade.client.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.saccade.client.bench.Clips.Clip;
import org.saccade.client.bench.LinePlots.Curve;
import org.saccade.client.bench.LinePlots.Plot;
import org.saccade.client.bench.MovingFrame.Pair;
import org.saccade.client.report.Figures;
import org.saccade.client.report.Target;

/** What lies between the frames of one clip. One thread. */
final class ClipTally {
  private static final double MOST = 3;
  private static final int LABELS_APART = 4;

  private final Clip clip;
  private final List<Pair> pairs = new ArrayList<>();

  ClipTally(Clip clip) {
    this.clip = clip;
  }

  /** Adds the next; true when no other one's excess is as large. */
  boolean add(Pair pair) {
    boolean isWorst = pairs.stream().allMatch(each -> each.excess() < pair.excess());
    pairs.add(pair);
    return isWorst;
  }

  private List<Double> values(ToDoubleFunction<Pair> of) {
    return pairs.stream().mapToDouble(of).boxed().toList();
  }

  /** Frames, counted from 0, that differ from the one before. */
  private List<Integer> frames(Predicate<Pair> isIt) {
    return IntStream.range(0, pairs.size())
        .filter(i -> isIt.test(pairs.get(i)))
        .mapToObj(i -> i + 1)
        .toList();
  }

  /** For the report. */
  Figures figures() {
    return new Figures()
        .with("from_s", clip.seconds(0))
        .with("near_cell_changes_at", frames(Pair::isNearChanged))
        .with("far_cell_changes_at", frames(Pair::isFarChanged))
        .with("ours_median", Spikes.of(values(Pair::ours)).median())
        .with("truth_median", Spikes.of(values(Pair::truth)).median())
        .with("excess", figures(Pair::excess))
        .with("error", figures(Pair::error))
        .with("choice", figures(Pair::choice));
  }

  private Figures figures(ToDoubleFunction<Pair> of) {
    var values = values(of);
    var spikes = Spikes.of(values);
    return new Figures()
        .with("median", spikes.median())
        .with("max", spikes.max())
        .with("max_over_median", spikes.ratio())
        .with("spike", spikes.height())
        .with("max_frame", spikes.at() + 1)
        .with("max_s", clip.seconds(spikes.at() + 1))
        .with("frames", values.stream().map(each -> Math.rint(each * 1e6) / 1e6).toList());
  }

  /**
   * No frame may stand out from the others; where what was looked for did not happen, nothing
   * holds. A slow head is judged by the excess alone.
   */
  List<Target> targets(String scene) {
    var name = scene + "." + clip.words();
    double excess = hasHappened() ? Spikes.of(values(Pair::excess)).height() : Double.NaN;
    double error = hasHappened() ? Spikes.of(values(Pair::error)).height() : Double.NaN;
    var ofExcess = Target.atMost(name + ".excess.spike", excess, MOST);
    return clip.isSlow()
        ? List.of(ofExcess)
        : List.of(ofExcess, Target.atMost(name + ".error.spike", error, MOST));
  }

  private boolean hasHappened() {
    return switch (clip.kind()) {
      case NEAR_CELL -> pairs.stream().anyMatch(Pair::isNearChanged);
      case FAR_CELL -> pairs.stream().anyMatch(Pair::isFarChanged);
      case LEVELS -> true;
    };
  }

  /** All between its frames; upright lines where another cell is drawn. */
  Plot plot(String scene) {
    var xs = IntStream.rangeClosed(1, pairs.size()).boxed().toList();
    return new Plot(
        String.format(
            Locale.ROOT,
            "%s, %s from %.2f s: change of luma a frame",
            scene,
            clip.words(),
            clip.seconds(0)),
        LinePlots.Scale.LINEAR,
        xs,
        xs.stream().filter(x -> x % LABELS_APART == 0).toList(),
        frames(pair -> pair.isNearChanged() || pair.isFarChanged()),
        List.of(
            new Curve("ours", "#2a9d3f", values(Pair::ours)),
            new Curve("truth", "#222222", values(Pair::truth)),
            new Curve("excess", "#d1495b", values(Pair::excess)),
            new Curve("error", "#00798c", values(Pair::error)),
            new Curve("choice", "#edae49", values(Pair::choice))));
  }
}
