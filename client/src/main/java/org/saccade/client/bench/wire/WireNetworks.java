package org.saccade.client.bench.wire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.saccade.client.Failure;
import org.saccade.client.report.AtomicFile;
import org.saccade.client.run.Networks;
import org.saccade.offload.netem.model.ChangingNetworks;
import org.saccade.offload.netem.model.NetworkTrace;

/**
 * The networks of a folder, or seeded stand-ins.
 *
 * @param source where they come from, for the report
 */
record WireNetworks(String source, List<NetworkTrace> traces) {
  private static final int DRIVES = 6;
  private static final int WIRELESS = 2;
  private static final int SECONDS = 60;

  WireNetworks {
    traces = List.copyOf(traces);
  }

  static WireNetworks of(Optional<Path> folder, long seed) {
    return folder.map(WireNetworks::read).orElseGet(() -> standIn(seed));
  }

  private static WireNetworks read(Path folder) {
    var traces = new ArrayList<NetworkTrace>();
    try (var files = Files.list(folder)) {
      for (var file : files.sorted().toList()) {
        if (file.toString().toLowerCase(Locale.ROOT).endsWith(".csv")) {
          traces.add(Networks.trace(file.toString()));
        }
      }
    } catch (IOException unreadable) {
      throw Failure.failed(
          "--networks '%s' is not a folder of network files (%s): name another"
              .formatted(folder, AtomicFile.reason(unreadable)),
          unreadable);
    }
    if (traces.isEmpty()) {
      throw Failure.failed(
          "--networks '%s' has no .csv file: name another folder".formatted(folder));
    }
    return new WireNetworks(folder.toString(), traces);
  }

  private static WireNetworks standIn(long seed) {
    var traces = new ArrayList<NetworkTrace>();
    for (int i = 1; i <= DRIVES; i++) {
      traces.add(ChangingNetworks.drive("standin_drive_" + i, seed * 100 + i, SECONDS));
    }
    for (int i = 1; i <= WIRELESS; i++) {
      traces.add(ChangingNetworks.busyWifi("standin_wifi_" + i, seed * 100 + i, SECONDS));
    }
    return new WireNetworks("seeded stand-in, no recordings", traces);
  }

  /** A network's name without folder and ending. */
  static String shortName(NetworkTrace trace) {
    var name = String.valueOf(Path.of(trace.name()).getFileName());
    return name.endsWith(".csv") ? name.substring(0, name.length() - 4) : name;
  }
}
