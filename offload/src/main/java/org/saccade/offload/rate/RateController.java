package org.saccade.offload.rate;

/**
 * Decides, at the receiver, how fast the sender may send: as much as arrives, a little more while
 * the queue stays short, less at once when it grows.
 *
 * <p>Each window (100 ms, or 1.5 round trips) compares what arrived with what was allowed, the
 * least delay with the least of the last seconds (the queue), and packet numbers (loss). At first
 * the rate doubles a window while the queue stays short, on a long way less. Then: a queue over
 * {@link #QUEUE_MICROS} sets the rate below what arrives, so that it drains, far below when the
 * start overshot, until it is gone; a used-up allowance and a short queue raise it by up to 6 %; an
 * allowance that was not used up says nothing about the network and stays, unless the queue is
 * twice too long and grows (one that stays is a way that became longer). Loss alone matters only
 * above {@link #MUCH_LOSS}: radio loses without being full. Delay based like LEDBAT (RFC 6817),
 * probing like BBR. Pure; one thread.
 */
public final class RateController {
  /** A longer queue than this is too long, in microseconds. */
  static final long QUEUE_MICROS = 12_000;

  /** A larger share of lost packets means a full queue behind a short one. */
  static final double MUCH_LOSS = 0.1;

  private static final double FIRST = 4_000_000;
  private static final double LEAST = 64_000;
  private static final double MOST = 125_000_000;
  private static final double LEAST_CAP_BYTES = 64_000;
  private static final double CAP_SECONDS = 0.15;
  private static final double USED = 0.75;
  private static final double RISE = 0.06;
  private static final double DRAIN = 0.85;

  /** A queue so many times too long, as a start that overshot leaves it, drains faster. */
  private static final int LONG_QUEUES = 4;

  private static final double DRAIN_LONG = 0.4;
  private static final double LOSS_FALL = 0.8;
  private static final double NARROW_FALL = 0.7;
  private static final long GROWING_MICROS = 1_000;

  /** On a longer way than this what a step does shows late, so the start's steps are smaller. */
  private static final long LONG_WAY_NANOS = 60_000_000L;

  private static final double LONG_WAY_GROWTH = 1.4;
  private static final long WINDOW_NANOS = 100_000_000L;
  private static final long SILENCE_NANOS = 600_000_000L;

  private final ArrivalWindow window = new ArrivalWindow();
  private final LeastDelay leastDelay = new LeastDelay();
  private final double least;
  private final double most;
  private double rate;
  private double arrivingBytesPerSecond;
  private double lostShare;
  private long queueMicros;
  private boolean isStarting = true;
  private boolean isSettling;
  private double afterDraining;
  private double growth = 2;
  private long silentSinceNanos;

  /** Bounded by what any network carries. */
  public RateController() {
    this(Long.MAX_VALUE);
  }

  /** Never above so many bytes a second; 0 lets nothing be sent. */
  public RateController(long mostBytesPerSecond) {
    most = Math.min(MOST, (double) mostBytesPerSecond);
    least = Math.min(LEAST, most);
    rate = Math.min(FIRST, most);
  }

  /**
   * A packet was taken from the link.
   *
   * @param arrivedNanos when it came, at most a frame before it was taken
   * @param packet its number; modulo 2^32
   * @param sentMicros the sender's clock when it left; modulo 2^32, only differences count
   * @param bytes with what the allowance counts
   */
  public void arrived(long arrivedNanos, int packet, int sentMicros, int bytes) {
    window.add(arrivedNanos, packet, sentMicros, bytes);
  }

  /**
   * What the sender may send now; call it once a frame, after the frame's packets.
   *
   * @param roundTripNanos measured, queueing included
   */
  public Allowance allow(long nowNanos, long roundTripNanos) {
    long windowNanos = Math.max(WINDOW_NANOS, roundTripNanos * 3 / 2);
    growth = roundTripNanos > LONG_WAY_NANOS ? LONG_WAY_GROWTH : 2;
    if (window.ageNanos(nowNanos) >= windowNanos) {
      if (window.isEmpty()) {
        pause(nowNanos);
      } else {
        judge(nowNanos);
      }
      window.reopen(nowNanos);
    }
    long bytesPerSecond = (long) rate;
    return new Allowance(bytesPerSecond, (int) Math.max(LEAST_CAP_BYTES, rate * CAP_SECONDS));
  }

  /** What is allowed, without asking anew. */
  public long bytesPerSecond() {
    return (long) rate;
  }

  /** What arrived lately. */
  public double arrivingBytesPerSecond() {
    return arrivingBytesPerSecond;
  }

  /** Of the last window that had packets. */
  public double lostShare() {
    return lostShare;
  }

  /** Queueing in the last window that had packets. */
  public long queueMicros() {
    return queueMicros;
  }

  private void judge(long now) {
    silentSinceNanos = now;
    arrivingBytesPerSecond = window.bytesPerSecond(now);
    lostShare = window.lostShare();
    long former = queueMicros;
    queueMicros = leastDelay.excess(window.leastDelayMicros(), now);
    if (isSettling) {
      isSettling = false; // what was slowed a window ago shows in the next one only
      return;
    }
    boolean isUsedUp = arrivingBytesPerSecond >= USED * rate * (1 - lostShare);
    if (isUsedUp && queueMicros > QUEUE_MICROS) {
      slowForQueue(Math.min(rate, arrivingBytesPerSecond));
    } else if (afterDraining > 0) {
      limit(afterDraining);
      afterDraining = 0;
    } else if (queueMicros > 2 * QUEUE_MICROS && queueMicros > former + GROWING_MICROS) {
      slowTo(rate * NARROW_FALL);
    } else if (lostShare > MUCH_LOSS) {
      slowTo(rate * LOSS_FALL);
    } else if (isUsedUp) {
      // The nearer the queue is to its limit, the smaller the step.
      limit(rate * (isStarting ? growth : 1 + RISE * (1 - (double) queueMicros / QUEUE_MICROS)));
    }
  }

  /** Below what arrives; far below while the queue is long, and back once it is gone. */
  private void slowForQueue(double passing) {
    if (queueMicros > LONG_QUEUES * QUEUE_MICROS) {
      afterDraining = Math.max(afterDraining, passing * DRAIN);
      slowTo(Math.max(afterDraining / DRAIN, passing) * DRAIN_LONG);
    } else {
      slowTo(Math.max(afterDraining, passing * DRAIN));
      afterDraining = 0;
    }
  }

  private void slowTo(double bytesPerSecond) {
    isStarting = false;
    isSettling = true;
    limit(bytesPerSecond);
  }

  /** Nothing arrived: either nothing was asked, or the network is away; come back with less. */
  private void pause(long now) {
    arrivingBytesPerSecond = 0;
    if (now - silentSinceNanos > SILENCE_NANOS) {
      silentSinceNanos = now;
      limit(Math.max(Math.min(rate, FIRST), rate * LOSS_FALL));
    }
  }

  private void limit(double bytesPerSecond) {
    rate = Math.clamp(bytesPerSecond, least, most);
  }
}
