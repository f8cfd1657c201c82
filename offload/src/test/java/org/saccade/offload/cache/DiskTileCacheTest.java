package org.saccade.offload.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saccade.render.tile.Bytes;
import org.saccade.render.tile.Fingerprint;

final class DiskTileCacheTest {
  private static final Fingerprint SCENE = new Fingerprint(1, 2, 3, 4);
  private static final Fingerprint RECIPE = new Fingerprint(5, 6, 7, 8);
  private static final long ROOM = 1 << 24;

  private final Path root;

  DiskTileCacheTest(@TempDir Path root) {
    this.root = root;
  }

  private DiskTileCache open(long maxBytes) throws IOException {
    return DiskTileCache.open(root, SCENE, RECIPE, maxBytes);
  }

  private static Bytes tile(long seed, int size) {
    byte[] bytes = new byte[size];
    new Random(seed).nextBytes(bytes);
    return Bytes.wrap(bytes);
  }

  private static List<Path> files(DiskTileCache cache) throws IOException {
    try (var all = Files.list(cache.folder())) {
      return all.filter(file -> file.toString().endsWith(".tiles")).sorted().toList();
    }
  }

  @Test
  void findsItsTilesAgainAfterAReopening() throws IOException {
    try (var cache = open(ROOM)) {
      for (int i = 0; i < 100; i++) {
        cache.put(i, tile(i, 100 + 37 * i));
      }
      cache.put(7, tile(99, 5));
    }
    try (var cache = open(ROOM)) {
      assertEquals(100, cache.size());
      for (int i = 0; i < 100; i++) {
        assertEquals(tile(i, 100 + 37 * i), cache.get(i));
      }
      assertNull(cache.get(100));
      assertEquals(1, files(cache).size());
    }
  }

  @Test
  void losesOnlyTheTailOfAFileCutAnywhere() throws IOException {
    Path whole;
    try (var cache = open(ROOM)) {
      for (int i = 0; i < 5; i++) {
        cache.put(i, tile(i, 50));
      }
      whole = files(cache).getFirst();
    }
    var copy = root.resolve("copy");
    Files.copy(whole, copy);
    long length = Files.size(copy);
    int record = SegmentFormat.RECORD_BYTES + 50;
    for (long cut = 0; cut <= length; cut++) {
      Files.copy(copy, whole, StandardCopyOption.REPLACE_EXISTING);
      try (var file =
          java.nio.channels.FileChannel.open(whole, java.nio.file.StandardOpenOption.WRITE)) {
        file.truncate(cut);
      }
      try (var cache = open(ROOM)) {
        long complete = Math.max(0, (cut - SegmentFormat.HEADER_BYTES) / record);
        assertEquals(complete, cache.size(), "cut at " + cut);
        for (int i = 0; i < complete; i++) {
          assertEquals(tile(i, 50), cache.get(i));
        }
        cache.put(77, tile(77, 60));
      }
      try (var cache = open(ROOM)) {
        assertEquals(tile(77, 60), cache.get(77), "cut at " + cut);
      }
      try (var list = Files.list(whole.getParent())) {
        for (var other : list.toList()) {
          Files.delete(other);
        }
      }
    }
  }

  @Test
  void readsADamagedByteAsMissingAndNeverAsATile() throws IOException {
    Path file;
    try (var cache = open(ROOM)) {
      for (int i = 0; i < 4; i++) {
        cache.put(i, tile(i, 40));
      }
      file = files(cache).getFirst();
    }
    byte[] bytes = Files.readAllBytes(file);
    for (int at = SegmentFormat.HEADER_BYTES; at < bytes.length; at++) {
      byte[] damaged = bytes.clone();
      damaged[at] ^= 0x10;
      Files.write(file, damaged);
      try (var cache = open(ROOM)) {
        int found = 0;
        for (int i = 0; i < 4; i++) {
          var tile = cache.get(i);
          if (tile != null) {
            assertEquals(tile(i, 40), tile, "damage at " + at);
            found++;
          }
        }
        assertTrue(found < 4, "damage at " + at);
      }
    }
  }

  @Test
  void leavesAFileOfAnotherVersionAlone() throws IOException {
    Path file;
    try (var cache = open(ROOM)) {
      cache.put(1, tile(1, 40));
      file = files(cache).getFirst();
    }
    byte[] bytes = Files.readAllBytes(file);
    bytes[7]++;
    Files.write(file, bytes);
    try (var cache = open(ROOM)) {
      assertEquals(0, cache.size());
      cache.put(2, tile(2, 40));
      assertEquals(tile(2, 40), cache.get(2));
    }
    assertEquals(Bytes.wrap(bytes), Bytes.wrap(Files.readAllBytes(file)));
  }

  @Test
  void staysWithinItsBoundAndKeepsWhatIsRead() throws IOException {
    long bound = 1 << 20;
    try (var cache = open(bound)) {
      cache.put(0, tile(0, 4_000));
      for (int i = 1; i < 1_000; i++) {
        cache.put(i, tile(i, 4_000));
        assertTrue(cache.bytes() <= bound, "after " + i);
        assertEquals(tile(0, 4_000), cache.get(0), "after " + i);
      }
      assertTrue(cache.size() > 100 && cache.size() < 262, cache.size() + " tiles");
      assertNull(cache.get(1));
      assertTrue(cache.contains(999));
      long onDisk = 0;
      for (var file : files(cache)) {
        onDisk += Files.size(file);
      }
      assertEquals(onDisk, cache.bytes());
    }
  }

  @Test
  void onlyOneOfTwoWritesAFolder() throws IOException {
    try (var first = open(ROOM)) {
      first.put(1, tile(1, 40));
      try (var second = open(ROOM)) {
        assertTrue(first.isWritable());
        assertFalse(second.isWritable());
        second.put(2, tile(2, 40));
        assertFalse(second.contains(2));
        assertEquals(tile(1, 40), second.get(1));
      }
      first.put(3, tile(3, 40));
    }
    try (var third = open(ROOM)) {
      assertTrue(third.isWritable());
      assertEquals(2, third.size());
    }
  }

  @Test
  void aDiskThatTakesNoMoreIsNotAnError() throws IOException {
    try (var cache = open(ROOM)) {
      cache.put(1, tile(1, 40));
      for (var file : files(cache)) {
        Files.delete(file);
      }
      Files.delete(cache.folder().resolve("lock"));
      Files.delete(cache.folder());
      for (int i = 2; i < 600; i++) {
        cache.put(i, tile(i, 8_000));
      }
      assertFalse(cache.isWritable());
      assertEquals(tile(1, 40), cache.get(1));
    }
  }

  @Test
  void scenesAndRecipesDoNotMix() throws IOException {
    try (var cache = open(ROOM);
        var other = DiskTileCache.open(root, SCENE, new Fingerprint(4, 6, 7, 8), ROOM)) {
      assertNotEquals(cache.folder(), other.folder());
      cache.put(1, tile(1, 40));
      assertNull(other.get(1));
      assertEquals(40, Objects.requireNonNull(cache.get(1)).size());
    }
  }
}
