package org.saccade.client.command;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.saccade.assets.Xdg;
import org.saccade.client.Failure;
import org.saccade.client.Surroundings;
import org.saccade.client.run.TileSettings;
import picocli.CommandLine.Option;

/** Where caches lie and how large they may grow. */
final class CacheOptions {
  private static final long MIB = 1 << 20;

  @Option(
      names = "--cache",
      paramLabel = "DIR",
      description = "Folder of scenes and baked tiles (default by XDG_CACHE_HOME).")
  @Nullable Path folder;

  @Option(
      names = "--device-cache",
      paramLabel = "MIB",
      defaultValue = "256",
      description = "Decoded tiles kept on the device (default ${DEFAULT-VALUE}).")
  int deviceMebibytes;

  @Option(
      names = "--edge-cache",
      paramLabel = "MIB",
      defaultValue = "512",
      description = "Tiles the edge keeps in memory (default ${DEFAULT-VALUE}).")
  int edgeMebibytes;

  @Option(
      names = "--disk-cache",
      paramLabel = "MIB",
      defaultValue = "4096",
      description = "Tiles the edge keeps on disk (default ${DEFAULT-VALUE}).")
  int diskMebibytes;

  @Option(
      names = "--level",
      paramLabel = "N",
      defaultValue = "2",
      description = "Finest level of tiles, 0 to 3 (default ${DEFAULT-VALUE}).")
  int maxLevel;

  @Option(
      names = "--quality",
      paramLabel = "N",
      defaultValue = "95",
      description = "JPEG quality of tiles (default ${DEFAULT-VALUE}).")
  int jpegQuality;

  Path folder(Surroundings surroundings) {
    return folder == null ? Xdg.cacheFolder(surroundings.variables()) : folder.toAbsolutePath();
  }

  /** How tiles are made and kept. */
  TileSettings tiles(Surroundings surroundings) {
    return new TileSettings(
        maxLevel,
        jpegQuality,
        deviceBytes(),
        edgeBytes(),
        diskBytes(),
        folder(surroundings).resolve("tiles"));
  }

  private long deviceBytes() {
    return bytes("--device-cache", deviceMebibytes, 32);
  }

  private long edgeBytes() {
    return bytes("--edge-cache", edgeMebibytes, 16);
  }

  private long diskBytes() {
    return bytes("--disk-cache", diskMebibytes, 16);
  }

  private static long bytes(String option, int mebibytes, int least) {
    if (mebibytes < least || mebibytes > 1 << 20) {
      throw Failure.usage(
          "%s is %d MiB; expected %d to %d".formatted(option, mebibytes, least, 1 << 20));
    }
    return mebibytes * MIB;
  }
}
