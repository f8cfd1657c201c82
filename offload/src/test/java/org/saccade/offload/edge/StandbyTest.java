package org.saccade.offload.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.saccade.offload.fov.TilePlan;
import org.saccade.offload.link.KryoLink;
import org.saccade.offload.link.TestKeys;
import org.saccade.offload.runtime.OffloadConfig;
import org.saccade.offload.runtime.Offloader;
import org.saccade.offload.runtime.StandbyDialer;
import org.saccade.testing.Await;

/** Two real edges, one device: what happens when the first dies. */
final class StandbyTest {
  private static final Duration SOON = Duration.ofSeconds(15);

  private EdgeServer first;
  private EdgeServer second;
  private final AtomicInteger dials = new AtomicInteger();
  private StandbyDialer dialer;
  private Offloader offloader;

  @BeforeEach
  void open() throws IOException {
    first = edge();
    second = edge();
    dialer =
        StandbyDialer.start(
            () -> List.of(route(first), route(second)), "test", null, System::nanoTime);
    offloader = new Offloader(OffloadConfig.standard(dialer, System::nanoTime));
  }

  @AfterEach
  void close() {
    offloader.close();
    dialer.close();
    first.close();
    second.close();
  }

  private static EdgeServer edge() throws IOException {
    return EdgeServer.start(
        EdgeConfig.embedded(null), TestKeys.door(), MemoryTiles::create, System::nanoTime);
  }

  private StandbyDialer.Route route(EdgeServer edge) {
    var at = new InetSocketAddress(InetAddress.getLoopbackAddress(), edge.port());
    return new StandbyDialer.Route(
        at.toString(),
        "edge at " + edge.port(),
        () -> {
          dials.addAndGet(edge == second ? 1 : 0);
          return KryoLink.connect(at, TestKeys.CREDENTIALS, System::nanoTime);
        });
  }

  private boolean frame() {
    long now = System.nanoTime();
    offloader.poll(now);
    offloader.request(new TilePlan(), now);
    return offloader.health(now).isUp();
  }

  private void awaitWarm() {
    Await.until("the first serves", SOON, this::frame);
    Await.until("the second stands by", SOON, () -> frame() && dialer.hasSpare());
  }

  @Test
  void theSecondStandsByAndIsAskedForNothing() {
    awaitWarm();
    assertEquals(1, first.statistics().sessions());
    assertEquals(1, second.statistics().sessions());
    Await.until("it is probed", SOON, () -> second.statistics().requests() > 2);
    assertEquals(0, second.statistics().sentFragments());
    assertEquals(1, offloader.statistics().sessions());
  }

  @Test
  void whenTheFirstDiesTheSecondTakesOverWithoutANewConnection() {
    awaitWarm();
    assertEquals(1, dials.get());
    first.close();
    Await.until("the end is noticed", SOON, () -> !frame() || sessions() == 2);
    frame(); // the first frame after may begin the new session; none before it waited
    assertTrue(frame());
    assertEquals(2, sessions());
    assertEquals(1, dials.get(), "the warm session was taken, not a new one");
    assertEquals(1, second.statistics().welcomed());
    Await.until("its answers come", SOON, () -> frame() && second.statistics().requests() > 3);
  }

  private long sessions() {
    return offloader.statistics().sessions();
  }

  @Test
  void aPlaceThatIsNoLongerNeededIsGivenBack() {
    awaitWarm();
    dialer.close();
    Await.until("the second is free", SOON, () -> second.statistics().sessions() == 0);
    assertFalse(dialer.hasSpare());
  }
}
