package org.saccade.offload.rate;

/** The share of packets lost lately, over about the last thousand. One thread. */
public final class LossMeter {
  private static final double REMEMBERED = 1_000;

  /** Fewer packets say too little: a share of so many at least is given. */
  private static final double LEAST = 100;

  /** What jumps further is no loss but another numbering. */
  private static final int FARTHEST = 10_000;

  private int last;
  private boolean hasPacket;
  private double seen;
  private double lost;

  /** A packet arrived; numbers are modulo 2^32. */
  public void add(int packet) {
    int step = hasPacket ? packet - last : 1;
    if (step > 0) {
      last = packet;
      lost += step <= FARTHEST ? step - 1 : 0;
      seen += step <= FARTHEST ? step : 1;
    } else {
      lost = step == 0 ? lost : Math.max(0, lost - 1); // overtaken, not lost
    }
    hasPacket = true;
    if (seen > REMEMBERED) {
      seen /= 2;
      lost /= 2;
    }
  }

  /** Of the packets sent, 0 when hardly any was lost. */
  public double share() {
    return lost < 0.5 ? 0 : Math.min(1, lost / Math.max(LEAST, seen));
  }
}
