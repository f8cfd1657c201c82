package org.saccade.client.bench;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.lwjgl.BufferUtils;
import org.saccade.client.Progress;
import org.saccade.client.Surroundings;
import org.saccade.client.report.BenchReport;
import org.saccade.client.report.Figures;
import org.saccade.client.report.Machine;
import org.saccade.client.report.Target;
import org.saccade.client.report.Version;
import org.saccade.client.run.Motions;
import org.saccade.client.run.RunSettings;
import org.saccade.client.run.SceneChoice;
import org.saccade.client.run.SceneFiles;
import org.saccade.client.run.Stills;
import org.saccade.offload.policy.Mode;
import org.saccade.render.quality.Ssim;
import org.saccade.xr.Motion;
import org.saccade.xr.PoseTrack;
import org.saccade.xr.TraceRig;
import org.saccade.xr.ViewPose;

/**
 * How much a picture from warm tiles looks like the truth, beside the device's own picture: poses
 * evenly along the motion, each as truth (kept on disk), Local, and Edge; and then as every method
 * shows it a round trip after it asked.
 */
public final class QualityBench {
  /** Poses whose pictures are kept, about. */
  private static final int PICTURED = 6;

  private final Surroundings surroundings;
  private final BenchSettings settings;
  private final int poses;
  private final List<Integer> roundTrips;
  private final Path work;
  private final Figures results = new Figures();
  private final List<Target> targets = new ArrayList<>();
  private Figures machine = Machine.facts();

  /**
   * @param poses how many, evenly along the motion
   * @param roundTrips milliseconds
   * @param work folder for pictures
   */
  public QualityBench(
      Surroundings surroundings,
      BenchSettings settings,
      int poses,
      List<Integer> roundTrips,
      Path work) {
    this.surroundings = surroundings;
    this.settings = settings;
    this.poses = poses;
    this.roundTrips = List.copyOf(roundTrips);
    this.work = work;
  }

  /** Sums over one scene's poses. */
  private static final class Tally {
    private final List<float[]> maps = new ArrayList<>();
    private double local;
    private double hybrid;
    private double holes;
    private double strictHoles;
    private double modeDifference;
  }

  /** Measures every scene. */
  public BenchReport run(List<SceneChoice> scenes) {
    for (var scene : scenes) {
      measure(scene);
    }
    return new BenchReport("quality", Version.text(), machine, inputs(), results, targets);
  }

  private Figures inputs() {
    double fov = Math.toRadians(settings.verticalFovDegrees());
    var motion = Motions.of(settings.motion(), settings.seed(), surroundings);
    boolean hasGaze = motion instanceof PoseTrack track && track.hasGaze();
    return settings
        .figures()
        .with("poses", poses)
        .with("rtt_ms", roundTrips)
        .with("gaze", hasGaze ? "recorded" : "the view's middle; tiles are chosen for any")
        .with("pixels_per_degree", RttQuality.pixelsPerDegree(settings.size(), fov))
        .with("fovea_degrees", Math.toDegrees(PictureJudge.FOVEA_RADIANS))
        .with("guard_band_degrees", RttPictures.GUARD_DEGREES);
  }

  /** How much of the motion the poses are spread over: a recording once, others a walk's time. */
  static double span(Motion motion) {
    return motion instanceof PoseTrack track
        ? Math.min(Motions.WALK_SECONDS, track.durationSeconds())
        : Motions.WALK_SECONDS;
  }

  private void measure(SceneChoice choice) {
    var run = settings.run(choice);
    var scene = new SceneFiles(surroundings, settings.cacheFolder()).load(choice);
    var motion = Motions.of(settings.motion(), settings.seed(), surroundings);
    double fov = Math.toRadians(settings.verticalFovDegrees());
    var rig = new TraceRig(motion, Motions.origin(scene), 0, fov, run.size().aspect());
    var tally = new Tally();
    try (var stills = Stills.open(surroundings, run, scene);
        var progress = new Progress(surroundings)) {
      machine = Machine.facts(stills.device());
      var moments = new Moments(rig);
      var truths = new Truths(stills, scene, run.size(), settings.cacheFolder());
      var overRtt =
          new RttQuality(choice.name(), roundTrips, run.size(), fov, moments, stills, work);
      for (int i = 0; i < poses; i++) {
        surroundings.stop().check();
        progress.say("%s: pose %d of %d".formatted(choice.name(), i + 1, poses));
        double seconds = span(motion) * (i + 0.5) / poses;
        stills.animate(seconds);
        var truth = truths.at(moments.view(seconds));
        pose(stills, moments.view(seconds), truth, run, tally, i);
        overRtt.moment(seconds, PictureJudge.pixels(truth));
      }
      report(choice.name(), tally, overRtt);
    }
  }

  private void pose(
      Stills stills, ViewPose view, ByteBuffer right, RunSettings run, Tally tally, int index) {
    int width = run.size().width();
    int height = run.size().height();
    int pixels = width * height;
    var truth = Ssim.luma(right, pixels);
    var local = stills.draw(view, Mode.LOCAL);
    stills.warm(view);
    var edge = stills.draw(view, Mode.EDGE);
    var hybrid = stills.draw(view, Mode.HYBRID);
    var localLuma = Ssim.luma(local.rgba(), pixels);
    var edgeLuma = Ssim.luma(edge.rgba(), pixels);
    var hybridLuma = Ssim.luma(hybrid.rgba(), pixels);
    tally.maps.add(Ssim.map(truth, edgeLuma, width, height));
    tally.local += Ssim.mean(Ssim.map(truth, localLuma, width, height));
    tally.hybrid += Ssim.mean(Ssim.map(truth, hybridLuma, width, height));
    tally.modeDifference =
        Math.max(
            tally.modeDifference,
            Math.max(difference(localLuma, edgeLuma), difference(localLuma, hybridLuma)));
    var marked = BufferUtils.createByteBuffer(4 * pixels);
    var holes = Holes.count(edge, local, stills.classes(view), width, height, marked);
    tally.holes += holes.holes();
    tally.strictHoles += holes.strict();
    keep(run.scene().name(), index, "local", local.rgba(), width, height);
    keep(run.scene().name(), index, "edge", edge.rgba(), width, height);
    keep(run.scene().name(), index, "hybrid", hybrid.rgba(), width, height);
    keep(run.scene().name(), index, "holes", marked, width, height);
  }

  private void report(String name, Tally tally, RttQuality overRtt) {
    double mean = tally.maps.stream().mapToDouble(Ssim::mean).average().orElse(Double.NaN);
    double p05 = percentile(tally.maps, 0.05);
    double holes = tally.holes / poses;
    var figures =
        new Figures()
            .with("ssim_mean", mean)
            .with("ssim_p05", p05)
            .with("local_ssim_mean", tally.local / poses)
            .with("hybrid_ssim_mean", tally.hybrid / poses)
            .with("holes_share", holes)
            .with("holes_strict_share", tally.strictHoles / poses)
            .with("mode_luma_difference_max", tally.modeDifference);
    overRtt.report(figures);
    results.with(name, figures);
    boolean isIndoor = !name.equals("orchard");
    targets.add(Target.atLeast(name + ".ssim_mean", mean, isIndoor ? 0.95 : 0.93));
    targets.add(Target.atLeast(name + ".ssim_p05", p05, isIndoor ? 0.85 : 0.70));
    targets.add(Target.atMost(name + ".holes_share", holes, 0.001));
    targets.add(Target.atMost(name + ".mode_luma_difference_max", tally.modeDifference, 0.02));
    targets.addAll(RttTargets.of(name, isIndoor, overRtt.tallies()));
  }

  /** The value below which a share of all pixels of all maps lie. */
  private static double percentile(List<float[]> maps, double share) {
    int total = maps.stream().mapToInt(map -> map.length).sum();
    float[] all = new float[total];
    int at = 0;
    for (float[] map : maps) {
      System.arraycopy(map, 0, all, at, map.length);
      at += map.length;
    }
    Arrays.sort(all);
    return total == 0 ? Double.NaN : all[(int) (share * (total - 1))];
  }

  /** Mean absolute difference of two lumas, 0..1. */
  static double difference(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += Math.abs(a[i] - b[i]);
    }
    return sum / a.length / 255;
  }

  private void keep(String scene, int index, String what, ByteBuffer rgba, int width, int height) {
    if (index % Math.max(1, poses / PICTURED) == 0) {
      var name = String.format(Locale.ROOT, "%s-%02d-%s.png", scene, index, what);
      Pictures.write(work.resolve(name), rgba, width, height);
    }
  }
}
