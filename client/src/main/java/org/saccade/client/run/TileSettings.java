package org.saccade.client.run;

import java.nio.file.Path;
import org.saccade.client.report.Figures;
import org.saccade.offload.edge.SceneTiles;
import org.saccade.render.scene.Scene;
import org.saccade.render.tile.Recipe;

/**
 * How tiles are made, and how much of them is kept where: one record for runs, baking and benches,
 * so that speed and quality are measured of the same thing.
 *
 * @param maxLevel the finest level
 * @param jpegQuality of colour, 1 to 100
 * @param deviceBytes on the device in all: decoded on the GPU and encoded in memory
 * @param edgeBytes encoded tiles in the edge's memory
 * @param diskBytes encoded tiles on the edge's disk
 * @param cacheFolder where the edge keeps them
 */
public record TileSettings(
    int maxLevel,
    int jpegQuality,
    long deviceBytes,
    long edgeBytes,
    long diskBytes,
    Path cacheFolder) {
  /**
   * A quarter of the device's share keeps encoded tiles: they are small, and a walk that comes back
   * within a minute finds them.
   */
  private static final long ENCODED_SHARE = 4;

  public TileSettings {
    if (maxLevel < 0 || maxLevel > 3) {
      throw new IllegalArgumentException("level is %d; expected 0 to 3".formatted(maxLevel));
    }
    if (jpegQuality < 30 || jpegQuality > 100) {
      throw new IllegalArgumentException(
          "quality is %d; expected 30 to 100".formatted(jpegQuality));
    }
  }

  /** The same memory for tiles made otherwise. */
  TileSettings made(int toLevel, int withQuality) {
    return new TileSettings(toLevel, withQuality, deviceBytes, edgeBytes, diskBytes, cacheFolder);
  }

  /** The recipe of a scene's tiles. */
  public Recipe recipe(Scene scene) {
    return SceneTiles.recipe(scene, maxLevel, jpegQuality);
  }

  /** Encoded tiles kept in the device's memory. */
  public long encodedBytes() {
    return deviceBytes / ENCODED_SHARE;
  }

  /** Decoded tiles kept on the device's GPU. */
  long gpuBytes() {
    return deviceBytes - encodedBytes();
  }

  /** As a report's inputs. */
  public Figures figures() {
    return new Figures()
        .with("max_level", maxLevel)
        .with("jpeg_quality", jpegQuality)
        .with("device_cache_mib", deviceBytes >> 20);
  }
}
