package org.saccade.client.bench.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.saccade.client.Failure;
import org.saccade.client.report.AtomicFile;
import org.saccade.client.report.Figures;
import org.saccade.client.report.Target;
import org.saccade.offload.edge.EdgeConfig;
import org.saccade.offload.edge.EdgeServer;
import org.saccade.offload.link.EdgeDoor;
import org.saccade.offload.protocol.Manifest;
import org.saccade.offload.protocol.Wishes;
import org.saccade.offload.secure.Credentials;

/** What edge, seals and KryoNet cost over a plain loop of the JDK's channels, in turns. */
final class OverheadPart implements WirePart {
  private static final long MILLI = 1_000_000L;
  private static final int BLOCKS = 20;

  /** Until all is compiled: 11 datagrams a request. */
  private static final int WARM_BLOCKS = 20;

  private static final int REQUESTS = 100;
  private static final int GOODPUT_BLOCKS = 6;
  private static final long GOODPUT_NANOS = 1_000 * MILLI;
  private static final long PATIENCE_NANOS = 200 * MILLI;
  private static final long PAUSE_NANOS = 2 * MILLI;
  private static final long STALL_NANOS = 20 * MILLI;
  // Fewer than the system's smallest buffer holds.
  private static final int WINDOW = 64;
  private static final int REQUEST_BYTES = 79;
  private static final double MOST_MORE_MILLIS = 1;
  private static final double LEAST_RATIO = 0.7;
  private static final double ENOUGH_MBIT = 400;

  private final LongSupplier clock;

  OverheadPart(LongSupplier clock) {
    this.clock = clock;
  }

  @Override
  public String name() {
    return "overhead";
  }

  @Override
  public Answer run(Context context) {
    var results = new Figures();
    var targets = new ArrayList<Target>();
    var tiles = new NoiseTiles();
    try {
      requests(context, tiles, results, targets);
      goodput(context, tiles, results, targets);
    } catch (IOException e) {
      throw Failure.failed(
          "loopback cannot be measured (%s): let this program open sockets"
              .formatted(AtomicFile.reason(e)),
          e);
    }
    return new Answer(results, targets);
  }

  /** What a tile's request waits for. */
  private static final class Asked {
    private final Quantiles millis = new Quantiles();
    private long lost;

    private void add(double nanos) {
      if (Double.isNaN(nanos)) {
        lost++;
      } else {
        millis.add(nanos / MILLI);
      }
    }

    private Figures figures() {
      return new Figures()
          .with("ms_p50", millis.at(0.5))
          .with("ms_p90", millis.at(0.9))
          .with("ms_p99", millis.at(0.99))
          .with("requests", millis.count())
          .with("unanswered", lost);
    }
  }

  private void requests(Context context, NoiseTiles tiles, Figures results, List<Target> targets)
      throws IOException {
    var credentials = Credentials.ofThisProcess(new SecureRandom());
    long[] addresses = NoiseTiles.addresses(16);
    var ours = new Asked();
    var plain = new Asked();
    var asking = new Asking();
    try (var edge =
            EdgeServer.start(
                EdgeConfig.embedded(null), EdgeDoor.of(credentials), () -> tiles, clock);
        var device = new AskingDevice(edge.port(), credentials, clock, asking);
        var loop = new PlainLoop(tiles.body(addresses[0]).bytes().toArray(), clock)) {
      device.begin(context.check());
      for (int block = -WARM_BLOCKS; block < BLOCKS; block++) {
        context
            .progress()
            .accept(
                "overhead: requests, %d of %d blocks"
                    .formatted(block + WARM_BLOCKS, BLOCKS + WARM_BLOCKS));
        for (int i = 0; i < REQUESTS; i++) {
          double nanos = asking.ask(device, addresses[i % addresses.length]);
          if (block >= 0) {
            ours.add(nanos);
          }
        }
        var request = ByteBuffer.allocateDirect(REQUEST_BYTES);
        for (int i = 0; i < REQUESTS; i++) {
          LockSupport.parkNanos(PAUSE_NANOS);
          double nanos = loop.ask(request, PATIENCE_NANOS);
          if (block >= 0) {
            plain.add(nanos);
          }
        }
      }
    }
    double more = ours.millis.at(0.99) - plain.millis.at(0.99);
    results
        .with("tile_bytes", tiles.body(addresses[0]).bytes().size())
        .with("sealed", ours.figures())
        .with("plain", plain.figures())
        .with("more_ms_p50", ours.millis.at(0.5) - plain.millis.at(0.5))
        .with("more_ms_p99", more);
    targets.add(Target.atMost("overhead: ms more than plain, p99", more, MOST_MORE_MILLIS));
  }

  /** One tile after the other. */
  private final class Asking implements AskingDevice.Ear {
    private long wanted;
    private long arrivedNanos;
    private boolean isHere;
    private int attempt;

    @Override
    public void take(long address, int ofAttempt, long nanos) {
      if (address == wanted && ofAttempt == attempt && !isHere) {
        isHere = true;
        arrivedNanos = nanos;
      }
    }

    private double ask(AskingDevice device, long address) {
      LockSupport.parkNanos(PAUSE_NANOS);
      wanted = address;
      attempt = (attempt + 1) & 0xFF;
      isHere = false;
      var wishes = new Wishes.Builder().add(address, 20_000, attempt).build();
      long began = clock.getAsLong();
      device.ask(wishes);
      while (!isHere && clock.getAsLong() - began < PATIENCE_NANOS) {
        AskingDevice.rest();
        device.poll();
      }
      return isHere ? arrivedNanos - began : Double.NaN;
    }
  }

  /** What went one way, and what it cost. */
  private static final class Carried {
    private long arrived;
    private long lost;
    private long nanos;
    private long busyNanos;

    private double mbit(long ofNanos, int pieceBytes) {
      return arrived * pieceBytes * 8e3 / ofNanos;
    }

    private Figures figures(int pieceBytes) {
      return new Figures()
          .with("mbit_s", mbit(nanos, pieceBytes))
          .with("mbit_s_a_core", mbit(busyNanos, pieceBytes))
          .with("us_a_datagram", busyNanos * 1e-3 / arrived)
          .with("lost", lost);
    }
  }

  private void goodput(Context context, NoiseTiles tiles, Figures results, List<Target> targets)
      throws IOException {
    var tile = tiles.body(NoiseTiles.addresses(1)[0]);
    var ours = new Carried();
    var plain = new Carried();
    try (var sealed = new SealedWay(tile, clock);
        var loop = new PlainLoop(tile.bytes().toArray(), clock)) {
      sealed.begin(
          new Manifest("bench", tiles.sceneName(), tiles.scene(), tiles.recipe()), context.check());
      for (int block = -1; block < GOODPUT_BLOCKS; block++) { // the first warms up
        context.progress().accept("overhead: goodput, block %d".formatted(block));
        carry(sealed, block < 0 ? new Carried() : ours);
        carry(loop, block < 0 ? new Carried() : plain);
      }
    }
    int pieces = (tile.bytes().size() + 1_115) / 1_116;
    int pieceBytes = tile.bytes().size() / pieces;
    double ratio = ours.mbit(ours.nanos, pieceBytes) / plain.mbit(plain.nanos, pieceBytes);
    double core = ours.mbit(ours.busyNanos, pieceBytes);
    results.with(
        "goodput",
        new Figures()
            .with("sealed", ours.figures(pieceBytes))
            .with("plain", plain.figures(pieceBytes))
            .with("sealed_by_plain", ratio)
            .with("sealed_by_plain_a_core", core / plain.mbit(plain.busyNanos, pieceBytes)));
    targets.add(
        Target.atLeast(
            "overhead: goodput by plain / %.1f, or Mbit/s a core / %.0f"
                .formatted(LEAST_RATIO, ENOUGH_MBIT),
            Math.max(ratio / LEAST_RATIO, core / ENOUGH_MBIT),
            1));
  }

  /** As fast as it goes, with as many under way as no buffer drops. */
  private void carry(DatagramWay way, Carried into) throws IOException {
    way.drain();
    long busy = ThreadTimes.nanos(way.threads(), true);
    long began = clock.getAsLong();
    long movedNanos = began;
    long now = began;
    long sent = 0;
    long gone = 0;
    for (int i = 0; now - began < GOODPUT_NANOS; now = clock.getAsLong()) {
      int came = way.drain();
      gone += came;
      into.arrived += came;
      if (sent - gone < WINDOW && way.send(i++)) {
        sent++;
        movedNanos = now;
      } else if (now - movedNanos > STALL_NANOS) {
        into.lost += sent - gone;
        gone = sent;
        movedNanos = now;
      } else {
        AskingDevice.rest();
      }
    }
    into.nanos += now - began;
    into.busyNanos += ThreadTimes.nanos(way.threads(), true) - busy;
  }
}
