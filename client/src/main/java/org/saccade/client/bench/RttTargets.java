package org.saccade.client.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.saccade.client.report.Target;

/** The limits of pictures over round-trip time. Pure. */
final class RttTargets {
  /** Most limits are set for this round trip. */
  static final int JUDGED_MILLIS = 40;

  private static final int SHORTEST_AGAINST_ROTATION = 20;

  private RttTargets() {}

  /** Those of a scene, of the round trips that were measured. */
  static List<Target> of(
      String scene, boolean isIndoor, Map<Integer, Map<RttMethod, MethodTally>> byMillis) {
    var targets = new ArrayList<Target>();
    byMillis.forEach(
        (millis, methods) -> {
          var name = "%s.rtt_%d.ours.".formatted(scene, millis);
          if (millis == JUDGED_MILLIS) {
            judged(name, isIndoor, methods, targets);
          }
          if (millis >= SHORTEST_AGAINST_ROTATION) {
            againstRotation(name, methods, targets);
          }
        });
    return targets;
  }

  private static void judged(
      String name, boolean isIndoor, Map<RttMethod, MethodTally> methods, List<Target> targets) {
    var ours = tally(methods, RttMethod.OURS);
    var local = tally(methods, RttMethod.LOCAL);
    double smooth = tally(methods, RttMethod.LOCAL_MSAA4).ssim();
    targets.add(Target.atLeast(name + "ssim beside local's", ours.ssim(), local.ssim()));
    targets.add(Target.atMost(name + "flip beside local's", ours.flip(), local.flip()));
    targets.add(
        Target.atLeast(name + "ssim beside local_msaa4's - 0.01", ours.ssim(), smooth - 0.01));
    targets.add(Target.atLeast(name + "ssim_p05", ours.ssimP05(), isIndoor ? 0.90 : 0.80));
    targets.add(
        Target.atLeast(name + "ssim_weighted", ours.ssimWeighted(), isIndoor ? 0.97 : 0.95));
    targets.add(Target.atLeast(name + "sharpness", ours.sharpness(), 0.9));
    targets.add(Target.atMost(name + "sharpness", ours.sharpness(), 1.1));
    targets.add(Target.atMost(name + "holes", ours.holes(), 1e-4));
  }

  /** Against rotation, and against the better of its two, which also knows where heads go. */
  private static void againstRotation(
      String name, Map<RttMethod, MethodTally> methods, List<Target> targets) {
    var ours = tally(methods, RttMethod.OURS);
    var plain = tally(methods, RttMethod.ROTATION);
    var foreseen = tally(methods, RttMethod.ROTATION_PREDICTED);
    double ssim = Math.max(plain.ssim(), foreseen.ssim());
    double flip = Math.min(plain.flip(), foreseen.flip());
    targets.add(Target.atLeast(name + "ssim beside rotation's", ours.ssim(), plain.ssim()));
    targets.add(Target.atMost(name + "flip beside rotation's", ours.flip(), plain.flip()));
    targets.add(Target.atLeast(name + "ssim beside the better rotation's", ours.ssim(), ssim));
    targets.add(Target.atMost(name + "flip beside the better rotation's", ours.flip(), flip));
  }

  private static MethodTally tally(Map<RttMethod, MethodTally> methods, RttMethod method) {
    return Objects.requireNonNull(methods.get(method), method.words());
  }
}
