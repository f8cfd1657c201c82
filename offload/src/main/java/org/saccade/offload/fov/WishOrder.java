package org.saccade.offload.fov;

import java.util.Arrays;
import org.saccade.render.tile.TileResidency;

/**
 * Puts the tiles of a frame in order, each once: by rank, then by eccentricity. Reused; frame
 * thread; allocates nothing once it has grown, but for the JDK's sort.
 */
final class WishOrder {
  private static final int RANK_SHIFT = 48;
  private static final int ECCENTRICITY_SHIFT = 24;
  private static final int INDEX_MASK = (1 << ECCENTRICITY_SHIFT) - 1;
  private static final float STEPS_PER_RADIAN = 4096;

  /** As far from the gaze, radians, a tile's middle still counts as where the eye looks. */
  private static final float FOVEAL = 0.2f;

  private long[] keys = new long[512];
  private long[] addresses = new long[512];
  private final AddressSet seen = new AddressSet();
  private int size;

  void clear() {
    seen.clear();
    size = 0;
  }

  /** Wants a tile; the first rank it is given stays, so ask for the urgent first. */
  void want(long address, Rank rank, float eccentricity) {
    if (!seen.add(address)) {
      return;
    }
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, 2 * size);
      addresses = Arrays.copyOf(addresses, 2 * size);
    }
    long steps = (long) (Math.max(0, eccentricity) * STEPS_PER_RADIAN);
    keys[size] = (long) rank.place() << RANK_SHIFT | steps << ECCENTRICITY_SHIFT | size;
    addresses[size++] = address;
  }

  /** Writes the best {@code capacity} tiles to the plan, without those that are resident. */
  void fill(TilePlan plan, int capacity, TileResidency residency) {
    Arrays.sort(keys, 0, size);
    int wantedFoveal = 0;
    int wantedNow = 0;
    int hiddenNow = 0;
    for (int i = 0; i < Math.min(size, capacity); i++) {
      long address = addresses[(int) keys[i] & INDEX_MASK];
      if (!residency.isResident(address)) {
        plan.wanted().add(address);
        long rank = keys[i] >>> RANK_SHIFT;
        long steps = keys[i] >>> ECCENTRICITY_SHIFT & INDEX_MASK;
        boolean isNear = rank == Rank.FLOOR.place() || steps <= FOVEAL * STEPS_PER_RADIAN;
        wantedFoveal += rank <= Rank.NOW.place() && isNear ? 1 : 0;
        wantedNow += rank <= Rank.NOW.place() ? 1 : 0;
        hiddenNow += rank == Rank.BEHIND.place() ? 1 : 0;
      }
    }
    plan.missing(wantedFoveal, wantedNow, hiddenNow);
  }

  /** Why a tile is wanted, the most urgent first. */
  enum Rank {
    /** A whole face in view of a current cell: cheap, and drawn wherever finer tiles are late. */
    FLOOR(0),
    /** First surface, in view, coarser than wanted: sooner there from an edge that bakes. */
    DRAFT(1),
    /** First surface, in view. */
    NOW(2),
    /** The other whole faces of the current cells: what a fast turn shows. */
    FLOOR_AROUND(3),
    /** A whole face, in view soon, of a cell about to be entered. */
    NEXT_FLOOR(4),
    /** Hidden surface, in view. */
    BEHIND(5),
    /** First surface, in view soon. */
    NEXT(6),
    /** The rest of the current cells. */
    AROUND(7),
    /** Hidden surface, in view soon. */
    NEXT_BEHIND(8);

    private final int place;

    Rank(int place) {
      this.place = place;
    }

    int place() {
      return place;
    }
  }
}
