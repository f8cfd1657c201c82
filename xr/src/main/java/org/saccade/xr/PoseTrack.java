package org.saccade.xr;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Sampled poses, linear and slerp between samples, played forwards and backwards for ever, so that
 * the end never jumps to the beginning.
 */
public final class PoseTrack implements Motion {
  /** One sample: seconds since the beginning, the head, and the eyes where they were measured. */
  public record Sample(double seconds, Pose pose, Optional<Gaze> gaze) {}

  private final double[] times;
  private final List<Sample> samples;

  /** Keeps samples in order of time; the first one becomes second 0. */
  public PoseTrack(List<Sample> samples) {
    if (samples.isEmpty()) {
      throw new IllegalArgumentException("a motion needs at least one sample");
    }
    this.samples = List.copyOf(samples);
    double first = samples.getFirst().seconds();
    this.times = samples.stream().mapToDouble(sample -> sample.seconds() - first).toArray();
    for (int i = 1; i < times.length; i++) {
      if (!(times[i] > times[i - 1])) {
        throw new IllegalArgumentException(
            "sample %d is at %s s, not after %s s".formatted(i, times[i], times[i - 1]));
      }
    }
  }

  /** From the first sample to the last, in seconds. */
  public double durationSeconds() {
    return times[times.length - 1];
  }

  /** All samples in order of time. */
  public List<Sample> samples() {
    return samples;
  }

  /** True when some sample carries a measured gaze: eyes blink, and trackers lose them. */
  public boolean hasGaze() {
    return samples.stream().anyMatch(sample -> sample.gaze().isPresent());
  }

  @Override
  public Pose poseAt(double seconds) {
    double at = folded(seconds);
    int next = indexAfter(at);
    if (next == 0) {
      return samples.getFirst().pose();
    }
    var earlier = samples.get(next - 1);
    double share = Math.min(1, (at - times[next - 1]) / (times[next] - times[next - 1]));
    return earlier.pose().towards(samples.get(next).pose(), share);
  }

  /** The gaze of the nearest sample: an eye that jumps must not be seen to glide. */
  @Override
  public Optional<Gaze> gazeAt(double seconds) {
    double at = folded(seconds);
    int next = indexAfter(at);
    boolean isNearerBefore = next > 0 && at - times[next - 1] < times[next] - at;
    return samples.get(isNearerBefore ? next - 1 : next).gaze();
  }

  private double folded(double seconds) {
    double duration = durationSeconds();
    if (duration == 0) {
      return 0;
    }
    double phase = Math.abs(seconds) % (2 * duration);
    return phase <= duration ? phase : 2 * duration - phase;
  }

  /** The first sample at or after {@code at}. */
  private int indexAfter(double at) {
    int found = Arrays.binarySearch(times, at);
    return Math.min(found >= 0 ? found : -found - 1, times.length - 1);
  }
}
