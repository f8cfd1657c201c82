package org.saccade.client.run;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.saccade.client.Failure;
import org.saccade.offload.netem.EmulatedNetwork;
import org.saccade.offload.netem.model.MalformedNetworkException;
import org.saccade.offload.netem.model.NetworkPresets;
import org.saccade.offload.netem.model.NetworkTrace;

/** Finds the network a command line names. */
public final class Networks {
  private Networks() {}

  /** The network, begun now; empty where none is emulated. */
  public static Optional<EmulatedNetwork> of(String words, long seed, LongSupplier clock) {
    return words.isEmpty()
        ? Optional.empty()
        : Optional.of(new EmulatedNetwork(trace(words), seed, clock));
  }

  /** What the words name: a preset or a file. */
  public static NetworkTrace trace(String words) {
    boolean isFile = words.toLowerCase(Locale.ROOT).endsWith(".csv");
    if (!isFile && NetworkPresets.named(words).isEmpty()) {
      throw Failure.usage(
          "unknown network '%s': try %s or a .csv file"
              .formatted(words, String.join(", ", NetworkPresets.names())));
    }
    try {
      return EmulatedNetwork.named(words);
    } catch (IOException | MalformedNetworkException unusable) {
      throw Failure.failed(String.valueOf(unusable.getMessage()), unusable);
    }
  }
}
