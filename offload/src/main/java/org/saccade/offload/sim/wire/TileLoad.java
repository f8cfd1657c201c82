package org.saccade.offload.sim.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.saccade.offload.fec.Need;
import org.saccade.render.tile.Bytes;

/**
 * The tiles a device comes to want: a landing of the eye misses as many as a request lists, and
 * walking now and then one. A quarter are empty (40 bytes), the rest lognormal about 2 KB (so that
 * the median of all is about 1.5 KB), 12 KB at most. One thread.
 */
final class TileLoad {
  static final int FOVEAL = 20;
  static final int MID = 26;
  static final int PERIPHERY = 18;
  static final int EMPTY_BYTES = 40;
  static final int MOST_BYTES = 12_000;

  private static final double EMPTY = 0.25;
  private static final double MEDIAN_BYTES = 2_000;
  private static final double SPREAD = 0.7;
  private static final double WALKED = 0.5;

  private final SplittableRandom random;
  private long next = 1;

  /** A tile wanted; its bytes are its address's own. */
  record Tile(long address, Need need, Bytes body) {}

  TileLoad(long seed) {
    random = new SplittableRandom(seed);
  }

  /** A landing's tiles, best first. */
  List<Tile> landing() {
    var tiles = new ArrayList<Tile>();
    add(tiles, Need.FOVEAL, FOVEAL);
    add(tiles, Need.MID, MID);
    add(tiles, Need.PERIPHERY, PERIPHERY);
    return tiles;
  }

  /** What a frame's step of a walk wants besides. */
  List<Tile> walked() {
    var tiles = new ArrayList<Tile>();
    if (random.nextDouble() < WALKED) {
      add(tiles, Need.PERIPHERY, 1);
    }
    return tiles;
  }

  /** So many that nobody needs soon. */
  List<Tile> idle(int count) {
    var tiles = new ArrayList<Tile>();
    add(tiles, Need.PERIPHERY, count);
    return tiles;
  }

  /** Until the next landing. */
  long restNanos() {
    return random.nextLong(200_000_000L, 400_000_000L);
  }

  private void add(List<Tile> tiles, Need need, int count) {
    for (int i = 0; i < count; i++) {
      byte[] body = new byte[bytes()];
      long address = next++;
      new SplittableRandom(address).nextBytes(body);
      tiles.add(new Tile(address, need, Bytes.wrap(body)));
    }
  }

  private int bytes() {
    if (random.nextDouble() < EMPTY) {
      return EMPTY_BYTES;
    }
    double normal = ((RandomGenerator) random).nextGaussian();
    return (int) Math.clamp(MEDIAN_BYTES * Math.exp(SPREAD * normal), EMPTY_BYTES, MOST_BYTES);
  }
}
