package org.saccade.offload.sim;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/**
 * Keeps the tiles of the highest rank, where a rank is told anew with every request of a tile; a
 * newcomer of a lower rank than everything kept is not kept. LFU ranks by requests so far (also of
 * tiles let go since), Belady by the next request to come.
 */
final class RankedShelf implements Shelf {
  /** The rank of the tile that is asked for now, from the number of the request. */
  interface Rank {
    long of(int request, long address);
  }

  private record Ranked(long rank, int request, long address) implements Comparable<Ranked> {
    @Override
    public int compareTo(Ranked other) {
      int byRank = Long.compare(rank, other.rank);
      return byRank != 0 ? byRank : Integer.compare(request, other.request);
    }
  }

  private final int capacity;
  private final Rank rank;
  private final Map<Long, Ranked> kept = new HashMap<>();
  private final TreeSet<Ranked> order = new TreeSet<>();
  private int request;

  private RankedShelf(int capacity, Rank rank) {
    this.capacity = capacity;
    this.rank = rank;
  }

  /** Least frequently used, with a perfect memory. */
  static RankedShelf lfu(int capacity) {
    var counts = new HashMap<Long, Integer>();
    return new RankedShelf(capacity, (request, tile) -> counts.merge(tile, 1, Integer::sum));
  }

  /** Belady's: what is asked for again last goes first; nothing can do better. */
  static RankedShelf belady(int capacity, TileRequests requests) {
    var next = new int[requests.size()];
    var seen = new HashMap<Long, Integer>();
    for (int i = requests.size() - 1; i >= 0; i--) {
      Integer later = seen.put(requests.address(i), i);
      next[i] = later == null ? Integer.MAX_VALUE : later;
    }
    return new RankedShelf(capacity, (request, tile) -> -next[request]);
  }

  @Override
  public boolean take(long nanos, int visitor, long address) {
    var now = new Ranked(rank.of(request, address), request, address);
    request++;
    var before = kept.put(address, now);
    if (before != null) {
      order.remove(before);
    }
    order.add(now);
    if (kept.size() > capacity) {
      kept.remove(order.removeFirst().address);
    }
    return before != null;
  }
}
