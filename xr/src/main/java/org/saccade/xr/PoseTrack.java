package org.saccade.xr;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Sampled poses, linear and slerp between samples, played forwards and backwards for ever, so that
 * the end never jumps to the beginning.
 */
public final class PoseTrack implements Motion {
  /** Between samples of the slowest tracker; where eyes are lost for longer they were not seen. */
  private static final double SLOWEST_TRACKER_SECONDS = 0.05;

  /**
   * One sample: seconds, the head, and the eyes where there is a new sample of them. That was
   * measured when its own time says, on the clock of these seconds.
   */
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

  /**
   * The gaze of the nearest sample, for an eye that jumps must not be seen to glide; where that has
   * none, the one before it, as a tracker that is slower than the frames shows it. Its time is when
   * it was measured, in nanoseconds since the beginning.
   */
  @Override
  public Optional<Gaze> gazeAt(double seconds) {
    double at = folded(seconds);
    int next = indexAfter(at);
    int sample = next > 0 && at - times[next - 1] < times[next] - at ? next - 1 : next;
    while (sample > 0
        && samples.get(sample).gaze().isEmpty()
        && at - times[sample - 1] <= SLOWEST_TRACKER_SECONDS) {
      sample--;
    }
    return samples.get(sample).gaze().map(gaze -> played(gaze, seconds));
  }

  private Gaze played(Gaze gaze, double seconds) {
    long first = Math.round(samples.getFirst().seconds() * 1e9);
    long duration = Math.round(durationSeconds() * 1e9);
    long turns = duration == 0 ? 0 : Math.max(0, (long) Math.ceil(seconds / durationSeconds()) - 1);
    long own = gaze.sampleNanos() - first;
    long nanos = turns * duration + (turns % 2 == 0 ? own : duration - own);
    return nanos == gaze.sampleNanos()
        ? gaze
        : new Gaze(gaze.x(), gaze.y(), gaze.z(), nanos, gaze.source(), gaze.confidence());
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
