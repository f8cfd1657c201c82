package org.saccade.offload.netem;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.saccade.offload.link.Link;
import org.saccade.offload.netem.model.Direction;
import org.saccade.offload.netem.model.MalformedNetworkException;
import org.saccade.offload.netem.model.NetworkCsv;
import org.saccade.offload.netem.model.NetworkPresets;
import org.saccade.offload.netem.model.NetworkTrace;

/**
 * A network that began at one moment; every link wrapped in it lives on its timeline. Wrap one end
 * of a connection only. Any thread.
 */
public final class EmulatedNetwork {
  private final NetworkTrace trace;
  private final LongSupplier clock;
  private final long startNanos;
  private final AtomicLong nextSeed;

  /**
   * Begins now.
   *
   * @param clock nanoseconds, monotonic
   */
  public EmulatedNetwork(NetworkTrace trace, long seed, LongSupplier clock) {
    this.trace = trace;
    this.clock = clock;
    this.startNanos = clock.getAsLong();
    this.nextSeed = new AtomicLong(seed);
  }

  /**
   * The network a command line names: a preset, else a CSV file.
   *
   * @throws IOException when it is neither or cannot be read
   * @throws MalformedNetworkException naming file, line and column
   */
  public static NetworkTrace named(String presetOrFile)
      throws IOException, MalformedNetworkException {
    var preset = NetworkPresets.named(presetOrFile);
    if (preset.isPresent()) {
      return preset.get();
    }
    Path file = Path.of(presetOrFile);
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new IOException(
          "network '%s' is no file that can be read: name another, or one of %s"
              .formatted(presetOrFile, String.join(", ", NetworkPresets.names())));
    }
    try {
      return NetworkCsv.parse(presetOrFile, Files.readAllLines(file));
    } catch (CharacterCodingException e) {
      throw new IOException(
          "network '%s' is not UTF-8 text: expected t_s,down_kbps,up_kbps,rtt_ms,loss and rows"
              .formatted(presetOrFile),
          e);
    }
  }

  /** Wraps a device's end: what it sends goes up. */
  public Link atDevice(Link link) {
    return wrap(link, Direction.UP);
  }

  /** Wraps an edge's end: what it sends goes down. */
  public Link atEdge(Link link) {
    return wrap(link, Direction.DOWN);
  }

  private Link wrap(Link link, Direction outbound) {
    long seed = nextSeed.getAndIncrement();
    return EmulatedLink.start(link, trace, outbound, seed, clock, startNanos);
  }
}
