package org.saccade.client.bench.wire;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.saccade.client.Failure;
import org.saccade.offload.link.KryoLink;
import org.saccade.offload.protocol.Grant;
import org.saccade.offload.protocol.Limits;
import org.saccade.offload.protocol.Message;
import org.saccade.offload.protocol.Reassembler;
import org.saccade.offload.protocol.TileFragment;
import org.saccade.offload.protocol.Wishes;
import org.saccade.offload.secure.Credentials;

/** The least of a device: asks an edge on this machine for tiles and joins them. One thread. */
final class AskingDevice implements AutoCloseable {
  private static final long PATIENCE_NANOS = 20_000_000_000L;
  private static final long LOOK_NANOS = 50_000;
  private static final int MOST_MESSAGES = 10_000;

  /** No pace but what sockets take. */
  private static final Grant EVERYTHING =
      new Grant(Limits.GRANT_BYTES_PER_SECOND, Integer.MAX_VALUE);

  private final KryoLink link;
  private final LongSupplier clock;
  private final Ear ear;
  private final Reassembler reassembler = new Reassembler(256, 16 << 20);
  private long session;
  private int sequence;

  /** Takes a tile that has come whole. */
  @FunctionalInterface
  interface Ear {
    void take(long address, int attempt, long arrivedNanos);
  }

  AskingDevice(int port, Credentials credentials, LongSupplier clock, Ear ear) {
    this.clock = clock;
    this.ear = ear;
    link =
        KryoLink.connect(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), credentials, clock);
  }

  /** Connects, says hello, and waits until datagrams pass. */
  void begin(Runnable check) {
    await("connect to its edge", check, () -> link.state().isUp());
    link.sendReliable(new Message.Hello("bench"));
    await(
        "get datagrams from its edge",
        check,
        () -> {
          poll();
          return session != 0 && link.state().datagramsPass();
        });
  }

  /** Waits, with an end. */
  void await(String what, Runnable check, BooleanSupplier condition) {
    long until = clock.getAsLong() + PATIENCE_NANOS;
    while (!condition.getAsBoolean()) {
      check.run();
      if (clock.getAsLong() - until > 0) {
        throw Failure.failed(
            "a device on this machine could not %s (%s): try again on a quieter machine"
                .formatted(what, link.state()));
      }
      rest();
    }
  }

  /** Until something may have come. */
  static void rest() {
    LockSupport.parkNanos(LOOK_NANOS);
  }

  /** Asks for these, and for nothing else any more. */
  void ask(Wishes wishes) {
    link.sendDatagram(
        new Message.FovRequest(session, ++sequence, clock.getAsLong(), EVERYTHING, wishes));
  }

  /** Takes what came. */
  void poll() {
    link.drain(this::hear, MOST_MESSAGES);
  }

  boolean isUp() {
    return link.state().isUp();
  }

  boolean datagramsPass() {
    return link.state().datagramsPass();
  }

  private void hear(Message message, long arrivedNanos) {
    switch (message) {
      case Message.Welcome welcome -> session = welcome.session();
      case TileFragment piece -> {
        var whole = reassembler.accept(piece);
        if (whole != null) {
          ear.take(whole.address(), piece.attempt(), arrivedNanos);
        }
      }
      default -> {}
    }
  }

  @Override
  public void close() {
    link.close();
  }
}
