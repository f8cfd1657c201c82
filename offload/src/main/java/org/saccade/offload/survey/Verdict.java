package org.saccade.offload.survey;

import org.saccade.offload.policy.Mode;

/**
 * What a link will carry, and what keeps it from carrying more. A function of its figures alone.
 *
 * @param mode the most that the edge can draw over it
 * @param level the finest tiles that keep up; 0 in Local
 * @param viewNanos until a view never seen before is sharp at that level
 * @param heldBack what to mend first
 */
public record Verdict(Mode mode, int level, long viewNanos, HeldBack heldBack) {
  /** A wait that is hardly noticed after a turn of the head. */
  static final long SHARP_NANOS = 250_000_000L;

  /** Beyond this a person walks through blur, and the device better draws what is near. */
  static final long SOFT_NANOS = 1_000_000_000L;

  /** Beyond this the edge's tiles are of no use. */
  static final long USELESS_NANOS = 5_000_000_000L;

  /** More than this of the rate is not left to a steady walk: others use the network, too. */
  private static final double USED = 0.8;

  private static final double LEAST_ANSWERED = 0.3;
  private static final long STANDSTILL_NANOS = 400_000_000L;
  private static final int DATAGRAM_PIECES = 12;

  /** What holds a link back. */
  public enum HeldBack {
    NOTHING,
    /** It stands still for a while. */
    STANDSTILL,
    RATE,
    ROUND_TRIP,
    JITTER,
    LOSS,
    /** No datagrams pass, and a stream waits for each loss. */
    NO_DATAGRAMS,
    /** The edge gives no measuring tiles, so the rate is unknown. */
    UNKNOWN_RATE
  }

  /** Judges what was measured. */
  public static Verdict of(LinkFigures seen) {
    var figures = Judged.of(seen);
    Verdict plain = grade(figures, HeldBack.NOTHING);
    return new Verdict(plain.mode, plain.level, plain.viewNanos, heldBack(seen, figures, plain));
  }

  /** Whether a view is sharp before it is much noticed. */
  public boolean isSharp() {
    return viewNanos <= SHARP_NANOS;
  }

  /** The figures that a verdict hangs on, each of which may be imagined otherwise. */
  private record Judged(
      double mbit, long roundTripNanos, long jitterNanos, double lost, double answered) {
    static Judged of(LinkFigures seen) {
      RoundTrips trips = seen.loaded().count() > 0 ? seen.loaded() : seen.quiet();
      long spread = (trips.p99Nanos() - trips.medianNanos()) / 2;
      return new Judged(
          seen.mbitPerSecond(),
          trips.medianNanos(),
          Math.max(trips.jitterNanos(), spread),
          seen.lostShare(),
          seen.answeredShare());
    }

    /** Until a view's tiles are there; lost pieces are asked for again. */
    long viewNanos(TileLoad load) {
      if (mbit <= 0) {
        return Long.MAX_VALUE;
      }
      double again = 1 - Math.pow(1 - lost, DATAGRAM_PIECES);
      double sending = load.viewBytes * 8e3 / mbit / (1 - Math.min(0.9, lost));
      double waiting = roundTripNanos + 2.0 * jitterNanos;
      return (long) (waiting + sending + again * (roundTripNanos + 4.0 * jitterNanos));
    }
  }

  private static Verdict grade(Judged link, HeldBack heldBack) {
    Verdict best = new Verdict(Mode.LOCAL, 0, Long.MAX_VALUE, heldBack);
    if (link.answered < LEAST_ANSWERED) {
      return best;
    }
    for (TileLoad load : TileLoad.values()) {
      long view = link.viewNanos(load);
      boolean keepsUp = link.mbit * USED >= load.walkMbit;
      if (keepsUp && view <= (load == TileLoad.LEVEL_1 ? SOFT_NANOS : SHARP_NANOS * 2)) {
        best = new Verdict(Mode.EDGE, load.level, view, heldBack);
      } else if (load == TileLoad.LEVEL_1 && view <= USELESS_NANOS) {
        best = new Verdict(Mode.HYBRID, load.level, view, heldBack);
      }
    }
    return best;
  }

  /** The figure that, were it ideal, would help most. */
  private static HeldBack heldBack(LinkFigures seen, Judged now, Verdict verdict) {
    if (!seen.hasGoodput()) {
      return HeldBack.UNKNOWN_RATE;
    }
    if (seen.longestGapNanos() > STANDSTILL_NANOS + 2 * now.roundTripNanos) {
      return HeldBack.STANDSTILL;
    }
    if (verdict.level == TileLoad.LEVEL_3.level && verdict.isSharp()) {
      return HeldBack.NOTHING;
    }
    if (!seen.byDatagram()) {
      return HeldBack.NO_DATAGRAMS;
    }
    Judged[] otherwise = {
      new Judged(1_000, now.roundTripNanos, now.jitterNanos, now.lost, now.answered),
      new Judged(now.mbit, 0, now.jitterNanos, now.lost, now.answered),
      new Judged(now.mbit, now.roundTripNanos, 0, now.lost, now.answered),
      new Judged(now.mbit, now.roundTripNanos, now.jitterNanos, 0, 1),
    };
    HeldBack[] names = {HeldBack.RATE, HeldBack.ROUND_TRIP, HeldBack.JITTER, HeldBack.LOSS};
    HeldBack worst = HeldBack.RATE;
    Verdict most = verdict;
    for (int i = 0; i < names.length; i++) {
      Verdict without = grade(otherwise[i], names[i]);
      if (without.isBetterThan(most)) {
        most = without;
        worst = names[i];
      }
    }
    return worst;
  }

  private boolean isBetterThan(Verdict other) {
    if (level != other.level) {
      return level > other.level;
    }
    return mode == other.mode ? viewNanos < other.viewNanos : mode == Mode.EDGE;
  }
}
