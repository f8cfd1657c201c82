package org.saccade.offload.fec;

/**
 * How much repair a group of datagrams gets: the fewest bytes, what is sent again included, that
 * leave at most a given share of them lost, if each is lost alone.
 *
 * @param datagrams of repair
 * @param rows repair symbols in each
 */
public record Strength(int datagrams, int rows) {
  /** None at all. */
  public static final Strength NONE = new Strength(0, 0);

  /** What a datagram of repair costs besides its rows, in rows: its header, seal and UDP's. */
  private static final double HEADER_ROWS = 0.7;

  private static final int LEAST_MOST_DATAGRAMS = 3;

  /**
   * The strength for a group.
   *
   * @param symbols of each of the group's datagrams
   * @param loss share of datagrams lost
   * @param mostMissing share of the group's datagrams that may stay lost
   * @param again datagrams sent again for one that stays lost: its tile's
   * @param mostRows repair symbols in one datagram
   * @param mostInAll repair symbols of the group
   */
  public static Strength of(
      int[] symbols, double loss, double mostMissing, double again, int mostRows, int mostInAll) {
    if (loss <= 0 || symbols.length == 0) {
      return NONE;
    }
    double[] lost = lostBeyond(symbols, loss);
    int mostDatagrams = Math.max(LEAST_MOST_DATAGRAMS, symbols.length / 2);
    Strength best = NONE;
    double bestMissing = missing(lost, NONE, loss, symbols.length);
    double againRows =
        again * (java.util.Arrays.stream(symbols).sum() + HEADER_ROWS * symbols.length);
    double bestCost = bestMissing * againRows;
    for (int rows = 1; rows <= mostRows; rows++) {
      for (int count = 1; count <= mostDatagrams && count * rows <= mostInAll; count++) {
        var strength = new Strength(count, rows);
        double missing = missing(lost, strength, loss, symbols.length);
        double cost = count * (rows + HEADER_ROWS) + missing * againRows;
        boolean isEnough = missing <= mostMissing;
        boolean isBetter =
            isEnough
                ? bestMissing > mostMissing || cost < bestCost
                : missing < bestMissing && bestMissing > mostMissing;
        if (isBetter) {
          best = strength;
          bestMissing = missing;
          bestCost = cost;
        }
      }
    }
    return best;
  }

  /** Datagrams lost in groups that lose so many symbols or more, times their chance. */
  private static double[] lostBeyond(int[] symbols, double loss) {
    int all = 0;
    for (int each : symbols) {
      all += each;
    }
    double[] chance = new double[all + 1];
    double[] lost = new double[all + 1];
    chance[0] = 1;
    int most = 0;
    for (int each : symbols) {
      most += each;
      for (int i = most; i >= 0; i--) {
        double chanceBefore = i < each ? 0 : chance[i - each];
        double lostBefore = i < each ? 0 : lost[i - each];
        lost[i] = (1 - loss) * lost[i] + loss * (lostBefore + chanceBefore);
        chance[i] = (1 - loss) * chance[i] + loss * chanceBefore;
      }
    }
    for (int i = all - 1; i >= 0; i--) {
      lost[i] += lost[i + 1];
    }
    return lost;
  }

  /** The share of datagrams that stay lost. */
  private static double missing(double[] lost, Strength strength, double loss, int group) {
    int count = strength.datagrams;
    double missing = 0;
    for (int arrived = 0; arrived <= count; arrived++) {
      double chance = binomial(count, arrived, 1 - loss);
      int beyond = arrived * strength.rows + 1;
      missing += beyond < lost.length ? chance * lost[beyond] : 0;
    }
    return missing / group;
  }

  private static double binomial(int of, int count, double share) {
    double chance = 1;
    for (int i = 0; i < count; i++) {
      chance *= (of - i) / (double) (i + 1) * share;
    }
    return chance * Math.pow(1 - share, of - count);
  }
}
