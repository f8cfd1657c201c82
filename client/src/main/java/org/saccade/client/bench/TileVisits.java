package org.saccade.client.bench;

import org.saccade.offload.predict.train.Recording;
import org.saccade.offload.sim.SimDevice;
import org.saccade.offload.sim.SimEdge;
import org.saccade.offload.sim.SimSettings;

/**
 * What tiles cost a device that walks a way, and soon the same way again with what it kept: on
 * virtual time, tiles being there when asked for.
 *
 * @param firstMbit bits a second the first time, millions
 * @param secondMbit the second time
 * @param firstCoverage mean share of the view that was sharp the first time
 */
record TileVisits(
    double firstMbit, double secondMbit, double firstCoverage, double secondCoverage) {
  private static final double BETWEEN_SECONDS = 2;

  static TileVisits of(SimSettings settings, Recording walk, long seed) {
    long visit = Math.round(walk.duration() * 1e9);
    long again = visit + Math.round(BETWEEN_SECONDS * 1e9);
    var device = new SimDevice(settings, twice(walk), new SimEdge(0, true), seed);
    double first = visit(device, 0, visit);
    long firstBytes = device.tileBytes();
    double second = visit(device, again, again + visit);
    return new TileVisits(
        mbit((double) firstBytes, walk.duration()),
        mbit((double) (device.tileBytes() - firstBytes), walk.duration()),
        first,
        second);
  }

  /** Nobody looks for so long, and nobody foresees what comes then by what was before. */
  private static Recording twice(Recording walk) {
    int rows = walk.size();
    var times = new double[2 * rows];
    var poses = new double[2 * 7 * rows];
    for (int i = 0; i < 2 * rows; i++) {
      double later = i < rows ? 0 : walk.duration() + BETWEEN_SECONDS;
      times[i] = walk.seconds(i % rows) - walk.seconds(0) + later;
      System.arraycopy(walk.pose(i % rows), 0, poses, 7 * i, 7);
    }
    return new Recording(walk.person(), times, poses, new float[0]);
  }

  /** Mean coverage over the frames of an interval. */
  private static double visit(SimDevice device, long from, long to) {
    double coverage = 0;
    long frames = 0;
    long first = Math.ceilDiv(from, SimSettings.FRAME_NANOS) * SimSettings.FRAME_NANOS;
    for (long now = first; now < to; now += SimSettings.FRAME_NANOS) {
      device.frame(now);
      coverage += device.coverage();
      frames++;
    }
    return coverage / frames;
  }

  /** Millions of bits a second. */
  static double mbit(double bytes, double seconds) {
    return bytes * 8 * 1e-6 / seconds;
  }
}
