package org.saccade.offload.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.saccade.offload.link.KryoLink;
import org.saccade.offload.link.TestKeys;
import org.saccade.offload.netem.EmulatedNetwork;
import org.saccade.offload.netem.model.NetworkTrace;
import org.saccade.offload.protocol.Grant;
import org.saccade.render.tile.Face;
import org.saccade.render.tile.Shell;
import org.saccade.render.tile.Surface;
import org.saccade.render.tile.TileAddress;
import org.saccade.testing.Await;

/** Asking again is the only retransmission, and it is enough. */
final class EmulatedLossTest {
  private static final Duration SOON = Duration.ofSeconds(9);

  @Test
  void allTilesArriveThroughFivePercentLossByAskingAgain() throws IOException {
    NetworkTrace lossy =
        new NetworkTrace(
            "lossy", List.of(new NetworkTrace.Row(0, 25_000_000, 6_000_000, 20_000_000, 0.05)));
    EmulatedNetwork network = new EmulatedNetwork(lossy, 7, System::nanoTime);
    List<Long> tiles = new ArrayList<>();
    for (int cell = 0; cell < 24; cell++) {
      long place = TileAddress.of(Shell.FAR, cell, 0, 0, Surface.FIRST, Face.POSITIVE_X, 0, 0, 0);
      FaceAddress.allTiles(place, MemoryTiles.RECIPE, tiles::add);
    }
    try (EdgeServer edge =
        EdgeServer.start(
            EdgeConfig.embedded(null),
            TestKeys.door(),
            MemoryTiles::create,
            network::atEdge,
            System::nanoTime)) {
      InetSocketAddress address =
          new InetSocketAddress(InetAddress.getLoopbackAddress(), edge.port());
      try (TestDevice device =
          new TestDevice(
              KryoLink.connect(address, TestKeys.CREDENTIALS, System::nanoTime),
              new Grant(20_000_000, 2_000_000))) {
        Await.until("welcome", SOON, device::isWelcome);
        Await.until("datagrams pass", SOON, () -> device.link.state().datagramsPass());
        device.want(tiles);
        device.awaitTiles(SOON);
        assertEquals(tiles.size(), device.tiles.size());
        long sent = edge.statistics().sentFragments();
        assertTrue(device.fragments < sent, device.fragments + " of " + sent);
      }
    }
  }
}
