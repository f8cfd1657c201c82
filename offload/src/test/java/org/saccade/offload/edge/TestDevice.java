package org.saccade.offload.edge;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.saccade.offload.link.KryoLink;
import org.saccade.offload.link.Link;
import org.saccade.offload.link.TestKeys;
import org.saccade.offload.protocol.Grant;
import org.saccade.offload.protocol.Message;
import org.saccade.offload.protocol.Reassembler;
import org.saccade.offload.protocol.TileFragment;
import org.saccade.offload.protocol.Wishes;
import org.saccade.render.codec.TileBody;
import org.saccade.testing.Await;

/** The least a device does: asks for tiles every 10 ms, raising attempts when they are overdue. */
public final class TestDevice implements AutoCloseable {
  private static final long OVERDUE_NANOS = 60_000_000L;
  private static final long PERIOD_NANOS = 5_000_000L;

  public final Link link;
  public final Map<Long, TileBody> tiles = new HashMap<>();
  public final Map<Long, Message.TileUnavailable> unavailable = new HashMap<>();
  private final Reassembler reassembler = new Reassembler(256, 16 << 20);
  private final Map<Long, Asked> wanted = new LinkedHashMap<>();
  private final Grant grant;
  private Message.@Nullable Welcome welcome;
  private Message.@Nullable Refused refused;
  private boolean hasGreeted;
  private int sequence;
  private long askedNanos;
  public long fragments;
  public long receipts;

  private record Asked(int attempt, long nanos) {}

  public TestDevice(Link link, Grant grant) {
    this.link = link;
    this.grant = grant;
  }

  public static TestDevice dial(int port) {
    InetSocketAddress edge = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    return new TestDevice(
        KryoLink.connect(edge, TestKeys.CREDENTIALS, System::nanoTime),
        new Grant(100_000_000, 10_000_000));
  }

  public void want(List<Long> addresses) {
    addresses.forEach(address -> wanted.put(address, new Asked(0, System.nanoTime())));
  }

  /** Asks once more for what was asked for before: by a higher attempt, or it is not sent. */
  public void wantAgain(List<Long> addresses) {
    addresses.forEach(address -> wanted.put(address, new Asked(100, System.nanoTime())));
  }

  /** Hears and asks; call it again and again. */
  public void step() {
    if (!hasGreeted && link.state().isUp()) {
      hasGreeted = link.sendReliable(new Message.Hello("test device"));
    }
    link.drain((message, at) -> hear(message), 10_000);
    long now = System.nanoTime();
    Message.Welcome session = welcome;
    if (session == null || now - askedNanos < PERIOD_NANOS) {
      return;
    }
    askedNanos = now;
    Wishes.Builder wishes = new Wishes.Builder();
    List<Long> first = new ArrayList<>(wanted.keySet()).subList(0, Math.min(64, wanted.size()));
    for (long address : first) {
      Asked asked = wanted.getOrDefault(address, new Asked(0, now));
      if (now - asked.nanos > OVERDUE_NANOS) {
        asked = new Asked(asked.attempt + 1, now);
        wanted.put(address, asked);
      }
      wishes.add(address, 20_000, asked.attempt);
    }
    link.sendDatagram(
        new Message.FovRequest(session.session(), ++sequence, now, grant, wishes.build()));
  }

  private void hear(Message message) {
    switch (message) {
      case Message.Welcome arrived -> welcome = arrived;
      case Message.Refused no -> refused = no;
      case Message.Receipt _ -> receipts++;
      case Message.TileUnavailable no -> {
        unavailable.put(no.address(), no);
        wanted.remove(no.address());
      }
      case TileFragment piece -> {
        fragments++;
        Reassembler.Assembled whole = reassembler.accept(piece);
        if (whole != null) {
          keep(whole);
        }
      }
      default -> {}
    }
  }

  private void keep(Reassembler.Assembled whole) {
    try {
      TileBody body = TileBody.parse(whole.body());
      if (body.contentHash() == whole.contentHash()) {
        tiles.put(whole.address(), body);
        wanted.remove(whole.address());
      }
    } catch (org.saccade.render.codec.MalformedTileException e) {
      throw new AssertionError(e);
    }
  }

  public Message.@Nullable Welcome welcome() {
    return welcome;
  }

  public Message.@Nullable Refused refused() {
    return refused;
  }

  public boolean isWelcome() {
    step();
    return welcome != null;
  }

  /** Steps until nothing is wanted any more. */
  public void awaitTiles(Duration deadline) {
    Await.until(
        "all tiles arrive",
        deadline,
        () -> {
          step();
          return wanted.isEmpty();
        });
  }

  @Override
  public void close() {
    link.close();
  }
}
