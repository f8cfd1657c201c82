package org.saccade.offload.rate;

/** How much of what was asked for was overdue, in this window and the one before. One thread. */
final class Answers {
  private static final double MUCH = 0.1;

  /** What is asked for comes in about so many datagrams, and each may be lost. */
  private static final int DATAGRAMS = 12;

  private int met;
  private int overdue;
  private boolean wasMuchOverdue;

  void add(int inTime, int again) {
    met += inTime;
    overdue += again;
  }

  /** Whether more is overdue than so much loss explains. */
  boolean areMuchOverdue(double lostShare) {
    return wasMuchOverdue || isMuch(lostShare);
  }

  private boolean isMuch(double lostShare) {
    double explained = 1 - Math.pow(1 - lostShare, DATAGRAMS);
    return overdue > (MUCH + explained) * (met + overdue);
  }

  /** A window ends. */
  void turn(double lostShare) {
    wasMuchOverdue = isMuch(lostShare);
    met = 0;
    overdue = 0;
  }
}
