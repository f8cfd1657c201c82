package org.saccade.offload.policy;

/**
 * What a Local frame costs at any resolution: a share that every frame pays (vertices, draw calls,
 * uploads), and the rest, which goes with the number of pixels. Frames at full resolution teach the
 * cost of a whole frame, scaled ones how it divides.
 *
 * @param full busy time at full resolution
 * @param fixedShare share of it that no lower resolution spares, 0..1
 */
public record LocalCost(ModeCost full, double fixedShare) {
  /** Never measured; until a scaled frame says otherwise, all goes with the pixels. */
  public static final LocalCost NONE = new LocalCost(ModeCost.NONE, 0);

  private static final double SMALLEST_SCALE = 0.25;

  /** From this scale on the pixels spared are too few to learn from. */
  private static final double NEARLY_FULL = 0.95;

  /** Weight of a new frame's share. */
  private static final double LEARNING = 0.25;

  /** Busy time at full resolution. */
  public long nanos() {
    return full.nanos();
  }

  /** Busy time expected at a scale per axis. */
  double nanosAt(double scale) {
    return full.nanos() * (fixedShare + (1 - fixedShare) * scale * scale);
  }

  /** The largest scale that takes no longer than this; 0 when none does. */
  double scaleWithin(double nanos) {
    double pixels = nanos / Math.max(1, full.nanos()) - fixedShare;
    return pixels <= 0 ? 0 : Math.sqrt(pixels / Math.max(1e-3, 1 - fixedShare));
  }

  /** The cost with one more frame in it, drawn at a scale per axis. */
  LocalCost with(double drawnScale, long busyNanos) {
    double scale = Math.clamp(drawnScale, SMALLEST_SCALE, 1.0);
    if (scale > NEARLY_FULL || full.frames() == 0) {
      return new LocalCost(full.with((long) (busyNanos / (scale * scale))), fixedShare);
    }
    double pixels = scale * scale;
    double share = (busyNanos / Math.max(1.0, (double) full.nanos()) - pixels) / (1 - pixels);
    double bounded = Math.clamp(share, 0.0, 1.0);
    double learnt = fixedShare + LEARNING * (bounded - fixedShare);
    return new LocalCost(
        share == bounded ? full : full.with(whole(busyNanos, bounded, pixels)), learnt);
  }

  /** The frame forgotten, but not how it divides. */
  LocalCost forgotten() {
    return new LocalCost(ModeCost.NONE, fixedShare);
  }

  /** A whole frame's cost, where no division of the known one explains the scaled frame's. */
  private static long whole(long busyNanos, double share, double pixels) {
    return (long) (busyNanos / (share + (1 - share) * pixels));
  }
}
