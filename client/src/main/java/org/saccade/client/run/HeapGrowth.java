package org.saccade.client.run;

import java.lang.management.ManagementFactory;

/**
 * The heap in use after a collection, early in a run and at its end: what lies between the two is
 * what a run keeps. A look takes place between two frames, and is one long interval there. Frame
 * thread.
 */
final class HeapGrowth {
  /** How far a run has come at the early look: the scene is loaded, the loop is warm. */
  private static final double EARLY_SHARE = 0.1;

  private static final double MIB = 1 << 20;

  private double earlyMib = Double.NaN;
  private double endMib = Double.NaN;

  /** Looks once, when the run has come far enough. */
  void note(double share) {
    if (Double.isNaN(earlyMib) && share >= EARLY_SHARE) {
      earlyMib = usedMib();
    }
  }

  /** Looks for the last time. */
  void end() {
    endMib = usedMib();
  }

  /** Used early, MiB; NaN in a run that ended before. */
  double earlyMib() {
    return earlyMib;
  }

  /** Used at the end, MiB; NaN before it. */
  double endMib() {
    return endMib;
  }

  private static double usedMib() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MIB;
  }
}
