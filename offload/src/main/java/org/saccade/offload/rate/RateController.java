package org.saccade.offload.rate;

/**
 * Decides, at the receiver, how fast the sender may send, so that datagrams hardly ever wait on the
 * way.
 *
 * <p>On a network whose rate changes several times a round trip nobody can follow it: whoever sends
 * as much as passes now fills a queue at the next fall. So this looks for the rate at which a queue
 * comes up about once a second. It rises slowly; when a queue comes up, it lets that drain at once,
 * by sending far less than passes, goes on with what passes now, and quickly up to {@link #FALL} of
 * the rate before if no queue comes up again. Where the network is steady that ends just below its
 * rate; where it wanders, at its low percentiles (Sprout, Winstein 2013, forecasts these; here they
 * are found by trying).
 *
 * <p>The rise goes by the root of the rate and the fall is a share of it, so that devices behind
 * one bottleneck come to equal rates (binomial control, Bansal 2001), and a queue counts earlier
 * for the faster ones (Swift, Kumar 2020). Draining also shows each what the empty way is like
 * (BBR, Cardwell 2016). A queue is told from a way that changes by growing bit by bit, or by
 * staying ({@link QueueMeter}). The rise quickens while no queue comes. At first it doubles in a
 * window, never far ahead of what arrives, and so it comes back after the network was away, to what
 * it had been: queues that come up while nothing passes say nothing about the rate.
 *
 * <p>An allowance that was not used up says nothing about the network and stays, unless a queue
 * grows all the same. Loss matters above {@link #MUCH_LOSS} only: radio loses without being full.
 * While more than a tenth of what was asked for is overdue, nothing rises. Nothing is ever sent in
 * bursts to find out. Pure; one thread.
 */
public final class RateController {
  /** A larger share of lost packets means a full queue behind a short one. */
  static final double MUCH_LOSS = 0.1;

  private static final double FIRST = 4_000_000;
  private static final double LEAST = 64_000;
  private static final double MOST = 125_000_000;
  private static final double LEAST_CAP_BYTES = 64_000;
  private static final double CAP_SECONDS = 0.15;
  private static final double AWAY_CAP_BYTES = 160_000;
  private static final double USED = 0.75;

  /** A queue shorter than this is none, whatever the noise, microseconds. */
  private static final double QUEUE_MICROS = 2_000;

  /** More for slow ones: so much at {@link #FIRST}, by the root of the rate. */
  private static final double SLOW_MICROS = 1_500;

  /** So long that it counts although little was asked for. */
  private static final double UNUSED_MICROS = 24_000;

  private static final double MOST_QUEUE_MICROS = 20_000;
  private static final double NOISES = 2.5;

  private static final double RISE = 0.3;
  private static final long QUICKEN_AFTER_NANOS = 4_000_000_000L;
  private static final double QUICKEST = 0.6;

  private static final double FALL = 0.85;
  private static final double FOUND = 0.9;
  private static final double FIRST_FOUND = 0.8;
  private static final double LEAST_PRESSING = 0.1;
  private static final double UNUSED_FALL = 0.7;
  private static final double AHEAD = 1.6;
  private static final double DRAIN = 0.35;
  private static final double DRAIN_LONG = 0.2;
  private static final int LONG_QUEUES = 4;
  private static final double DRAINED = 0.6;
  private static final double LOSS_FALL = 0.8;
  private static final double OVERDUE = 0.1;

  private static final long LONG_WAY_NANOS = 60_000_000L;
  private static final double LONG_WAY_GROWTH = 1.4;
  private static final long WINDOW_NANOS = 100_000_000L;
  private static final long AGAIN_NANOS = 400_000_000L;
  private static final long SILENCE_NANOS = 60_000_000L;
  private static final long SHORT_NANOS = 20_000_000L;
  private static final long STANDING_NANOS = 80_000_000L;
  private static final long GAP_NANOS = 25_000_000L;
  private static final long AFTER_GAP_NANOS = 300_000_000L;
  private static final long RARELY_AFTER_NANOS = 300_000_000L;
  private static final long PRESSING_NANOS = 300_000_000L;
  private static final long STALE_NANOS = 600_000_000L;

  private final ArrivalWindow window = new ArrivalWindow();
  private final QueueMeter queue = new QueueMeter();
  private final LossEvidence evidence = new LossEvidence(MUCH_LOSS);
  private final Passing passing = new Passing();
  private final double least;
  private final double most;
  private double rate;
  private double rateAtOpening;
  private double arrivingBytesPerSecond;
  private double lostShare;
  private long queueMicros;
  private long allBytes;
  private boolean isUsedUp = true; // until a window says otherwise
  private boolean isDraining;
  private double afterDraining;
  private double risesTo = Double.POSITIVE_INFINITY; // doubling: at first, and after an absence
  private long settlesNanos;
  private long fellNanos;
  private long lastNanos;
  private long heardNanos;
  private long awaitingNanos;
  private long wayNanos;
  private long gapEndedNanos = Long.MIN_VALUE / 2;
  private long usedNanos = Long.MIN_VALUE / 2;
  private long shortNanos;
  private boolean isAway;
  private boolean isBack;
  private double beforeAway;
  private long staleNanos;
  private int met;
  private int overdue;
  private boolean wasMuchOverdue;
  private RateLimit limit = RateLimit.RISING;

  /** Bounded by what any network carries. */
  public RateController() {
    this(Long.MAX_VALUE);
  }

  /** Never above so many bytes a second; 0 lets nothing be sent. */
  public RateController(long mostBytesPerSecond) {
    most = Math.min(MOST, (double) mostBytesPerSecond);
    least = Math.min(LEAST, most);
    rate = Math.min(FIRST, most);
    rateAtOpening = rate;
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
    boolean isAwaited = heardNanos != 0 && awaitingNanos - heardNanos > 0;
    if (isAwaited && arrivedNanos - awaitingNanos > GAP_NANOS + wayNanos) {
      gapEndedNanos = arrivedNanos;
    }
    queue.add(arrivedNanos, window.add(arrivedNanos, packet, sentMicros, bytes));
    allBytes += bytes;
    heard(arrivedNanos);
  }

  /** The other end was heard, by whatever message: the way is there. */
  public void heard(long nanos) {
    heardNanos = Math.max(heardNanos, nanos);
  }

  /** Of what was asked for, so much came in time and so much was asked for again. */
  public void answers(int inTime, int again) {
    met += inTime;
    overdue += again;
  }

  /**
   * What the sender may send now; call it with each request, after the frame's packets.
   *
   * @param roundTripNanos measured, queueing included
   */
  public Allowance allow(long now, long roundTripNanos) {
    long sinceLast = Math.clamp(now - lastNanos, 0, WINDOW_NANOS);
    lastNanos = now;
    wayNanos = roundTripNanos;
    passing.mark(now, allBytes);
    long windowNanos = Math.max(WINDOW_NANOS, roundTripNanos * 3 / 2);
    if (window.ageNanos(now) >= windowNanos) {
      close(now, roundTripNanos + sinceLast);
    }
    lookWhetherAway(now, roundTripNanos, sinceLast);
    if (!isAway && !queue.isEmpty()) {
      long former = queueMicros;
      queueMicros = queue.queueMicros(now);
      follow(now, roundTripNanos, sinceLast, former);
    }
    if (isAway) { // what is asked for last is sent at once when the network is back
      return new Allowance(
          (long) beforeAway, (int) Math.min(AWAY_CAP_BYTES, beforeAway * CAP_SECONDS));
    }
    return new Allowance((long) rate, (int) Math.max(LEAST_CAP_BYTES, rate * CAP_SECONDS));
  }

  private void follow(long now, long roundTripNanos, long sinceLast, long former) {
    if (now - gapEndedNanos < SHORT_NANOS) {
      return; // too little has passed since
    }
    double tooLong = tooLongMicros();
    long settles = now + roundTripNanos + sinceLast;
    shortNanos = queueMicros > tooLong ? shortNanos : now;
    if (isDraining && queueMicros < DRAINED * tooLong) {
      isDraining = false;
      settlesNanos = settles + SHORT_NANOS;
      set(afterDraining);
    } else if (isDraining && now - settlesNanos >= 0) {
      settlesNanos = settles;
      set(drained(tooLong));
    } else if (now - settlesNanos >= 0 && isQueue(now - sinceLast - SHORT_NANOS, tooLong)) {
      if (isPressing(now) || isBack) {
        fall(now, settles, tooLong);
      } else if (queueMicros > Math.max(UNUSED_MICROS, 2 * tooLong) && queueMicros > former) {
        settlesNanos = settles + WINDOW_NANOS;
        limit = RateLimit.QUEUE;
        set(Math.max(rate * UNUSED_FALL, passes() * FOUND));
      }
    } else if (!isDraining && queueMicros <= tooLong) {
      isBack &= now - settlesNanos < 0;
      if (isUsedUp && !isMuchOverdue()) {
        rise(now, roundTripNanos, sinceLast);
      }
    }
  }

  /** Whether the allowance was used up lately; before a window says so, by what passes. */
  private boolean isPressing(long now) {
    return staleNanos == 0 ? passes() > LEAST_PRESSING * rate : now - usedNanos < PRESSING_NANOS;
  }

  /** Too long, and growing, or there for a while, or so long that it can be nothing else. */
  private boolean isQueue(long sinceNanos, double tooLong) {
    return queueMicros > tooLong
        && (queue.hasGrown(sinceNanos)
            || sinceNanos - shortNanos > STANDING_NANOS
            || queueMicros > LONG_QUEUES * tooLong);
  }

  private double tooLongMicros() {
    double slow = SLOW_MICROS * Math.sqrt(FIRST / rate);
    return Math.min(MOST_QUEUE_MICROS, QUEUE_MICROS + slow + NOISES * queue.noiseMicros());
  }

  private void fall(long now, long settles, double tooLong) {
    boolean isAfterGap = isBack || now - gapEndedNanos < AFTER_GAP_NANOS;
    boolean isAgain = fellNanos != 0 && now - fellNanos < AGAIN_NANOS + (settles - now);
    double passes = passes() * (Double.isInfinite(risesTo) ? FIRST_FOUND : 1);
    if (isAfterGap) { // what came up while nothing passed says nothing about the rate
      risesTo = Math.max(rate, Double.isInfinite(risesTo) ? 0 : risesTo);
    } else {
      risesTo = Double.isInfinite(risesTo) || isAgain ? 0 : rate * FALL;
      fellNanos = now;
      limit = RateLimit.QUEUE;
    }
    afterDraining = Math.min(isAfterGap ? rate : rate * FALL, passes * FOUND);
    isBack = false;
    isDraining = true;
    settlesNanos = settles;
    set(drained(tooLong));
  }

  private double passes() {
    return passing.bytesPerSecond(SHORT_NANOS, gapEndedNanos);
  }

  private double drained(double tooLong) {
    double passes = passes();
    afterDraining = Math.clamp(passes * FOUND, afterDraining, Math.max(afterDraining, risesTo));
    double share = queueMicros > LONG_QUEUES * tooLong ? DRAIN_LONG : DRAIN;
    return Math.min(afterDraining, passes * share);
  }

  private void rise(long now, long roundTripNanos, long sinceLast) {
    if (rate >= most) {
      return;
    }
    if (rate < risesTo) {
      double growth = roundTripNanos > LONG_WAY_NANOS ? LONG_WAY_GROWTH : 2;
      double risen = rate * Math.pow(growth, sinceLast / (double) WINDOW_NANOS);
      set(Math.max(rate, Math.min(Math.min(risesTo, risen), AHEAD * passes())));
      limit = Double.isInfinite(risesTo) ? RateLimit.RISING : RateLimit.COMING_BACK;
      return;
    }
    double share = RISE * Math.sqrt(FIRST / rate);
    double quiet = (now - fellNanos - QUICKEN_AFTER_NANOS) * 1e-9;
    double quick = quiet > 0 ? Math.min(QUICKEST, share * Math.pow(2, quiet)) : share;
    set(rate * (1 + Math.max(share, quick) * sinceLast * 1e-9));
  }

  private boolean isMuchOverdue() {
    return wasMuchOverdue || overdue > OVERDUE * (met + overdue);
  }

  /** A window ends: what arrived against what was allowed, and losses. */
  private void close(long now, long settling) {
    if (window.isEmpty()) {
      arrivingBytesPerSecond = 0;
      isUsedUp = false;
      forget(now);
    } else {
      staleNanos = now;
      arrivingBytesPerSecond = window.bytesPerSecond(now);
      lostShare = window.lostShare();
      double allowed = Math.min(rate, rateAtOpening) * (1 - lostShare);
      isUsedUp = arrivingBytesPerSecond >= USED * allowed;
      usedNanos = isUsedUp ? now : usedNanos;
      judgeLoss(now, settling);
      limit = limit(now);
    }
    wasMuchOverdue = overdue > OVERDUE * (met + overdue);
    met = 0;
    overdue = 0;
    rateAtOpening = rate;
    window.reopen(now);
  }

  private void judgeLoss(long now, long settling) {
    if (evidence.isTooMuch(window) && !isDraining && !isBack && now - settlesNanos >= 0) {
      settlesNanos = now + settling;
      risesTo = 0;
      fellNanos = now;
      limit = RateLimit.LOSS;
      set(rate * LOSS_FALL);
    }
  }

  private RateLimit limit(long now) {
    if (isUsedUp && rate >= most) {
      return RateLimit.CAP;
    }
    if (!isUsedUp && !isDraining && now - fellNanos > AGAIN_NANOS) {
      return RateLimit.ASKED_TOO_LITTLE;
    }
    boolean isOver =
        switch (limit) {
          case CAP, ASKED_TOO_LITTLE -> true;
          case COMING_BACK -> !isDraining && rate >= risesTo;
          case RISING, QUEUE, LOSS -> false;
        };
    return isOver ? fellNanos == 0 ? RateLimit.RISING : RateLimit.QUEUE : limit;
  }

  /** Nothing came for long and the way is there: little is known, so it will begin with less. */
  private void forget(long now) {
    if (now - staleNanos > STALE_NANOS && !isAway) {
      staleNanos = now;
      set(Math.max(Math.min(rate, FIRST), rate * LOSS_FALL));
    }
  }

  /** Without any answer the network is away: then a trickle, so that no queue awaits its return. */
  private void lookWhetherAway(long now, long roundTripNanos, long sinceLast) {
    if (heardNanos - awaitingNanos >= 0) {
      awaitingNanos = now;
      if (isAway) {
        isAway = false;
        isBack = true;
        isDraining = false;
        set(beforeAway);
        settlesNanos = now;
      }
    } else if (!isAway
        && heardNanos != 0
        && now - awaitingNanos > SILENCE_NANOS + roundTripNanos + 2 * sinceLast) {
      isAway = true;
      beforeAway = isDraining ? afterDraining : rate;
      limit = RateLimit.COMING_BACK;
      set(Math.min(rate, LEAST));
    }
  }

  private void set(double bytesPerSecond) {
    rate = Math.clamp(bytesPerSecond, least, most);
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

  /** Queueing when it was last measured. */
  public long queueMicros() {
    return queueMicros;
  }

  /** Whether nothing has been heard for so long that asking often would only fill a queue. */
  public boolean isAway(long now) {
    return isAway && heardNanos < awaitingNanos && now - awaitingNanos > RARELY_AFTER_NANOS;
  }

  /** Whether nothing at all was heard for longer than any answer takes. */
  public boolean isSilent(long now) {
    return heardNanos < awaitingNanos && now - awaitingNanos > wayNanos + GAP_NANOS;
  }

  /** What keeps the rate from being higher. */
  public RateLimit limit() {
    return limit;
  }
}
