package org.saccade.client.bench.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.saccade.client.report.Figures;
import org.saccade.offload.edge.EdgeConfig;
import org.saccade.offload.edge.EdgeServer;
import org.saccade.offload.link.EdgeDoor;
import org.saccade.offload.protocol.Wishes;
import org.saccade.offload.secure.Credentials;
import org.saccade.offload.secure.Identity;

/** A live edge under attack on loopback, and a paired device beside it that goes on asking. */
final class LiveFuzz {
  private static final long MILLI = 1_000_000L;
  private static final long CALM_NANOS = 4_000 * MILLI;
  private static final long ROUND_NANOS = 11 * MILLI;
  private static final long ON_TIME_NANOS = 100 * MILLI;
  private static final int TILES_A_ROUND = 2;

  private final LongSupplier clock;
  private final WirePart.Context context;

  LiveFuzz(LongSupplier clock, WirePart.Context context) {
    this.clock = clock;
    this.context = context;
  }

  /** What became of the device's tiles, and of the edge. */
  record Outcome(double onTimeShare, int deadThreads, Figures figures) {}

  /** The tiles that the device waits for. */
  private final class Waiting implements AskingDevice.Ear {
    private final long[] addresses = NoiseTiles.addresses(64);
    private final Map<Long, Wish> wishes = new HashMap<>();
    private Quantiles millis = new Quantiles();
    private long asked;
    private long onTime;
    private int next;
    private long askedNanos;

    private record Wish(int attempt, long nanos) {}

    @Override
    public void take(long address, int attempt, long arrivedNanos) {
      var wish = wishes.remove(address);
      if (wish != null) {
        millis.add((double) (arrivedNanos - wish.nanos) / MILLI);
        onTime += arrivedNanos - wish.nanos <= ON_TIME_NANOS ? 1 : 0;
      }
    }

    private void step(AskingDevice device) {
      device.poll();
      long now = clock.getAsLong();
      if (now - askedNanos < ROUND_NANOS) {
        AskingDevice.rest();
        return;
      }
      askedNanos = now;
      wishes.values().removeIf(wish -> now - wish.nanos > ON_TIME_NANOS); // late, and counted so
      for (int i = 0; i < TILES_A_ROUND; i++, next++) {
        long address = addresses[next % addresses.length];
        wishes.put(address, new Wish(next / addresses.length & 0xFF, now));
        asked++;
      }
      var request = new Wishes.Builder();
      wishes.forEach((address, wish) -> request.add(address, 100_000, attempt(wish, now)));
      device.ask(request.build());
    }

    /** What is overdue is asked for once more. */
    private static int attempt(Wish wish, long now) {
      return (wish.attempt + (now - wish.nanos > ON_TIME_NANOS / 2 ? 100 : 0)) & 0xFF;
    }

    /** The share on time since this was asked last; what is still under way counts as late. */
    private double share() {
      double share = (double) onTime / asked;
      asked = 0;
      onTime = 0;
      return share;
    }
  }

  /** Lets it come, and counts. */
  Outcome run(int datagrams, int connections) throws IOException {
    var uncaught = new AtomicInteger();
    var former = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler((thread, died) -> uncaught.incrementAndGet());
    try {
      return attacked(datagrams, connections, uncaught);
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(former);
    }
  }

  private Outcome attacked(int datagrams, int connections, AtomicInteger uncaught)
      throws IOException {
    var random = new SecureRandom();
    var own = Identity.create(random);
    var edgeOwn = Identity.create(random);
    var paired =
        new Credentials(edgeOwn, key -> key.equals(own.publicKey()) ? null : "not paired", random);
    var believing =
        new Credentials(own, key -> key.equals(edgeOwn.publicKey()) ? null : "not it", random);
    var waiting = new Waiting();
    try (var edge =
            EdgeServer.start(
                EdgeConfig.embedded(null), EdgeDoor.of(paired), NoiseTiles::new, clock);
        var device = new AskingDevice(edge.port(), believing, clock, waiting)) {
      device.begin(context.check());
      context.progress().accept("fuzz: a device and its edge alone");
      long calmUntil = clock.getAsLong() + CALM_NANOS;
      while (clock.getAsLong() - calmUntil < 0) {
        context.check().run();
        waiting.step(device);
      }
      double calm = waiting.share();
      double calmP99 = waiting.millis.at(0.99);
      waiting.millis = new Quantiles();
      var threads = ThreadTimes.ours();
      var there = new InetSocketAddress(InetAddress.getLoopbackAddress(), edge.port());
      var attack = new Attack(there, datagrams, connections, context.seed(), clock);
      double share;
      long began = clock.getAsLong();
      Thread.ofPlatform().daemon().name("attack").start(attack);
      try {
        while (!attack.isOver()) {
          context.progress().accept("fuzz: %d datagrams at a live edge".formatted(attack.sent()));
          waiting.step(device);
        }
        share = waiting.share();
      } finally {
        attack.stop();
      }
      int dead = (int) threads.stream().filter(thread -> !thread.isAlive()).count();
      dead += uncaught.get() + (device.isUp() ? 0 : 1);
      return new Outcome(
          share,
          dead,
          new Figures()
              .with("datagrams", attack.sent())
              .with("connections", attack.connected())
              .with("connections_refused", attack.refused())
              .with("seconds", (clock.getAsLong() - began) * 1e-9)
              .with("threads", threads.size())
              .with("threads_died", dead)
              .with("on_time", share)
              .with("on_time_before", calm)
              .with("tile_ms_p99", waiting.millis.at(0.99))
              .with("tile_ms_p99_before", calmP99)
              .with("datagrams_pass_still", device.datagramsPass()));
    }
  }
}
