package org.saccade.assets;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.util.List;
import java.util.Optional;
import org.saccade.assets.world.Museum;
import org.saccade.assets.world.Orchard;
import org.saccade.assets.world.Studio;
import org.saccade.assets.world.World;

/**
 * The scenes that Saccade makes itself: the same bytes from the same seed on every machine, kept in
 * a cache folder. Any thread; two processes may make the same scene at once.
 */
public final class SceneLibrary {
  /** The seed of the scenes that everyone sees. */
  public static final long SEED = 2027;

  private static final List<Entry> ENTRIES =
      List.of(
          new Entry("studio", 2, Studio::make),
          new Entry("museum", 3, Museum::make),
          new Entry("orchard", 3, Orchard::make));

  private record Entry(String name, int version, World.Maker maker) {}

  private SceneLibrary() {}

  /** Returns the names that {@link #materialise} knows. */
  public static List<String> names() {
    return ENTRIES.stream().map(Entry::name).toList();
  }

  /**
   * Returns the scene's file in {@code cacheFolder}, made now unless a whole one is there.
   *
   * @throws SceneCacheException when the folder cannot be written or its disk is full
   * @throws IllegalArgumentException for a name that is not in {@link #names}
   */
  public static Path materialise(String name, Path cacheFolder, ProgressListener progress)
      throws SceneCacheException {
    Entry entry = find(name);
    Path file = cacheFolder.resolve("%s-v%d.glb".formatted(name, entry.version));
    try {
      if (!Seal.matches(file)) {
        Files.createDirectories(cacheFolder);
        World world = entry.maker.make(SEED, progress);
        progress.step("writing " + file.getFileName(), 0.95);
        write(world, name, file);
        progress.step("done", 1);
      }
      return file;
    } catch (IOException e) {
      throw new SceneCacheException(
          "cannot write scene %s to %s (%s): free some space there or choose another folder by XDG_CACHE_HOME"
              .formatted(name, file, e),
          e);
    }
  }

  /** Writes the scene made from {@code seed} to {@code out}, without the cache. */
  public static void write(String name, long seed, OutputStream out) throws IOException {
    World world = find(name).maker.make(seed, ProgressListener.none());
    world.scene().write(out, name, world.extras());
  }

  private static Entry find(String name) {
    Optional<Entry> entry = ENTRIES.stream().filter(each -> each.name.equals(name)).findFirst();
    return entry.orElseThrow(
        () -> new IllegalArgumentException("no scene %s; there are %s".formatted(name, names())));
  }

  private static void write(World world, String name, Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Path temporary = Files.createTempFile(folder, name, ".part");
    try {
      DigestOutputStream digest =
          new DigestOutputStream(Files.newOutputStream(temporary), Seal.sha256());
      try (OutputStream out = new BufferedOutputStream(digest, 1 << 16)) {
        world.scene().write(out, name, world.extras());
      }
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      Seal.write(file, digest.getMessageDigest());
    } finally {
      Files.deleteIfExists(temporary);
    }
  }
}
