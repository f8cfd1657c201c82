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
 * grows all the same. Loss matters above {@link #MUCH_LOSS} only, and without a queue only if less
 * is lost when less is sent ({@link LossJudge}): radio loses without being full. While more of what
 * was asked for is overdue than loss explains and a tenth, nothing rises. Nothing is ever sent in
 * bursts to find out. Pure; one thread.
 */
public final class RateController {
  /** A larger share of lost packets may mean a full queue behind a short one. */
  static final double MUCH_LOSS = 0.1;

  static final double FIRST = 4_000_000;

  private static final double LEAST = 64_000;
  private static final double MOST = 125_000_000;
  private static final double LEAST_CAP_BYTES = 64_000;
  private static final double CAP_SECONDS = 0.15;
  private static final double AWAY_CAP_BYTES = 160_000;
  private static final double USED = 0.75;

  private static final double RISE = 0.3;
  private static final double LOSSY_RISE = 0.5;
  private static final long QUICKEN_AFTER_NANOS = 4_000_000_000L;
  private static final double QUICKEST = 0.6;

  private static final double FALL = 0.83;
  private static final double AGAIN_FALL = 0.5;
  private static final double FOUND = 0.9;
  private static final double FIRST_FOUND = 0.8;
  private static final double LEAST_PRESSING = 0.1;
  private static final double UNUSED_FALL = 0.7;
  private static final double AHEAD = 1.6;
  private static final double DRAIN = 0.35;
  private static final double DRAIN_LONG = 0.2;
  private static final double LOSS_FALL = 0.8;
  private static final double MOST_LOSS_FALL = 0.5;

  private static final long LONG_WAY_NANOS = 60_000_000L;
  private static final double LONG_WAY_GROWTH = 1.4;
  private static final long WINDOW_NANOS = 100_000_000L;
  private static final long AGAIN_NANOS = 400_000_000L;
  private static final long SHORT_NANOS = 20_000_000L;
  private static final long AFTER_GAP_NANOS = 300_000_000L;
  private static final long PRESSING_NANOS = 300_000_000L;
  private static final long STALE_NANOS = 2_000_000_000L;

  private final ArrivalWindow window = new ArrivalWindow();
  private final QueueSign queue = new QueueSign();
  private final Presence presence = new Presence();
  private final Answers answers = new Answers();
  private final LossJudge losses = new LossJudge(MUCH_LOSS);
  private final Passing passing = new Passing();
  private final double least;
  private final double most;
  private double rate;
  private double rateAtOpening;
  private double arrivingBytesPerSecond;
  private double lostShare;
  private long allBytes;
  private boolean isUsedUp = true; // until a window says otherwise
  private boolean isDraining;
  private double afterDraining;
  private double beforeTrying;
  private double risesTo = Double.POSITIVE_INFINITY; // doubling: at first, and after an absence
  private long settlesNanos;
  private long fellNanos;
  private long lastNanos;
  private long usedNanos = Long.MIN_VALUE / 2;
  private boolean isBack;
  private double beforeAway;
  private long staleNanos;
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
    presence.arrived(arrivedNanos);
    queue.add(arrivedNanos, window.add(arrivedNanos, packet, sentMicros, bytes));
    allBytes += bytes;
  }

  /** The other end was heard, by whatever message: the way is there. */
  public void heard(long nanos) {
    presence.heard(nanos);
  }

  /** Of what was asked for, so much came in time and so much was asked for again. */
  public void answers(int inTime, int again) {
    answers.add(inTime, again);
  }

  /**
   * What the sender may send now; call it with each request, after the frame's packets.
   *
   * @param roundTripNanos measured, queueing included
   */
  public Allowance allow(long now, long roundTripNanos) {
    long sinceLast = Math.clamp(now - lastNanos, 0, WINDOW_NANOS);
    lastNanos = now;
    passing.mark(now, allBytes);
    long windowNanos = Math.max(WINDOW_NANOS, roundTripNanos * 3 / 2);
    if (window.ageNanos(now) >= windowNanos) {
      close(now, roundTripNanos + sinceLast);
    }
    switch (presence.look(now, roundTripNanos, sinceLast)) {
      case WENT_AWAY -> goAway();
      case CAME_BACK -> comeBack(now);
      case NONE -> {}
    }
    if (presence.isAway()) { // what is asked for last is sent at once when the network is back
      return new Allowance(
          (long) beforeAway, (int) Math.min(AWAY_CAP_BYTES, beforeAway * CAP_SECONDS));
    }
    if (!queue.isUnknown()) {
      queue.measure(now);
      follow(now, roundTripNanos, sinceLast);
    }
    return new Allowance((long) rate, (int) Math.max(LEAST_CAP_BYTES, rate * CAP_SECONDS));
  }

  private void follow(long now, long roundTripNanos, long sinceLast) {
    if (now - presence.gapEndedNanos() < SHORT_NANOS) {
      return; // too little has passed since
    }
    queue.judge(now, rate);
    long settles = now + roundTripNanos + sinceLast;
    if (isDraining && queue.isDrained()) {
      isDraining = false;
      settlesNanos = settles + SHORT_NANOS;
      set(afterDraining);
    } else if (isDraining && now - settlesNanos >= 0) {
      settlesNanos = settles;
      set(drained());
    } else if (now - settlesNanos >= 0 && queue.isQueue(now - sinceLast - SHORT_NANOS)) {
      if (isPressing(now) || isBack) {
        fall(now, settles);
      } else if (queue.countsUnused()) {
        settlesNanos = settles + WINDOW_NANOS;
        limit = RateLimit.QUEUE;
        set(Math.max(rate * UNUSED_FALL, passes() * FOUND));
      }
    } else if (!isDraining && !queue.isTooLong()) {
      isBack &= now - settlesNanos < 0;
      if (isUsedUp && !losses.isJudging() && !answers.areMuchOverdue(losses.lately())) {
        rise(now, roundTripNanos, sinceLast);
      }
    }
  }

  /** Whether the allowance was used up lately; before a window says so, by what passes. */
  private boolean isPressing(long now) {
    return staleNanos == 0 ? passes() > LEAST_PRESSING * rate : now - usedNanos < PRESSING_NANOS;
  }

  private void fall(long now, long settles) {
    boolean isAfterGap = isBack || now - presence.gapEndedNanos() < AFTER_GAP_NANOS;
    boolean isAgain = fellNanos != 0 && now - fellNanos < AGAIN_NANOS + (settles - now);
    double passes = passes() * (Double.isInfinite(risesTo) ? FIRST_FOUND : 1);
    if (isAfterGap) { // what came up while nothing passed says nothing about the rate
      risesTo = Math.max(rate, Double.isInfinite(risesTo) ? 0 : risesTo);
    } else {
      risesTo = Double.isInfinite(risesTo) ? 0 : isAgain ? risesTo * AGAIN_FALL : rate * FALL;
      fellNanos = now;
      limit = RateLimit.QUEUE;
    }
    afterDraining = Math.min(isAfterGap ? rate : rate * FALL, passes * FOUND);
    isBack = false;
    isDraining = true;
    settlesNanos = settles;
    losses.cancel();
    set(drained());
  }

  private double passes() {
    return passing.bytesPerSecond(SHORT_NANOS, presence.gapEndedNanos())
        / (1 - losses.own(lastNanos));
  }

  private double drained() {
    double passes = passes();
    afterDraining = Math.clamp(passes * FOUND, afterDraining, Math.max(afterDraining, risesTo));
    double share = queue.isVeryLong() ? DRAIN_LONG : DRAIN;
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
    double risen = losses.own(now) > 0 ? share * LOSSY_RISE : Math.max(share, quick);
    set(rate * (1 + risen * sinceLast * 1e-9));
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
    answers.turn(losses.lately());
    rateAtOpening = rate;
    window.reopen(now);
  }

  private void judgeLoss(long now, long settling) {
    boolean hasQueue = queue.wasTooLong(window.openedNanos());
    boolean isOfThisRate = window.openedNanos() - settlesNanos >= 0;
    boolean says = isOfThisRate || (hasQueue && !losses.isTrying() && now - settlesNanos >= 0);
    if (isDraining || isBack || !says) {
      return;
    }
    double known = known();
    switch (losses.judge(window, hasQueue, now)) {
      case TRY_LESS -> {
        beforeTrying = rate;
        set(rate * LossJudge.LESS);
      }
      case FULL -> {
        risesTo = 0;
        fellNanos = now;
        limit = RateLimit.LOSS;
        set(
            known
                * (hasQueue
                    ? LOSS_FALL
                    : Math.clamp(losses.carried() * FOUND, MOST_LOSS_FALL, LOSS_FALL)));
      }
      case LINKS_OWN, UNDECIDED -> set(Math.max(rate, known));
      case NOTHING -> {
        return;
      }
    }
    settlesNanos = now + settling;
  }

  /** The rate, or what it was before a test. */
  private double known() {
    return losses.isTrying() ? beforeTrying : rate;
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
    if (now - staleNanos > STALE_NANOS && !presence.isAway()) {
      staleNanos = now;
      double known = known();
      losses.cancel();
      set(Math.max(Math.min(known, FIRST), known * LOSS_FALL));
    }
  }

  /** Without any answer a trickle, so that no queue awaits the network's return. */
  private void goAway() {
    beforeAway = isDraining ? afterDraining : known();
    losses.cancel();
    limit = RateLimit.COMING_BACK;
    set(Math.min(rate, LEAST));
  }

  private void comeBack(long now) {
    isBack = true;
    isDraining = false;
    set(beforeAway);
    settlesNanos = now;
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
    return queue.micros();
  }

  /** Whether nothing has been heard for so long that asking often would only fill a queue. */
  public boolean isAway(long now) {
    return presence.isLongAway(now);
  }

  /** Whether nothing at all was heard for longer than any answer takes. */
  public boolean isSilent(long now) {
    return presence.isSilent(now);
  }

  /** What keeps the rate from being higher. */
  public RateLimit limit() {
    return limit;
  }
}
