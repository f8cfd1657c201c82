package org.saccade.xr;

import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A headset made of a motion: like a real one it knows the head only up to now, and predicts from
 * there to the display time by the velocity of the last moments. So what it says improves with
 * every look, and the truth is known afterwards. Frame thread only.
 */
public final class TrackedMotion implements Headset {
  /** Samples are this far apart: a tracker at 1 kHz. */
  private static final long SAMPLE_NANOS = 1_000_000;

  /** Velocity is that of the last so many samples. */
  private static final int WINDOW = 16;

  /** Nobody trusts a velocity for longer. */
  private static final double LONGEST_SECONDS = 0.1;

  private final Motion motion;
  private final LongSupplier clock;
  private final long startNanos;
  private final Fov fov;

  /**
   * A tracker of a motion that begins at {@code startNanos} on the clock.
   *
   * @param clock nanoseconds; read at each look
   */
  public TrackedMotion(Motion motion, LongSupplier clock, long startNanos, Fov fov) {
    this.motion = motion;
    this.clock = clock;
    this.startNanos = startNanos;
    this.fov = fov;
  }

  @Override
  public RigFrame locate(long displayNanos) {
    var head = locateHead(displayNanos);
    return new RigFrame(
        displayNanos, head, List.of(new ViewPose(head, fov)), Gaze.centre(displayNanos));
  }

  @Override
  public Pose locateHead(long displayNanos) {
    long now = clock.getAsLong();
    long newest = now - Math.floorMod(now - startNanos, SAMPLE_NANOS);
    var known = at(newest);
    var before = at(newest - WINDOW * SAMPLE_NANOS);
    double ahead = Math.clamp((displayNanos - newest) * 1e-9, 0, LONGEST_SECONDS);
    return before.towards(known, 1 + ahead / (WINDOW * SAMPLE_NANOS * 1e-9));
  }

  @Override
  public @Nullable Pose headAt(long pastNanos) {
    return at(pastNanos);
  }

  private Pose at(long nanos) {
    return motion.poseAt(Math.max(0, nanos - startNanos) * 1e-9);
  }

  @Override
  public boolean isLocated() {
    return true;
  }

  @Override
  public boolean isHeadPlaced() {
    return true;
  }

  @Override
  public double floorBelowOrigin() {
    return 0;
  }
}
