package org.saccade.offload.edge;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.saccade.offload.link.TestKeys;
import org.saccade.render.tile.Face;
import org.saccade.render.tile.Shell;
import org.saccade.render.tile.Surface;
import org.saccade.render.tile.TileAddress;
import org.saccade.testing.Await;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Real sockets carry well over what the benches' 200 Mbit/s link does; the log says how much. */
final class LoopbackThroughputTest {
  private static final Logger LOG = LoggerFactory.getLogger(LoopbackThroughputTest.class);
  private static final Duration SOON = Duration.ofSeconds(9);
  private static final int TILES = 2_000;

  @Test
  void datagramsCarryMoreThanTheBenchesLink() throws IOException {
    try (EdgeServer edge =
            EdgeServer.start(
                EdgeConfig.embedded(null), TestKeys.door(), MemoryTiles::create, System::nanoTime);
        TestDevice device = TestDevice.dial(edge.port())) {
      Await.until("welcome", SOON, device::isWelcome);
      Await.until("datagrams pass", SOON, () -> device.link.state().datagramsPass());
      List<Long> tiles = tiles();
      device.want(tiles);
      device.awaitTiles(SOON); // bakes them and warms up
      device.tiles.clear();
      long bytes = edge.statistics().sentBytes();
      long start = System.nanoTime();
      device.wantAgain(tiles);
      device.awaitTiles(SOON);
      double seconds = (System.nanoTime() - start) * 1e-9;
      double megabytes = (edge.statistics().sentBytes() - bytes) * 1e-6;
      LOG.info(
          "{} tiles, {} MB in {} s: {} MB/s, {} tiles/s",
          TILES,
          "%.1f".formatted(megabytes),
          "%.3f".formatted(seconds),
          "%.1f".formatted(megabytes / seconds),
          "%.0f".formatted(TILES / seconds));
      assertTrue(device.tiles.size() == TILES);
    }
  }

  private static List<Long> tiles() {
    List<Long> tiles = new ArrayList<>();
    for (int cell = 0; tiles.size() < TILES; cell++) {
      long place = TileAddress.of(Shell.FAR, cell, 0, 0, Surface.FIRST, Face.POSITIVE_X, 0, 0, 0);
      FaceAddress.allTiles(place, MemoryTiles.RECIPE, tiles::add);
    }
    return tiles;
  }
}
