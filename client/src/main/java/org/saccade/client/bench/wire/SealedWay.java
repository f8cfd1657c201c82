package org.saccade.client.bench.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.saccade.client.Failure;
import org.saccade.offload.link.EdgeDoor;
import org.saccade.offload.link.KryoLink;
import org.saccade.offload.link.KryoListener;
import org.saccade.offload.link.Link;
import org.saccade.offload.protocol.Fragmenter;
import org.saccade.offload.protocol.Manifest;
import org.saccade.offload.protocol.Message;
import org.saccade.offload.protocol.Wish;
import org.saccade.offload.secure.Credentials;
import org.saccade.render.codec.TileBody;

/** Both ends of a sealed link over loopback, without an edge's session thread. */
final class SealedWay implements DatagramWay {
  private static final long SESSION = 1;
  private static final long PATIENCE_NANOS = 20_000_000_000L;

  private final LongSupplier clock;
  private final Fragmenter pieces;
  private final KryoListener listener;
  private final KryoLink device;
  private @Nullable Link edge;
  private int packet;

  SealedWay(TileBody tile, LongSupplier clock) throws IOException {
    this.clock = clock;
    pieces = Fragmenter.forDatagrams(tile.bytes(), tile.contentHash());
    var credentials = Credentials.ofThisProcess(new SecureRandom());
    var host = InetAddress.getLoopbackAddress();
    listener =
        KryoListener.listen(new InetSocketAddress(host, 0), 2, EdgeDoor.of(credentials), clock);
    device = KryoLink.connect(new InetSocketAddress(host, listener.port()), credentials, clock);
  }

  /** Until datagrams pass both ways. */
  void begin(Manifest manifest, Runnable check) {
    await(check, () -> device.state().isUp());
    device.sendReliable(new Message.Hello("bench"));
    await(check, () -> (edge = edge == null ? listener.accept() : edge) != null);
    edge().sendReliable(new Message.Welcome(SESSION, manifest));
    await(check, () -> drain() >= 0 && edge().state().datagramsPass());
  }

  private Link edge() {
    return java.util.Objects.requireNonNull(edge);
  }

  private void await(Runnable check, BooleanSupplier condition) {
    long until = clock.getAsLong() + PATIENCE_NANOS;
    while (!condition.getAsBoolean()) {
      check.run();
      if (clock.getAsLong() - until > 0) {
        throw Failure.failed("no sealed link over loopback: try again on a quieter machine");
      }
      AskingDevice.rest();
    }
  }

  @Override
  public boolean send(int index) {
    int now = (int) (clock.getAsLong() / 1_000);
    var wish = new Wish(1, 1, 0);
    return edge()
        .sendDatagram(pieces.fragment(SESSION, ++packet, now, wish, index % pieces.count()));
  }

  @Override
  public int drain() {
    return device.drain((message, at) -> {}, Integer.MAX_VALUE);
  }

  @Override
  public Set<String> threads() {
    return Set.of("saccade-link");
  }

  @Override
  public void close() {
    device.close();
    listener.close();
  }
}
