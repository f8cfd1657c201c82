package org.saccade.offload.rate;

/**
 * Tells the loss of a full network from a link's own. A full network shows a queue as well; where
 * its queue is too short to be seen, or there is none (a policer), it loses less when less is sent.
 * So much loss without a queue is put to the test: the sender sends {@link #LESS} of its rate, and
 * what is lost then decides. Radio loses the same share of less. TCP and its kin take every loss
 * for a full queue; BBRv2 and SCReAM take it for one above a share. Neither asks the network.
 *
 * <p>A share of few packets says nothing, and one of losses in long bursts says less than one of as
 * many single ones: its deviation is that of a Gilbert model of the bursts seen. What was found
 * holds for {@link #TRUSTED_NANOS}, and until clearly more is lost. One thread.
 */
final class LossJudge {
  /** What is sent in a test, by what was sent before. */
  static final double LESS = 0.6;

  private static final int ENOUGH = 100;
  private static final int MANY = 2_000;
  private static final double DEVIATIONS = 3;

  /** Four devices behind one policer, one of which sends {@link #LESS}: a tenth less of all. */
  private static final double LESS_OF_ALL = (1 - LESS) / 4;

  /** Shares that are compared are known so many times better than the difference that decides. */
  private static final double PRECISION = 4;

  /** Above what was found to be a link's own, so much more is much again. */
  private static final double MARGIN = 0.05;

  /** A link that loses more by itself is of no use, so it is not looked for. */
  private static final double MOST_OWN = 0.35;

  private static final double LATELY_PACKETS = 500;
  private static final long TRUSTED_NANOS = 30_000_000_000L;
  private static final long LONGEST_NANOS = 3_000_000_000L;

  private final double muchLoss;
  private long packets;
  private long lost;
  private long bursts;
  private double lately;
  private double own;
  private long ownUntilNanos;
  private Stage stage = Stage.CALM;
  private long stageNanos;
  private double before;
  private double ownBefore;

  private enum Stage {
    CALM,
    SUSPECTING,
    TRYING
  }

  /** What windows say. */
  enum Finding {
    /** Nothing, or not yet. */
    NOTHING,
    /** Too much is lost and no queue is seen: send less and see. */
    TRY_LESS,
    /** The network is full. */
    FULL,
    /** It is not: as much is lost of less. */
    LINKS_OWN,
    /** Too little was sent to tell. */
    UNDECIDED
  }

  LossJudge(double muchLoss) {
    this.muchLoss = muchLoss;
  }

  /** Adds a window in which the rate did not change, and whether a queue was seen lately. */
  Finding judge(ArrivalWindow window, boolean hasQueue, long now) {
    packets += window.packets();
    lost += window.lost();
    bursts += window.bursts();
    lately += (window.lostShare() - lately) * Math.min(1, window.packets() / LATELY_PACKETS);
    return switch (stage) {
      case CALM -> suspect(hasQueue, now);
      case SUSPECTING -> suspecting(hasQueue, now);
      case TRYING -> trying(now);
    };
  }

  private Finding suspect(boolean hasQueue, long now) {
    if (packets < ENOUGH) {
      return Finding.NOTHING;
    }
    double allowed = own(now) == 0 ? muchLoss : Math.max(muchLoss, own + MARGIN);
    double much = allowed + DEVIATIONS * deviation(allowed, hasQueue ? 1 : burst());
    if (share() <= much) {
      if (share() <= allowed || packets > MANY) {
        clear();
      }
      return Finding.NOTHING;
    }
    before = share();
    ownBefore = own(now);
    if (hasQueue || before > MOST_OWN) {
      clear();
      return Finding.FULL;
    }
    enter(Stage.SUSPECTING, now);
    return Finding.NOTHING;
  }

  /** The rate stands still, so that what is lost of it can be compared with what is of less. */
  private Finding suspecting(boolean hasQueue, long now) {
    before = packets < ENOUGH ? before : share();
    if (before <= Math.max(muchLoss, ownBefore)) {
      enter(Stage.CALM, now);
    } else if (hasQueue || before > MOST_OWN) {
      enter(Stage.CALM, now);
      return Finding.FULL;
    } else if (isEnoughToCompare() || now - stageNanos > LONGEST_NANOS) {
      enter(Stage.TRYING, now);
      return Finding.TRY_LESS;
    }
    return Finding.NOTHING;
  }

  private Finding trying(long now) {
    if (!isEnoughToCompare() && now - stageNanos <= LONGEST_NANOS) {
      return Finding.NOTHING;
    }
    double share = share();
    boolean isKnown = packets >= ENOUGH;
    enter(Stage.CALM, now);
    if (!isKnown) {
      return Finding.UNDECIDED;
    }
    if (share < before - decisiveDrop()) {
      return Finding.FULL;
    }
    own = Math.min(MOST_OWN, (before + share) / 2);
    ownUntilNanos = now + TRUSTED_NANOS;
    return Finding.LINKS_OWN;
  }

  private void enter(Stage next, long now) {
    stage = next;
    stageNanos = now;
    clear();
  }

  /** Half of how much less would be lost, were the network full: of all above the link's own. */
  private double decisiveDrop() {
    double full = (1 - before) * (1 / (1 - LESS_OF_ALL) - 1);
    return Math.min(before - ownBefore, full) / 2;
  }

  private boolean isEnoughToCompare() {
    return packets >= ENOUGH && deviation(before, burst()) * PRECISION <= decisiveDrop();
  }

  /** Of a share of the packets, if losses come in bursts of so many (Gilbert's model). */
  private double deviation(double share, double burst) {
    double together = Math.max(1, 2 * burst * (1 - share) - 1);
    return Math.sqrt(share * (1 - share) / packets * together);
  }

  private double share() {
    return (double) lost / Math.max(1, packets);
  }

  private double burst() {
    return Math.max(1, lost / (double) Math.max(1, bursts));
  }

  private void clear() {
    packets = 0;
    lost = 0;
    bursts = 0;
  }

  /** Something else changed the rate: a test is over. */
  void cancel() {
    if (stage != Stage.CALM) {
      stage = Stage.CALM;
      clear();
    }
  }

  /** Whether less is sent, to see. */
  boolean isTrying() {
    return stage == Stage.TRYING;
  }

  /** Whether the rate must stand still. */
  boolean isJudging() {
    return stage != Stage.CALM;
  }

  /** Of what was sent, what a full network carried, when it was found full last. */
  double carried() {
    return (1 - before) / (1 - ownBefore);
  }

  /** What the link loses by itself, as far as that was looked for; else 0. */
  double own(long now) {
    return now - ownUntilNanos < 0 ? own : 0;
  }

  /** The share lost over the last windows, whatever the reason. */
  double lately() {
    return lately;
  }
}
