package org.saccade.assets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SceneLibraryTest {
  /** Changes only together with the scene's version: people keep these files. */
  private static final String STUDIO_SHA256 =
      "a85ac5319be3077543f3dfd600e8e1d1c8374cce5bdbe8d794d2aee9043692b7";

  @Test
  void theStudioIsTheSameFileOnEveryMachine() throws IOException {
    byte[] hash = Seal.sha256().digest(bytes("studio", SceneLibrary.SEED));
    assertEquals(STUDIO_SHA256, HexFormat.of().formatHex(hash));
  }

  @Test
  void anotherSeedMakesAnotherStudioAndTheSameSeedTheSame() throws IOException {
    assertFalse(Arrays.equals(bytes("studio", 1), bytes("studio", 2)));
    assertTrue(Arrays.equals(bytes("studio", 1), bytes("studio", 1)));
  }

  @Test
  void theStudioIsSmallAndValid() throws IOException {
    byte[] file = bytes("studio", SceneLibrary.SEED);
    GlbCheck check = new GlbCheck(file);
    assertTrue(check.triangles() < 20_000, "triangles: " + check.triangles());
    assertTrue(file.length < 1_000_000, "bytes: " + file.length);
    assertEquals(1, check.list("animations").size());
  }

  @Test
  void keepsAWholeFileAndMakesADamagedOneAgain(@TempDir Path folder) throws Exception {
    Path file = SceneLibrary.materialise("studio", folder, ProgressListener.none());
    byte[] good = Files.readAllBytes(file);
    FileTime old = FileTime.fromMillis(1_000_000);
    Files.setLastModifiedTime(file, old);
    SceneLibrary.materialise("studio", folder, ProgressListener.none());
    assertEquals(old, Files.getLastModifiedTime(file));
    byte[] bad = good.clone();
    bad[bad.length / 2] ^= 1;
    Files.write(file, bad);
    SceneLibrary.materialise("studio", folder, ProgressListener.none());
    assertTrue(Arrays.equals(good, Files.readAllBytes(file)));
    Files.write(file, Arrays.copyOf(good, good.length / 2));
    SceneLibrary.materialise("studio", folder, ProgressListener.none());
    assertTrue(Arrays.equals(good, Files.readAllBytes(file)));
    try (var files = Files.list(folder)) {
      assertEquals(2, files.count(), "no temporary file stays behind");
    }
  }

  @Test
  void aFolderThatCannotBeMadeGivesOneSentenceThatNamesIt(@TempDir Path folder) throws IOException {
    Path blocked = Files.writeString(folder.resolve("file"), "in the way").resolve("cache");
    var failure =
        assertThrows(
            SceneCacheException.class,
            () -> SceneLibrary.materialise("studio", blocked, ProgressListener.none()));
    assertTrue(failure.toString().contains(blocked.toString()), failure.getMessage());
    assertTrue(failure.toString().contains("XDG_CACHE_HOME"), failure.getMessage());
  }

  @Test
  void anUnknownNameIsRefusedWithTheKnownOnes(@TempDir Path folder) {
    var failure =
        assertThrows(
            IllegalArgumentException.class,
            () -> SceneLibrary.materialise("attic", folder, ProgressListener.none()));
    assertTrue(failure.toString().contains("studio"));
  }

  private static byte[] bytes(String name, long seed) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SceneLibrary.write(name, seed, out);
    return out.toByteArray();
  }
}
