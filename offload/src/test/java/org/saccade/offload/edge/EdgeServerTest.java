package org.saccade.offload.edge;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saccade.offload.link.Hostile;
import org.saccade.offload.link.TestKeys;
import org.saccade.offload.protocol.Reason;
import org.saccade.render.tile.Face;
import org.saccade.render.tile.Shell;
import org.saccade.render.tile.Surface;
import org.saccade.render.tile.TileAddress;
import org.saccade.testing.Await;

/** The edge over real sockets, with tiles from memory. */
final class EdgeServerTest {
  private static final Duration SOON = Duration.ofSeconds(9);

  private static List<Long> tiles(int cells) {
    List<Long> tiles = new ArrayList<>();
    for (int cell = 0; cell < cells; cell++) {
      for (Face face : List.of(Face.POSITIVE_X, Face.NEGATIVE_Z)) {
        long place = TileAddress.of(Shell.FAR, cell, 0, 0, Surface.FIRST, face, 0, 0, 0);
        FaceAddress.allTiles(place, MemoryTiles.RECIPE, tiles::add);
      }
    }
    return tiles;
  }

  private EdgeServer start(EdgeConfig config, TileSource source) throws IOException {
    return EdgeServer.start(config, TestKeys.door(), () -> source, System::nanoTime);
  }

  private static void assertCameWhole(TestDevice device, List<Long> tiles) {
    assertEquals(tiles.size(), device.tiles.size());
    for (long tile : tiles) {
      assertEquals(MemoryTiles.body(tile).bytes(), requireNonNull(device.tiles.get(tile)).bytes());
    }
  }

  @Test
  void bakesWhatIsMissingAndSendsItWhole() throws IOException {
    MemoryTiles source = MemoryTiles.create();
    try (EdgeServer edge = start(EdgeConfig.embedded(null), source);
        TestDevice device = TestDevice.dial(edge.port())) {
      Await.until("welcome", SOON, device::isWelcome);
      List<Long> tiles = tiles(5);
      device.want(tiles);
      device.awaitTiles(SOON);
      assertCameWhole(device, tiles);
      assertEquals(10, source.baked.size());
      assertTrue(device.receipts > 0);
      assertEquals(1, edge.statistics().sessions());
      assertEquals(10, edge.statistics().bakedFaces());
    }
  }

  @Test
  void aCoarseTileComesFromADraftThatLastsNoLongerThanTheEdge(@TempDir Path folder)
      throws IOException {
    List<Long> coarse = tiles(1).subList(0, 1);
    for (int i = 0; i < 2; i++) {
      MemoryTiles source = MemoryTiles.create();
      try (EdgeServer edge = start(EdgeConfig.embedded(folder), source);
          TestDevice device = TestDevice.dial(edge.port())) {
        Await.until("welcome", SOON, device::isWelcome);
        device.want(coarse);
        device.awaitTiles(SOON);
        assertCameWhole(device, coarse);
        assertEquals(1, source.drafted.size());
        assertEquals(1, edge.statistics().draftFaces());
        assertEquals(List.of(), source.baked);
      }
    }
  }

  @Test
  void whereDraftsFailWholeFacesServe() throws IOException {
    List<Long> coarse = tiles(2).stream().filter(MemoryTiles.RECIPE::isInDraft).toList();
    MemoryTiles source = MemoryTiles.withoutDrafts();
    try (EdgeServer edge = start(EdgeConfig.embedded(null), source);
        TestDevice device = TestDevice.dial(edge.port())) {
      Await.until("welcome", SOON, device::isWelcome);
      device.want(coarse);
      device.awaitTiles(SOON);
      assertCameWhole(device, coarse);
      assertEquals(4, source.baked.size());
      assertEquals(0, edge.statistics().failedFaces());
    }
  }

  @Test
  void servesFromDiskAfterARestartOnTheSamePort(@TempDir Path folder) throws IOException {
    List<Long> tiles = tiles(2);
    EdgeConfig config = EdgeConfig.embedded(folder);
    int port;
    TestDevice orphan;
    try (EdgeServer edge = start(config, MemoryTiles.create())) {
      port = edge.port();
      orphan = TestDevice.dial(port);
      Await.until("welcome", SOON, orphan::isWelcome);
      orphan.want(tiles);
      orphan.awaitTiles(SOON);
    }
    Await.until("the device notices", SOON, () -> orphan.link.state().isDown());
    MemoryTiles source = MemoryTiles.create();
    EdgeConfig same = EdgeConfig.standalone(InetAddress.getLoopbackAddress(), port, folder);
    try (EdgeServer edge = start(same, source);
        TestDevice device = TestDevice.dial(port)) {
      Await.until("welcome again", SOON, device::isWelcome);
      device.want(tiles);
      device.awaitTiles(SOON);
      assertCameWhole(device, tiles);
      assertEquals(List.of(), source.baked);
      assertEquals(tiles.size(), edge.statistics().diskHits());
    }
  }

  @Test
  void saysWhatCannotBeBaked() throws IOException {
    try (EdgeServer edge = start(EdgeConfig.embedded(null), MemoryTiles.create());
        TestDevice device = TestDevice.dial(edge.port())) {
      Await.until("welcome", SOON, device::isWelcome);
      long cursed = TileAddress.of(Shell.NEAR, 1, 0, 0, Surface.FIRST, Face.NEGATIVE_Y, 0, 0, 0);
      device.want(List.of(cursed));
      device.awaitTiles(SOON);
      assertEquals(Reason.BAKING_FAILED, reasonFor(device, cursed));
      device.want(tiles(1));
      device.awaitTiles(SOON);
    }
  }

  private static Reason reasonFor(TestDevice device, long tile) {
    var told = device.unavailable.get(tile);
    return told == null ? Reason.GOODBYE : told.reason();
  }

  @Test
  void severalDevicesAreServedAtOnceAndOneTooManyIsTold() throws IOException {
    EdgeConfig two =
        new EdgeConfig("small", InetAddress.getLoopbackAddress(), 0, 2, 64 << 20, null, 64 << 20);
    try (EdgeServer edge = start(two, MemoryTiles.create());
        TestDevice one = TestDevice.dial(edge.port());
        TestDevice other = TestDevice.dial(edge.port())) {
      Await.until("one is welcome", SOON, one::isWelcome);
      Await.until("so is the other", SOON, other::isWelcome);
      one.want(tiles(3));
      other.want(tiles(3));
      one.awaitTiles(SOON);
      other.awaitTiles(SOON);
      assertCameWhole(other, tiles(3));
      try (TestDevice third = TestDevice.dial(edge.port())) {
        Await.until(
            "it is told",
            SOON,
            () -> {
              third.step();
              return third.refused() != null;
            });
        assertEquals(Reason.FULL, java.util.Objects.requireNonNull(third.refused()).reason());
      }
    }
  }

  @Test
  void anEdgeWithoutASceneSaysWhy() throws IOException {
    TileSource.Opener broken =
        () -> {
          throw new IOException("hall.glb: accessors[3].count is -1; expected 0 or more");
        };
    try (EdgeServer edge =
            EdgeServer.start(EdgeConfig.embedded(null), TestKeys.door(), broken, System::nanoTime);
        TestDevice device = TestDevice.dial(edge.port())) {
      Await.until(
          "it is told",
          SOON,
          () -> {
            device.step();
            return device.refused() != null;
          });
      var told = java.util.Objects.requireNonNull(device.refused());
      assertEquals(Reason.NO_SCENE, told.reason());
      assertTrue(told.words().contains("accessors[3]"), told.words());
      assertTrue(edge.failure().isPresent());
    }
  }

  @Test
  void aPortInUseIsAClearError() throws IOException {
    try (EdgeServer edge = start(EdgeConfig.embedded(null), MemoryTiles.create())) {
      EdgeConfig same = EdgeConfig.standalone(InetAddress.getLoopbackAddress(), edge.port(), null);
      IOException told =
          assertThrows(IOException.class, () -> start(same, MemoryTiles.create()).close());
      assertTrue(String.valueOf(told.getMessage()).contains("" + edge.port()));
    }
  }

  @Test
  void aDeviceIsServedWhileOthersThrowBytes() throws IOException {
    Random random = new Random(11);
    InetAddress host = InetAddress.getLoopbackAddress();
    try (EdgeServer edge = start(EdgeConfig.embedded(null), MemoryTiles.create());
        TestDevice device = TestDevice.dial(edge.port());
        DatagramSocket datagrams = new DatagramSocket()) {
      Await.until("welcome", SOON, device::isWelcome);
      device.want(tiles(4));
      for (int i = 0; i < 40; i++) {
        byte[] garbage = new byte[1 + random.nextInt(1_400)];
        random.nextBytes(garbage);
        garbage[0] = (byte) random.nextInt(3);
        datagrams.send(new DatagramPacket(garbage, garbage.length, host, edge.port()));
        if (i % 4 == 0) {
          try (Socket stream = new Socket(host, edge.port())) {
            stream.getOutputStream().write(Hostile.framed(Hostile.hello()));
            stream.getOutputStream().write(Hostile.forged(random.nextInt(), garbage));
          }
        }
        device.step();
      }
      device.awaitTiles(SOON);
      assertCameWhole(device, tiles(4));
    }
  }
}
