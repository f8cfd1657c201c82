package org.saccade.client.bench.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channel;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.saccade.offload.link.WireNoise;

/**
 * Throws datagrams and connections at an edge of this machine, from addresses of 127.0.0.0/8 where
 * the system has them all, at an even pace. A thread of its own, which ends by itself.
 */
final class Attack implements Runnable {
  private static final int SOURCES = 64;
  private static final int OPEN_AT_ONCE = 64;
  private static final long STEP_NANOS = 1_000_000;
  private static final double DATAGRAMS_A_NANO = 1e-5; // 10,000 a second

  private final InetSocketAddress edge;
  private final LongSupplier clock;
  private final int datagrams;
  private final int connections;
  private final WireNoise noise;
  private final SplittableRandom random;
  private final ByteBuffer out = ByteBuffer.allocateDirect(4_096);
  private final List<DatagramChannel> sources = new ArrayList<>();
  private final Deque<SocketChannel> open = new ArrayDeque<>();
  private final AtomicInteger sent = new AtomicInteger();
  private final AtomicInteger connected = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private volatile boolean isStopped;

  Attack(InetSocketAddress edge, int datagrams, int connections, long seed, LongSupplier clock) {
    this.edge = edge;
    this.clock = clock;
    this.datagrams = datagrams;
    this.connections = connections;
    noise = new WireNoise(seed, NoiseTiles.addresses(2));
    random = new SplittableRandom(seed);
  }

  @Override
  public void run() {
    try {
      for (int i = 0; i < SOURCES; i++) {
        var source = DatagramChannel.open().bind(somewhere(true));
        source.configureBlocking(false);
        sources.add(source);
      }
      long began = clock.getAsLong();
      while (!isStopped && !isDone()) {
        step((clock.getAsLong() - began) * DATAGRAMS_A_NANO);
        LockSupport.parkNanos(STEP_NANOS);
      }
    } catch (IOException e) {
      isStopped = true; // the figures show how much was thrown
    } finally {
      isStopped = true;
      sources.forEach(Attack::close);
      open.forEach(Attack::close);
    }
  }

  private boolean isDone() {
    return sent.get() >= datagrams && tried() >= connections;
  }

  private int tried() {
    return connected.get() + refused.get();
  }

  private void step(double due) throws IOException {
    while (sent.get() < Math.min(due, datagrams)) {
      var bytes = noise.datagram();
      out.clear().put(bytes).flip();
      sources.get(random.nextInt(SOURCES)).send(out, edge);
      sent.incrementAndGet();
    }
    // Even over the same time.
    while (tried() < Math.min(due * connections / datagrams, connections)) {
      connect();
    }
  }

  private void connect() {
    try {
      var stream = SocketChannel.open();
      open.add(stream);
      stream.bind(somewhere(false));
      stream.connect(edge);
      stream.configureBlocking(false);
      stream.write(ByteBuffer.wrap(noise.stream()));
      connected.incrementAndGet();
    } catch (IOException hungUp) {
      refused.incrementAndGet(); // in the midst of its greeting
    }
    if (open.size() > OPEN_AT_ONCE) {
      close(open.removeFirst());
    }
  }

  private InetSocketAddress somewhere(boolean isChecked) throws IOException {
    var address =
        InetAddress.getByAddress(
            new byte[] {127, (byte) random.nextInt(), (byte) random.nextInt(), (byte) 7});
    try (var probe = isChecked ? DatagramChannel.open() : null) {
      if (probe != null) {
        probe.bind(new InetSocketAddress(address, 0));
      }
      return new InetSocketAddress(address, 0);
    } catch (IOException onlyOne) {
      return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }
  }

  private static void close(Channel channel) {
    try {
      channel.close();
    } catch (IOException gone) {
      // It is closed all the same.
    }
  }

  void stop() {
    isStopped = true;
  }

  boolean isOver() {
    return isStopped;
  }

  int sent() {
    return sent.get();
  }

  int connected() {
    return connected.get();
  }

  int refused() {
    return refused.get();
  }
}
