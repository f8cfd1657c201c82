package org.saccade.client.bench.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongSupplier;
import org.saccade.client.Failure;
import org.saccade.client.report.AtomicFile;
import org.saccade.client.report.Figures;
import org.saccade.offload.cache.ForeseeingCache;
import org.saccade.offload.edge.EdgeConfig;
import org.saccade.offload.edge.EdgeServer;
import org.saccade.offload.link.EdgeDoor;
import org.saccade.offload.protocol.Codec;
import org.saccade.offload.protocol.Fragmenter;
import org.saccade.offload.protocol.Limits;
import org.saccade.offload.protocol.Version;
import org.saccade.offload.protocol.Wish;
import org.saccade.offload.protocol.Wishes;
import org.saccade.offload.secure.Credentials;
import org.saccade.offload.secure.Handshake;
import org.saccade.offload.secure.HandshakeException;
import org.saccade.offload.secure.Role;
import org.saccade.offload.secure.Sealer;
import org.saccade.offload.secure.Transport;
import org.saccade.render.codec.TileBody;

/** How many tiles an edge serves from its memory for a core's time, and where that time goes. */
final class ServePart implements WirePart {
  private static final long MILLI = 1_000_000L;
  private static final long SECOND = 1_000 * MILLI;
  private static final int CELLS = 256;
  private static final int REQUESTED = 64;
  private static final long ASK_NANOS = 2 * MILLI;
  private static final long OVERDUE_NANOS = 30 * MILLI;
  private static final long WARM_NANOS = 3 * SECOND;
  private static final long MEASURED_NANOS = 6 * SECOND;
  private static final int WARM_TILES = 20_000;
  private static final int STEPPED_TILES = 40_000;
  private static final Set<String> EDGE = Set.of("saccade-edge", "saccade-edge-link");

  private final LongSupplier clock;

  ServePart(LongSupplier clock) {
    this.clock = clock;
  }

  @Override
  public String name() {
    return "serve";
  }

  @Override
  public Answer run(Context context) {
    try {
      var tiles = new NoiseTiles();
      var results = new Figures();
      served(context, tiles, results);
      var step = steps(context, tiles);
      results.with("steps", step.figures());
      context.progress().accept("serve: coding");
      results.with("coding", new CodingCost(tiles, clock, context).figures(step.microsATile()));
      return new Answer(results, List.of());
    } catch (IOException | HandshakeException e) {
      throw Failure.failed(
          "loopback cannot be measured (%s): let this program open sockets"
              .formatted(e instanceof IOException io ? AtomicFile.reason(io) : e.getMessage()),
          e);
    }
  }

  /** A device that always waits for as many tiles as one request may list. */
  private final class Hunger implements AskingDevice.Ear {
    private final long[] addresses = NoiseTiles.addresses(CELLS);
    private final ArrayDeque<Long> waiting = new ArrayDeque<>();
    private final Map<Long, Asked> asked = new HashMap<>();
    private int next;
    private long askedNanos;

    private record Asked(int attempt, long nanos) {}

    @Override
    public void take(long address, int attempt, long arrivedNanos) {
      waiting.remove(address);
    }

    private void step(AskingDevice device) {
      device.poll();
      long now = clock.getAsLong();
      if (now - askedNanos < ASK_NANOS) {
        AskingDevice.rest();
        return;
      }
      askedNanos = now;
      while (waiting.size() < REQUESTED) {
        long address = addresses[next++ % addresses.length];
        if (!waiting.contains(address)) {
          waiting.add(address);
          raise(address, now);
        }
      }
      var wishes = new Wishes.Builder();
      for (long address : waiting) {
        var last = Objects.requireNonNull(asked.get(address));
        if (now - last.nanos > OVERDUE_NANOS) {
          last = raise(address, now);
        }
        wishes.add(address, 20_000, last.attempt);
      }
      device.ask(wishes.build());
    }

    private Asked raise(long address, long now) {
      return Objects.requireNonNull(
          asked.compute(
              address,
              (key, last) -> new Asked(last == null ? 0 : (last.attempt + 1) & 0xFF, now)));
    }
  }

  private void served(Context context, NoiseTiles tiles, Figures results) throws IOException {
    var credentials = Credentials.ofThisProcess(new SecureRandom());
    var hunger = new Hunger();
    try (var edge =
            EdgeServer.start(
                EdgeConfig.embedded(null), EdgeDoor.of(credentials), () -> tiles, clock);
        var device = new AskingDevice(edge.port(), credentials, clock, hunger)) {
      device.begin(context.check());
      context.progress().accept("serve: filling the cache");
      run(context, hunger, device, WARM_NANOS);
      context.progress().accept("serve: from memory");
      var before = edge.statistics();
      long busy = ThreadTimes.nanos(EDGE, false);
      long began = clock.getAsLong();
      run(context, hunger, device, MEASURED_NANOS);
      double seconds = (clock.getAsLong() - began) * 1e-9;
      double busySeconds = (ThreadTimes.nanos(EDGE, false) - busy) * 1e-9;
      var after = edge.statistics();
      long sent = after.sentTiles() - before.sentTiles();
      results
          .with("tile_bytes", (double) (after.sentBytes() - before.sentBytes()) / sent)
          .with("tiles_s", sent / seconds)
          .with("tiles_s_a_core", sent / busySeconds)
          .with("mbit_s_a_core", (after.sentBytes() - before.sentBytes()) * 8e-6 / busySeconds)
          .with("cores", busySeconds / seconds)
          .with("baked_meanwhile", after.bakedTiles() - before.bakedTiles());
    }
  }

  private void run(Context context, Hunger hunger, AskingDevice device, long nanos) {
    long until = clock.getAsLong() + nanos;
    while (clock.getAsLong() - until < 0) {
      context.check().run();
      hunger.step(device);
    }
  }

  /** The way of a tile through the same objects on one thread, step by step. */
  private Step steps(Context context, NoiseTiles tiles) throws IOException, HandshakeException {
    long[] addresses = NoiseTiles.addresses(CELLS);
    var cache = new ForeseeingCache<TileBody>(256L << 20, NoiseTiles.RECIPE.maxLevel(), 1);
    for (long address : addresses) {
      cache.put(address, tiles.body(address), tiles.body(address).bytes().size(), 0);
    }
    try (var sink = new Sink()) {
      var step = new Step(cache, sealer(), sink);
      context.progress().accept("serve: step by step");
      for (int i = 0; i < WARM_TILES + STEPPED_TILES; i++) {
        if (i == WARM_TILES) {
          step.reset();
        }
        context.check().run();
        step.tile(addresses[i % addresses.length]);
      }
      return step;
    }
  }

  private static Sealer sealer() throws HandshakeException {
    var own = Credentials.ofThisProcess(new SecureRandom());
    var device = Handshake.begin(Role.DEVICE, own.identity(), Version.CURRENT, own.random());
    var edge = Handshake.begin(Role.EDGE, own.identity(), Version.CURRENT, own.random());
    edge.read(device.write(new byte[0]));
    device.read(edge.write(new byte[Integer.BYTES]));
    edge.read(device.write(new byte[0]));
    return edge.finish(0, 0).sealer(Transport.DATAGRAM);
  }

  /** Two sockets; what was sent is taken again, so that the buffer never overflows. */
  private static final class Sink implements AutoCloseable {
    private final DatagramChannel from = open();
    private final DatagramChannel to = open();
    private final InetSocketAddress there = (InetSocketAddress) to.getLocalAddress();
    private final ByteBuffer room = ByteBuffer.allocateDirect(2 * Limits.DATAGRAM_BYTES);

    Sink() throws IOException {}

    private static DatagramChannel open() throws IOException {
      var channel = DatagramChannel.open();
      channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      channel.configureBlocking(false);
      return channel;
    }

    private void empty() throws IOException {
      while (to.receive(room.clear()) != null) {}
    }

    @Override
    public void close() throws IOException {
      from.close();
      to.close();
    }
  }

  private final class Step {
    private final ForeseeingCache<TileBody> cache;
    private final Sealer sealer;
    private final Sink sink;
    private final ByteBuffer plain = ByteBuffer.allocate(Limits.DATAGRAM_BYTES);
    private final ByteBuffer sealed = ByteBuffer.allocate(Limits.DATAGRAM_BYTES);
    private final ByteBuffer out = ByteBuffer.allocateDirect(Limits.DATAGRAM_BYTES);
    private Quantiles[] micros = fresh();
    private int packet;

    Step(ForeseeingCache<TileBody> cache, Sealer sealer, Sink sink) {
      this.cache = cache;
      this.sealer = sealer;
      this.sink = sink;
    }

    private static Quantiles[] fresh() {
      return new Quantiles[] {new Quantiles(), new Quantiles(), new Quantiles(), new Quantiles()};
    }

    private void reset() {
      micros = fresh();
    }

    private void tile(long address) throws IOException {
      long at = clock.getAsLong();
      cache.requested(1, address, at);
      var body = Objects.requireNonNull(cache.get(address));
      long then = clock.getAsLong();
      long lookUp = then - at;
      var pieces = Fragmenter.forDatagrams(body.bytes(), body.contentHash());
      long now = clock.getAsLong();
      long cut = now - then;
      long seal = 0;
      long send = 0;
      var wish = new Wish(address, 1, 0);
      for (int i = 0; i < pieces.count(); i++) {
        then = clock.getAsLong();
        var piece = pieces.fragment(1, ++packet, (int) (then / 1_000), wish, i);
        Codec.encode(piece, plain.clear());
        now = clock.getAsLong();
        cut += now - then;
        sealer.seal(plain.flip(), sealed.clear(), now);
        then = clock.getAsLong();
        seal += then - now;
        out.clear().put(sealed.flip()).flip();
        sink.from.send(out, sink.there);
        send += clock.getAsLong() - then;
      }
      long[] steps = {lookUp, cut, seal, send};
      for (int i = 0; i < steps.length; i++) {
        micros[i].add(steps[i] * 1e-3);
      }
      sink.empty();
    }

    private double micros(int step) {
      // Medians: what the system's other work interrupts would count with it otherwise.
      return micros[step].at(0.5);
    }

    private double microsATile() {
      double all = 0;
      for (int i = 0; i < micros.length; i++) {
        all += micros(i);
      }
      return all;
    }

    private Figures figures() {
      double all = microsATile();
      return new Figures()
          .with("us_a_tile", all)
          .with("tiles_s_a_core", 1e6 / all)
          .with("look_up", micros(0) / all)
          .with("cut", micros(1) / all)
          .with("seal", micros(2) / all)
          .with("send", micros(3) / all);
    }
  }
}
