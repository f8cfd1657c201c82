package org.saccade.client.doctor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.saccade.client.Surroundings;
import org.saccade.client.run.Keys;
import org.saccade.offload.discovery.EdgeFinder;
import org.saccade.offload.discovery.FoundEdge;

/** Which edges answer in this machine's networks. */
final class EdgesFinding {
  private EdgesFinding() {}

  /** Looks in the interface of this name, or in all; takes most of a second. */
  static List<Finding> look(Surroundings surroundings, @Nullable String networkInterface) {
    try {
      var known = Keys.of(surroundings).edgeFingerprints();
      var found =
          new EdgeFinder(networkInterface, surroundings.clock())
              .find(EdgeFinder.USUAL_NANOS, surroundings.stop()::isRequested);
      var findings = new ArrayList<Finding>();
      var told = new HashSet<String>();
      for (var edge : found) { // nearest first: one edge may answer at several addresses
        if (!told.add(edge.key())) {
          continue;
        }
        findings.add(finding(findings.size() + 1, edge, known.contains(edge.key())));
      }
      return findings.isEmpty()
          ? List.of(
              Finding.good("edges", "none answers in this machine's networks (none is needed)"))
          : findings;
    } catch (IOException unable) {
      return List.of(
          Finding.less(
              "edges",
              "cannot be looked for: " + unable.getMessage(),
              "name one by its address: --edge HOST"));
    }
  }

  private static Finding finding(int number, FoundEdge edge, boolean isPaired) {
    var words =
        String.format(
            Locale.ROOT,
            "%s at %s serves %s to %d of %d devices, %.1f ms away",
            edge.name(),
            edge.words(),
            edge.scene().isEmpty() ? "nothing yet" : edge.scene(),
            edge.sessions(),
            edge.mostSessions(),
            edge.roundTripNanos() * 1e-6);
    return isPaired
        ? Finding.good("edge " + number, words)
        : Finding.less("edge " + number, words, "to use it: ./saccade pair " + edge.words());
  }
}
