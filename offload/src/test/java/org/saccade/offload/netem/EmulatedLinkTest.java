package org.saccade.offload.netem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.saccade.offload.link.Link;
import org.saccade.offload.link.LoopbackLink;
import org.saccade.offload.netem.model.NetworkPresets;
import org.saccade.offload.protocol.Message;
import org.saccade.offload.protocol.Reason;
import org.saccade.testing.Await;

final class EmulatedLinkTest {
  private static final Duration SOON = Duration.ofSeconds(8);
  private static final long MILLI = 1_000_000;

  private static final long START = 5_000 * MILLI;

  private final AtomicLong time = new AtomicLong(START);
  private final LoopbackLink.Pair pair = LoopbackLink.pair(System::nanoTime);
  private long arrivedNanos;
  private final List<Message> heard = new ArrayList<>();

  private Link wrap(String preset) {
    var trace = NetworkPresets.named(preset).orElseThrow();
    return new EmulatedNetwork(trace, 1, time::get).atDevice(pair.device());
  }

  @Test
  void bothWaysTakeHalfTheRoundTrip() {
    try (Link device = wrap("rtt20")) {
      assertTrue(device.sendReliable(new Message.Hello("slow")));
      time.addAndGet(9 * MILLI);
      assertEquals(0, pair.edge().drain((message, at) -> heard.add(message), 10));
      time.addAndGet(2 * MILLI);
      Await.until(
          "it gets there",
          SOON,
          () -> pair.edge().drain((message, at) -> heard.add(message), 10) == 1);

      assertTrue(pair.edge().sendReliable(new Message.Bye(Reason.GOODBYE)));
      Await.until("it is taken in", SOON, () -> arrivesAfter(device, 2));
      assertTrue(time.get() >= START + 21 * MILLI, time + " ns");
      assertTrue(arrivedNanos > START + 20 * MILLI, arrivedNanos + " ns on the caller's clock");
      assertTrue(arrivedNanos <= time.get());
    }
  }

  private boolean arrivesAfter(Link device, int millis) {
    time.addAndGet(millis * MILLI);
    java.util.concurrent.locks.LockSupport.parkNanos(5 * MILLI);
    return device.drain((message, at) -> arrivedNanos = at, 10) == 1;
  }

  @Test
  void nothingPassesOffline() {
    try (Link device = wrap("offline")) {
      assertTrue(device.sendReliable(new Message.Hello("nobody")));
      time.addAndGet(3_600_000 * MILLI);
      java.util.concurrent.locks.LockSupport.parkNanos(20 * MILLI);
      assertEquals(0, pair.edge().drain((message, at) -> heard.add(message), 10));
    }
  }

  @Test
  void aClosedLinkClosesWhatItWraps() {
    Link device = wrap("lan");
    device.close();
    Await.until("the other end notices", SOON, () -> pair.edge().state().isDown());
    assertFalse(device.sendReliable(new Message.Hello("late")));
  }
}
