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
   * none, the one played before it, as a tracker that is slower than the frames shows it. Its time
   * is when it was measured, in nanoseconds since the beginning; backwards it is as old in the row
   * that shows it as it was forwards.
   */
  @Override
  public Optional<Gaze> gazeAt(double seconds) {
    double at = folded(seconds);
    int next = indexAfter(at);
    int sample = next > 0 && at - times[next - 1] < times[next] - at ? next - 1 : next;
    long turns = turns(seconds);
    int before = turns % 2 == 0 ? -1 : 1;
    for (int i = sample + before;
        samples.get(sample).gaze().isEmpty()
            && i >= 0
            && i < times.length
            && Math.abs(at - times[i]) <= SLOWEST_TRACKER_SECONDS;
        i += before) {
      sample = i;
    }
    var shown = samples.get(sample);
    return shown.gaze().map(gaze -> played(gaze, shown.seconds(), turns));
  }

  /** How often the direction has changed before an instant; after an odd number it is backwards. */
  private long turns(double seconds) {
    double duration = durationSeconds();
    return duration == 0 ? 0 : Math.max(0, (long) Math.ceil(seconds / duration) - 1);
  }

  private Gaze played(Gaze gaze, double rowSeconds, long turns) {
    long first = Math.round(samples.getFirst().seconds() * 1e9);
    long duration = Math.round(durationSeconds() * 1e9);
    long row = Math.round(rowSeconds * 1e9);
    long shown = turns * duration + (turns % 2 == 0 ? row - first : duration - (row - first));
    long nanos = shown - (row - gaze.sampleNanos());
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
