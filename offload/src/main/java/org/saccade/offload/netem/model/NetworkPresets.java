package org.saccade.offload.netem.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Networks by name; each is one row that holds for ever. */
public final class NetworkPresets {
  private static final Map<String, NetworkTrace> ALL = new LinkedHashMap<>();

  static {
    add("lan", 1_000, 1_000, 1, 0);
    add("wifi", 300, 150, 6, 0.001);
    add("5g", 150, 30, 24, 0.003);
    add("poor", 12, 3, 90, 0.02);
    add("offline", 0, 0, 0, 0);
    add("rtt20", 200, 50, 20, 0);
    add("rtt100", 200, 50, 100, 0);
  }

  private NetworkPresets() {}

  private static void add(
      String name, double downMbps, double upMbps, long rttMillis, double loss) {
    NetworkTrace.Row row =
        new NetworkTrace.Row(0, downMbps * 125_000, upMbps * 125_000, rttMillis * 1_000_000, loss);
    ALL.put(name, new NetworkTrace(name, List.of(row)));
  }

  /** The names there are. */
  public static Set<String> names() {
    return java.util.Collections.unmodifiableSet(ALL.keySet());
  }

  /** The preset of this name; empty when there is none. */
  public static Optional<NetworkTrace> named(String name) {
    return Optional.ofNullable(ALL.get(name));
  }
}
