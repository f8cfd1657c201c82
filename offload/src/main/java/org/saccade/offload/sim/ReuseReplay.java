package org.saccade.offload.sim;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.saccade.offload.predict.train.Recording;

/** What viewers cost an edge whose tiles are there when they are asked for. */
public final class ReuseReplay {
  private static final int ORDERS = 200;

  private ReuseReplay() {}

  /**
   * One viewer.
   *
   * @param bytes of tiles sent
   * @param faces that had to be there
   * @param bakes of faces, with those baked again because nothing was kept
   * @param coverage mean share of the view that was sharp
   */
  public record Viewer(long bytes, Set<Long> faces, long bakes, double coverage) {}

  /** Replays one; an edge that keeps nothing bakes for each request anew. */
  public static Viewer replay(
      SimSettings settings, Recording recording, boolean isEdgeKeeping, long seed) {
    var edge = new SimEdge(0, isEdgeKeeping);
    var device = new SimDevice(settings, recording, edge, seed);
    double coverage = 0;
    long frames = 0;
    long last = recording.nanos(recording.size() - 1);
    for (long now = recording.nanos(0); now <= last; now += SimSettings.FRAME_NANOS) {
      device.frame(now);
      coverage += device.coverage();
      frames++;
    }
    return new Viewer(device.tileBytes(), edge.faces(), edge.bakes(), coverage / frames);
  }

  /**
   * Faces that so many viewers need together, a viewer; the mean over seeded choices of viewers.
   */
  public static double bakesAViewer(List<Viewer> viewers, int count, long seed) {
    var random = new Random(seed);
    var order = new ArrayList<>(viewers);
    double sum = 0;
    for (int i = 0; i < ORDERS; i++) {
      Collections.shuffle(order, random);
      var together = new HashSet<Long>();
      order.subList(0, count).forEach(viewer -> together.addAll(viewer.faces));
      sum += (double) together.size() / count;
    }
    return sum / ORDERS;
  }
}
