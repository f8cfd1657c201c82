package org.saccade.offload.sim;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.saccade.render.tile.Surface;
import org.saccade.render.tile.TileAddress;

/**
 * An edge on virtual time: which faces it has baked, and the one core that bakes. Faces are baked
 * whole, as the real one does, the best of the newest list first.
 */
public final class SimEdge {
  private static final long NOT_YET = Long.MAX_VALUE;

  private final long bakeNanos;
  private final boolean isKeeping;
  private final Map<Long, Long> readyNanos = new HashMap<>();
  private long freeNanos;
  private long bakes;

  /**
   * @param bakeNanos what a face costs; 0 for what was baked ahead, and then bakes are only counted
   * @param isKeeping whether a face that is baked stays, or each request bakes its own
   */
  public SimEdge(long bakeNanos, boolean isKeeping) {
    this.bakeNanos = bakeNanos;
    this.isKeeping = isKeeping;
  }

  /** The faces that are there, each named by its coarsest tile. */
  public Set<Long> faces() {
    return Set.copyOf(readyNanos.keySet());
  }

  /** Faces baked so far. */
  public long bakes() {
    return bakes;
  }

  /** The tiles listed are wanted now; those of a face that is missing wait for it. */
  void want(long[] addresses, long nanos) {
    if (!isKeeping) {
      readyNanos.clear();
    }
    if (bakeNanos == 0) {
      for (long address : addresses) {
        bake(face(address), nanos);
      }
    }
  }

  /** Starts baking what a list misses most, where the core is free. */
  void bakeNext(long[] addresses, long nanos) {
    for (int i = 0; i < addresses.length && freeNanos <= nanos; i++) {
      bake(face(addresses[i]), nanos);
    }
  }

  /** When a tile can be sent; {@link Long#MAX_VALUE} while nobody knows. */
  long readyNanos(long address) {
    return readyNanos.getOrDefault(face(address), NOT_YET);
  }

  /** When the core is free again. */
  long freeNanos() {
    return freeNanos;
  }

  private void bake(long face, long nanos) {
    if (!readyNanos.containsKey(face)) {
      freeNanos = nanos + bakeNanos;
      readyNanos.put(face, freeNanos);
      bakes++;
    }
  }

  private static long face(long tile) {
    return TileAddress.withSurface(TileAddress.ancestor(tile, 0), Surface.FIRST);
  }
}
