package org.saccade.xr;

/**
 * Makes of an eye tracker's samples a gaze that is always there. Where the tracker loses the eyes,
 * as in a blink, the gaze is held for 200 ms and then drifts to the middle of the view within 500
 * ms; its source says which. No clock is read. Frame thread.
 *
 * <p>OpenXR gives no confidence, so ours is derived, as the product of three factors:
 *
 * <ul>
 *   <li>flags: 1 where the runtime calls the direction tracked, 0.5 where only valid (guessed);
 *   <li>age: 1 up to 20 ms between sample and display, falling linearly to 0 at 150 ms, when a
 *       saccade (20 to 50 ms) has surely been missed;
 *   <li>jump: 1 where the eye turned no faster than 1,000 degrees a second since the last sample,
 *       else 1,000 over its speed; human saccades reach about 700 (A. T. Bahill, M. R. Clark, L.
 *       Stark, "The main sequence, a tool for studying human eye movements", Mathematical
 *       Biosciences 24, 1975), so anything faster is the tracker's noise.
 * </ul>
 *
 * <p>While held or drifting it falls linearly from the last one to 0.
 */
public final class GazeKeeper {
  /** How long a lost gaze stays where it was. */
  public static final long HOLD_NANOS = 200_000_000;

  /** How long it takes from there to the middle. */
  public static final long DRIFT_NANOS = 500_000_000;

  private static final double FRESH_NANOS = 20e6;
  private static final double STALE_NANOS = 150e6;
  private static final double FASTEST_RADIANS_PER_NANO = Math.toRadians(1000) * 1e-9;
  private static final double SHORTEST_STEP_NANOS = 1e6;

  private Gaze last = Gaze.centre(0);
  private long lastSeenNanos;
  private boolean wasSeen;
  private double jump = 1;

  /**
   * The tracker sees the eyes.
   *
   * @param x a unit direction in head space, with the next two
   * @param sampleNanos when it was measured
   * @param nowNanos when it is used
   */
  public Gaze see(float x, float y, float z, boolean isTracked, long sampleNanos, long nowNanos) {
    if (!wasSeen) {
      jump = 1;
    } else if (sampleNanos != last.sampleNanos()) {
      jump = plausibility(x, y, z, sampleNanos - last.sampleNanos());
    }
    double age = (double) Math.max(0, nowNanos - sampleNanos);
    double fresh = Math.clamp((STALE_NANOS - age) / (STALE_NANOS - FRESH_NANOS), 0, 1);
    float confidence = (float) ((isTracked ? 1 : 0.5) * fresh * jump);
    var source = isTracked ? Gaze.Source.MEASURED : Gaze.Source.GUESSED;
    last = new Gaze(x, y, z, sampleNanos, source, confidence);
    lastSeenNanos = nowNanos;
    wasSeen = true;
    return last;
  }

  private double plausibility(float x, float y, float z, long stepNanos) {
    double cosine = Math.clamp(x * last.x() + y * last.y() + z * last.z(), -1.0, 1.0);
    double speed = Math.acos(cosine) / Math.max(SHORTEST_STEP_NANOS, (double) stepNanos);
    return Math.min(1, FASTEST_RADIANS_PER_NANO / Math.max(speed, 1e-30));
  }

  /** The tracker does not see the eyes. */
  public Gaze miss(long nowNanos) {
    long lost = nowNanos - lastSeenNanos;
    if (!wasSeen || lost >= HOLD_NANOS + DRIFT_NANOS) {
      wasSeen = false;
      return Gaze.centre(nowNanos);
    }
    double left = 1 - (double) Math.max(0, lost) / (HOLD_NANOS + DRIFT_NANOS);
    float confidence = (float) (last.confidence() * left);
    if (lost <= HOLD_NANOS) {
      return new Gaze(
          last.x(), last.y(), last.z(), last.sampleNanos(), Gaze.Source.HELD, confidence);
    }
    return drifting((double) (lost - HOLD_NANOS) / DRIFT_NANOS, confidence);
  }

  /** On the way straight to the middle, at an even pace. */
  private Gaze drifting(double share, float confidence) {
    double angle = Math.acos(Math.clamp(-last.z(), -1.0, 1.0)) * (1 - share);
    double across = Math.hypot(last.x(), last.y());
    double scale = across > 1e-6 ? Math.sin(angle) / across : 0;
    return new Gaze(
        (float) (last.x() * scale),
        (float) (last.y() * scale),
        (float) -Math.cos(angle),
        last.sampleNanos(),
        Gaze.Source.DRIFTING,
        confidence);
  }
}
