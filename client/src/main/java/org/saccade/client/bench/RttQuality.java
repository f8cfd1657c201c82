package org.saccade.client.bench;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.joml.Quaternionf;
import org.joml.Vector3f;
import org.saccade.client.bench.PictureJudge.PictureScore;
import org.saccade.client.bench.RttPictures.Shown;
import org.saccade.client.report.AtomicFile;
import org.saccade.client.report.Figures;
import org.saccade.client.run.PictureSize;
import org.saccade.client.run.Stills;
import org.saccade.client.run.Stills.Still;
import org.saccade.client.run.Views;
import org.saccade.offload.fov.AcuitySettings;
import org.saccade.offload.fov.EyeMap;
import org.saccade.xr.ViewPose;

/**
 * How good every method's pictures of one scene are over round-trip time. Keeps the pictures of the
 * moment at which ours is worst. Frame thread; pictures are judged on all cores.
 */
final class RttQuality {
  private static final List<RttMethod> KEPT =
      List.of(RttMethod.LOCAL, RttMethod.ROTATION, RttMethod.DEPTH);

  private final String scene;
  private final List<Integer> millis;
  private final PictureSize size;
  private final double pixelsPerDegree;
  private final Moments moments;
  private final RttPictures pictures;
  private final Path work;
  private final Map<Integer, Map<RttMethod, MethodTally>> tallies = new LinkedHashMap<>();
  private final Map<Integer, Double> worst = new HashMap<>();

  RttQuality(
      String scene,
      List<Integer> millis,
      PictureSize size,
      double verticalFov,
      Moments moments,
      Stills stills,
      Path work) {
    this.scene = scene;
    this.millis = List.copyOf(millis);
    this.size = size;
    this.moments = moments;
    this.work = work;
    pixelsPerDegree = pixelsPerDegree(size, verticalFov);
    pictures = new RttPictures(stills, moments, size, verticalFov);
    for (int each : millis) {
      var methods = new EnumMap<RttMethod, MethodTally>(RttMethod.class);
      for (var method : RttMethod.values()) {
        methods.put(method, new MethodTally());
      }
      tallies.put(each, methods);
    }
  }

  /** In the middle of the view. */
  static double pixelsPerDegree(PictureSize size, double verticalFov) {
    return size.height() / 2.0 / Math.tan(verticalFov / 2) * Math.toRadians(1);
  }

  /** Judges a moment. */
  void moment(double seconds, int[] truth) {
    var view = moments.view(seconds);
    var judge = new PictureJudge(truth, size, pixelsPerDegree, eye(seconds, view));
    var alone = finished(pictures.alone(view));
    var itself = shown(alone, RttMethod.LOCAL).still();
    var aloneScores = judged(judge, alone, itself);
    for (int each : millis) {
      var shown = finished(pictures.at(seconds, each / 1000.0));
      var scores = judged(judge, shown, itself);
      scores.putAll(aloneScores);
      var methods = Objects.requireNonNull(tallies.get(each));
      scores.forEach((method, score) -> Objects.requireNonNull(methods.get(method)).add(score));
      shown.putAll(alone);
      keepIfWorst(each, truth, shown, score(scores, RttMethod.OURS));
    }
  }

  private EyeMap eye(double seconds, ViewPose view) {
    var ahead = view.pose().orientation(new Quaternionf()).transform(new Vector3f(0, 0, -1));
    var gaze = moments.gaze(seconds).orElse(ahead);
    return new EyeMap(Views.frustum(view, size), gaze, AcuitySettings.STANDARD);
  }

  private static Map<RttMethod, Shown> finished(Map<RttMethod, Supplier<Shown>> begun) {
    var all = new EnumMap<RttMethod, Shown>(RttMethod.class);
    begun.entrySet().parallelStream()
        .map(one -> Map.entry(one.getKey(), one.getValue().get()))
        .toList()
        .forEach(one -> all.put(one.getKey(), one.getValue()));
    return all;
  }

  private Map<RttMethod, PictureScore> judged(
      PictureJudge judge, Map<RttMethod, Shown> shown, Still itself) {
    var scores = new EnumMap<RttMethod, PictureScore>(RttMethod.class);
    shown.entrySet().parallelStream()
        .map(one -> Map.entry(one.getKey(), judged(judge, one.getValue(), itself)))
        .toList()
        .forEach(one -> scores.put(one.getKey(), one.getValue()));
    return scores;
  }

  private PictureScore judged(PictureJudge judge, Shown shown, Still itself) {
    return judge.judge(PictureJudge.pixels(shown.still().rgba()), holes(shown, itself));
  }

  private double holes(Shown shown, Still itself) {
    var marked = java.nio.ByteBuffer.allocate(4 * size.width() * size.height());
    return Holes.count(shown.still(), itself, shown.classes(), size.width(), size.height(), marked)
        .holes();
  }

  private void keepIfWorst(int each, int[] truth, Map<RttMethod, Shown> shown, PictureScore score) {
    if (score.ssim() >= worst.getOrDefault(each, Double.MAX_VALUE)) {
      return;
    }
    worst.put(each, score.ssim());
    keep(each, "truth", truth);
    keep(each, "ours", PictureJudge.pixels(shown(shown, RttMethod.OURS).still().rgba()));
    keep(each, "difference", PictureJudge.grey(score.flipMap()));
    for (var method : KEPT) {
      keep(each, method.words(), PictureJudge.pixels(shown(shown, method).still().rgba()));
    }
  }

  private void keep(int each, String what, int[] pixels) {
    var name = String.format(Locale.ROOT, "%s-rtt-%03d-worst-%s.png", scene, each, what);
    Pictures.write(work.resolve(name), pixels, size.width(), size.height());
  }

  /** Adds the figures of every round trip and method, and draws their curves. */
  void report(Figures into) {
    tallies.forEach(
        (each, methods) -> {
          var figures = new Figures();
          methods.forEach((method, tally) -> figures.with(method.words(), tally.figures()));
          into.with("rtt_" + each, figures);
        });
    AtomicFile.write(work.resolve(scene + "-rtt.svg"), RttCurves.svg(scene, tallies));
  }

  /** All that was counted, by milliseconds. */
  Map<Integer, Map<RttMethod, MethodTally>> tallies() {
    return tallies;
  }

  private static Shown shown(Map<RttMethod, Shown> of, RttMethod method) {
    return Objects.requireNonNull(of.get(method), method.words());
  }

  private static PictureScore score(Map<RttMethod, PictureScore> of, RttMethod method) {
    return Objects.requireNonNull(of.get(method), method.words());
  }
}
