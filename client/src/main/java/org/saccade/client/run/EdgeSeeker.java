package org.saccade.client.run;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.saccade.client.Surroundings;
import org.saccade.offload.discovery.EdgeFinder;
import org.saccade.offload.discovery.EdgeRanking;
import org.saccade.offload.discovery.FoundEdge;
import org.saccade.offload.link.KryoLink;
import org.saccade.offload.link.Link;
import org.saccade.offload.runtime.StandbyDialer;

/** Looks for this person's edges in the networks of this machine. Standby thread. */
final class EdgeSeeker implements StandbyDialer.Seeker {
  private final Surroundings surroundings;
  private final EdgeFinder finder;
  private final String scene;
  private final UnaryOperator<Link> network;
  private String said = "";

  /**
   * A seeker that looks when asked.
   *
   * @param scene the name of the one that is drawn
   * @param network wraps each link
   */
  EdgeSeeker(
      Surroundings surroundings,
      EdgeChoice.Found choice,
      String scene,
      UnaryOperator<Link> network) {
    this.surroundings = surroundings;
    this.scene = scene;
    this.network = network;
    var name = choice.networkInterface();
    finder = new EdgeFinder(name.isEmpty() ? null : name, surroundings.clock());
  }

  @Override
  public List<StandbyDialer.Route> seek() {
    try {
      var found = finder.find(EdgeFinder.USUAL_NANOS, surroundings.stop()::isRequested);
      Set<String> known = Keys.of(surroundings).edgeFingerprints();
      var best = EdgeRanking.best(found, known::contains, scene);
      say(best.isEmpty() ? none(found, known) : words(best.getFirst()));
      return best.stream().map(this::route).toList();
    } catch (IOException unable) {
      say("looking for edges: " + unable.getMessage());
      return List.of();
    }
  }

  private StandbyDialer.Route route(FoundEdge edge) {
    var address = EdgeFinder.address(edge);
    return new StandbyDialer.Route(edge.words(), edge.key(), () -> dial(address, edge.words()));
  }

  private Link dial(InetSocketAddress address, String words) {
    try {
      var credentials = Keys.of(surroundings).ofDevice(words);
      return network.apply(KryoLink.connect(address, credentials, surroundings.clock()));
    } catch (IOException unreadable) {
      throw new IllegalStateException(String.valueOf(unreadable.getMessage()), unreadable);
    }
  }

  private String none(List<FoundEdge> found, Set<String> known) {
    for (var edge : found) {
      if (!known.contains(edge.key())) {
        return "an edge answers at %s that this device is not paired with: run ./saccade pair %s"
            .formatted(edge.words(), edge.words());
      }
    }
    return found.isEmpty()
        ? "no edge answers in this network yet; still looking"
        : "the edges found are full or serve another scene than %s; still looking".formatted(scene);
  }

  private static String words(FoundEdge edge) {
    return String.format(
        Locale.ROOT,
        "found %s at %s (%.1f ms, %d of %d devices)",
        edge.name(),
        edge.words(),
        edge.roundTripNanos() * 1e-6,
        edge.sessions(),
        edge.mostSessions());
  }

  /** What is new. */
  private void say(String words) {
    var gist = words.replaceAll("\\(.*", "");
    if (!gist.equals(said)) {
      said = gist;
      surroundings.err().println("saccade: " + words);
    }
  }
}
