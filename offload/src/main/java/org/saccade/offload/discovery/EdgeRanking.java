package org.saccade.offload.discovery;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Orders edges by how well they would serve. A function of what is known of them. */
public final class EdgeRanking {
  /** What a full edge's devices cost one more: shares of its baking and of its network. */
  static final long FULL_LOAD_NANOS = 20_000_000L;

  private EdgeRanking() {}

  /**
   * Those that are trusted, serve the scene and have a place, best first: the shortest round trip,
   * made longer by the share of places taken. Ties are broken by address, so that the order does
   * not hang on who answered first.
   *
   * @param isTrusted by a key's fingerprint
   * @param scene by name; an edge that is still loading may serve it
   */
  public static List<FoundEdge> best(
      List<FoundEdge> found, Predicate<String> isTrusted, String scene) {
    return found.stream()
        .filter(edge -> isTrusted.test(edge.key()))
        .filter(edge -> !edge.isFull())
        .filter(edge -> edge.scene().isEmpty() || edge.scene().equals(scene))
        .sorted(
            Comparator.comparingLong(EdgeRanking::costNanos)
                .thenComparing(FoundEdge::words)
                .thenComparing(FoundEdge::key))
        .toList();
  }

  private static long costNanos(FoundEdge edge) {
    return edge.roundTripNanos() + FULL_LOAD_NANOS * edge.sessions() / edge.mostSessions();
  }
}
