package org.saccade.offload.netem.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Networks by name. Most are one row that holds for ever; those that change do so by a seed. */
public final class NetworkPresets {
  private static final long SEED = 1;
  private static final int SECONDS = 600;
  private static final Map<String, NetworkTrace> ALL = new LinkedHashMap<>();

  static {
    add("lan", 1_000, 1_000, 1, 0, Disturbance.NONE);
    add("wired", 940, 940, 2, 0, new Disturbance(200_000, 1, 0, 0));
    add("wifi", 300, 150, 6, 0.001, Disturbance.NONE);
    put(ChangingNetworks.busyWifi("wifi-busy", SEED, SECONDS));
    add("5g", 150, 30, 24, 0.003, Disturbance.NONE);
    put(ChangingNetworks.drive("5g-drive", SEED, SECONDS));
    add("poor", 12, 3, 90, 0.02, Disturbance.NONE);
    add("bad-hotel", 6, 1.5, 80, 0.03, new Disturbance(30_000_000, 4, 0.01, 0.002));
    put(ChangingNetworks.outages("outage", SECONDS));
    add("offline", 0, 0, 0, 0, Disturbance.NONE);
    add("rtt20", 200, 50, 20, 0, Disturbance.NONE);
    add("rtt100", 200, 50, 100, 0, Disturbance.NONE);
  }

  private NetworkPresets() {}

  private static void add(
      String name,
      double downMbps,
      double upMbps,
      long rttMillis,
      double loss,
      Disturbance disturbance) {
    put(
        new NetworkTrace(
            name,
            List.of(
                new NetworkTrace.Row(
                    0,
                    downMbps * 125_000,
                    upMbps * 125_000,
                    rttMillis * 1_000_000,
                    loss,
                    disturbance))));
  }

  private static void put(NetworkTrace trace) {
    ALL.put(trace.name(), trace);
  }

  /** The names there are. */
  public static Set<String> names() {
    return Collections.unmodifiableSet(ALL.keySet());
  }

  /** The preset of this name; empty when there is none. */
  public static Optional<NetworkTrace> named(String name) {
    return Optional.ofNullable(ALL.get(name));
  }
}
