package org.saccade.offload.sim;

import java.util.List;
import java.util.function.DoubleConsumer;

/** The share of requests that a cache of a given size and policy would have served. */
public final class CacheReplay {
  /** What is compared; the last can be had by nobody who does not know the future. */
  public static final List<String> POLICIES = List.of("lru", "lfu", "w_tinylfu", "ours", "belady");

  private static final int PROGRESS_REQUESTS = 1 << 14;

  private CacheReplay() {}

  /**
   * Replays all requests.
   *
   * @param policy one of {@link #POLICIES}
   * @param capacity tiles that fit
   * @param progress told the share done
   */
  public static double hitShare(
      String policy,
      TileRequests requests,
      int capacity,
      int maxLevel,
      long seed,
      DoubleConsumer progress) {
    var shelf = shelf(policy, requests, capacity, maxLevel, seed);
    int hits = 0;
    for (int i = 0; i < requests.size(); i++) {
      hits += shelf.take(requests.nanos(i), requests.visitor(i), requests.address(i)) ? 1 : 0;
      if (i % PROGRESS_REQUESTS == 0) {
        progress.accept((double) i / requests.size());
      }
    }
    return requests.size() == 0 ? 0 : (double) hits / requests.size();
  }

  private static Shelf shelf(
      String policy, TileRequests requests, int capacity, int maxLevel, long seed) {
    return switch (policy) {
      case "lru" -> new LruShelf(capacity);
      case "lfu" -> RankedShelf.lfu(capacity);
      case "w_tinylfu" -> new TinyLfuShelf(capacity);
      case "ours" -> new ForeseeingShelf(capacity, maxLevel, seed);
      case "belady" -> RankedShelf.belady(capacity, requests);
      default ->
          throw new IllegalArgumentException(
              "policy is '%s'; expected one of %s".formatted(policy, POLICIES));
    };
  }
}
