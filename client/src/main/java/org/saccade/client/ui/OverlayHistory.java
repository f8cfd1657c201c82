package org.saccade.client.ui;

import org.saccade.offload.policy.Mode;

/** The last seconds of frames, for the overlay's plots; owned by the frame thread. */
public final class OverlayHistory {
  /** How many frames are kept. */
  static final int LENGTH = 240;

  private final float[] busyMillis = new float[LENGTH];
  private final float[] coverage = new float[LENGTH];
  private final Mode[] modes = new Mode[LENGTH];
  private int count;
  private int next;

  /** Adds one finished frame. */
  public void add(double busyMillisOfFrame, Mode mode, double coverageOfFrame) {
    busyMillis[next] = (float) busyMillisOfFrame;
    coverage[next] = (float) coverageOfFrame;
    modes[next] = mode;
    next = (next + 1) % LENGTH;
    count = Math.min(count + 1, LENGTH);
  }

  int count() {
    return count;
  }

  /** Busy time of the frame {@code back} frames ago, in milliseconds. */
  float busyMillis(int back) {
    return busyMillis[index(back)];
  }

  float coverage(int back) {
    return coverage[index(back)];
  }

  Mode mode(int back) {
    return modes[index(back)];
  }

  float longestMillis() {
    float longest = 0;
    for (int i = 0; i < count; i++) {
      longest = Math.max(longest, busyMillis[i]);
    }
    return longest;
  }

  private int index(int back) {
    return Math.floorMod(next - 1 - back, LENGTH);
  }
}
