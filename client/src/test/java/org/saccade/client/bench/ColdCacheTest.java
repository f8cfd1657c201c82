package org.saccade.client.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saccade.client.Failure;

@NullMarked
@SuppressWarnings("NullAway.Init") // JUnit sets the folder
final class ColdCacheTest {
  @TempDir Path folder;

  private Path work;
  private Path scene;

  @BeforeEach
  void makeAScene() throws IOException {
    work = folder.resolve("work");
    scene = Files.createDirectories(folder.resolve("warm/scenes")).resolve("studio.glb");
    Files.writeString(scene, "a scene");
  }

  private Path use() throws IOException {
    try (var cold = ColdCache.in(work, folder.resolve("warm"))) {
      assertTrue(Files.isRegularFile(cold.folder().resolve("scenes/studio.glb")));
      var tiles = Files.createDirectories(cold.folder().resolve("tiles/tiles-v1/x"));
      Files.writeString(tiles.resolve("0000000001.tiles"), "tiles");
      return cold.folder();
    }
  }

  @Test
  void leavesNothingBehindButTheScenesItShared() throws IOException {
    var cold = use();
    assertTrue(Files.notExists(cold));
    assertEquals("a scene", Files.readString(scene));
    try (var left = Files.list(work)) {
      assertEquals(0, left.count());
    }
  }

  @Test
  void goesAlsoWhenThePersonStopsTheBench() throws IOException {
    assertThrows(
        Failure.class,
        () -> {
          try (var cold = ColdCache.in(work, folder.resolve("warm"))) {
            Files.writeString(cold.folder().resolve("tiles"), "half");
            throw Failure.stopped();
          }
        });
    try (var left = Files.list(work)) {
      assertEquals(0, left.count());
    }
  }
}
