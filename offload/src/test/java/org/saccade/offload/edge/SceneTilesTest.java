package org.saccade.offload.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saccade.assets.SceneLibrary;
import org.saccade.offload.link.TestKeys;
import org.saccade.offload.protocol.Message;
import org.saccade.render.codec.DecodedTile;
import org.saccade.render.codec.JpegCodec;
import org.saccade.render.codec.TileBody;
import org.saccade.render.codec.TileDecoder;
import org.saccade.render.scene.SceneLoader;
import org.saccade.render.tile.Cell;
import org.saccade.render.tile.Face;
import org.saccade.render.tile.Recipe;
import org.saccade.render.tile.Shell;
import org.saccade.render.tile.Surface;
import org.saccade.render.tile.TileAddress;
import org.saccade.testing.Await;

/** The whole way of a tile: drawn from a scene, encoded, sent over sockets, decoded. */
@Tag("gpu")
final class SceneTilesTest {
  private static final Duration SOON = Duration.ofSeconds(30);

  @Test
  void aFaceOfTheStudioArrivesAndDecodes(@TempDir Path folder) throws Exception {
    Path file = SceneLibrary.materialise("studio", folder, (name, share) -> {});
    TileSource.Opener studio = SceneTiles.opener(() -> SceneLoader.load(file), 1, 85);
    try (EdgeServer edge =
            EdgeServer.start(
                EdgeConfig.embedded(folder), TestKeys.door(), studio, System::nanoTime);
        TestDevice device = TestDevice.dial(edge.port())) {
      Await.until("welcome", SOON, device::isWelcome);
      Message.Welcome welcome = device.welcome();
      assertNotNull(welcome);
      Recipe recipe = welcome.manifest().recipe();
      Cell cell = recipe.cellFor(Shell.NEAR, 0, 1.6, 0);
      List<Long> tiles = new ArrayList<>();
      FaceAddress.allTiles(
          TileAddress.of(Shell.NEAR, cell, Surface.FIRST, Face.NEGATIVE_Y, 0, 0, 0),
          recipe,
          tiles::add);
      device.want(tiles);
      device.awaitTiles(SOON);
      assertEquals(FaceAddress.tiles(recipe), device.tiles.size());
      TileBody floor = device.tiles.get(tiles.getFirst());
      assertNotNull(floor);
      assertFalse(floor.isEmpty());
      try (TileDecoder decoder = new TileDecoder(JpegCodec.best());
          DecodedTile decoded = decoder.decode(tiles.getFirst(), floor, recipe)) {
        assertFalse(decoded.quads().count() == 0);
      }
    }
  }
}
