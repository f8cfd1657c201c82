package org.saccade.client.bake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.saccade.client.Failure;
import org.saccade.client.Progress;
import org.saccade.client.Surroundings;
import org.saccade.client.bake.BakePlan.CellFace;
import org.saccade.client.run.TileSettings;
import org.saccade.offload.cache.DiskTileCache;
import org.saccade.offload.edge.SceneTiles;
import org.saccade.offload.edge.TileSource;
import org.saccade.render.codec.TileBody;
import org.saccade.render.scene.Scene;
import org.saccade.render.tile.Recipe;
import org.saccade.render.tile.Surface;
import org.saccade.render.tile.TileAddress;
import org.saccade.render.window.GlUnavailableException;

/**
 * Bakes faces into the edge's disk cache, leaving out those that are there: stopped at any moment,
 * it goes on from there the next time. On the thread that calls.
 */
public final class Baking {
  /**
   * What was done: faces baked now, faces that were there, tiles, bytes on disk, seconds.
   *
   * @param geometryShare of the bytes of the tiles baked now; not a number where there are none
   */
  public record Done(
      int baked, int found, long tiles, long diskBytes, double seconds, double geometryShare) {}

  /** Where baked tiles go, and how their bytes are shared out. */
  private static final class Shelf implements TileSource.Sink {
    private final DiskTileCache disk;
    private long bytes;
    private long geometryBytes;

    Shelf(DiskTileCache disk) {
      this.disk = disk;
    }

    @Override
    public void accept(long address, TileBody body) {
      bytes += body.bytes().size();
      geometryBytes += body.geometryBytes();
      disk.put(address, body.bytes());
    }

    double geometryShare() {
      return (double) geometryBytes / bytes;
    }
  }

  private final Surroundings surroundings;
  private final TileSettings settings;

  public Baking(Surroundings surroundings, TileSettings settings) {
    this.surroundings = surroundings;
    this.settings = settings;
  }

  /** Bakes what is missing of the plan; stops between two faces when asked to. */
  public Done bake(Scene scene, List<CellFace> plan) {
    var recipe = settings.recipe(scene);
    try (var disk =
        DiskTileCache.open(
            settings.cacheFolder(),
            scene.fingerprint(),
            recipe.fingerprint(),
            settings.diskBytes())) {
      if (!disk.isWritable()) {
        throw Failure.failed(
            "the tile cache '%s' is being written by another process: end that, or name another folder by --cache"
                .formatted(disk.folder()));
      }
      var missing = missing(plan, disk, recipe);
      return bakeMissing(scene, missing, plan.size() - missing.size(), disk);
    } catch (IOException unusable) {
      throw Failure.failed(
          "the tile cache '%s' cannot be used (%s): choose another folder by --cache"
              .formatted(settings.cacheFolder(), unusable.getMessage()),
          unusable);
    }
  }

  private Done bakeMissing(Scene scene, List<CellFace> missing, int found, DiskTileCache disk) {
    long start = surroundings.clock().getAsLong();
    int tilesBefore = disk.size();
    int baked = 0;
    var shelf = new Shelf(disk);
    if (!missing.isEmpty()) {
      try (var source = open(scene);
          var progress = new Progress(surroundings)) {
        long bytesBefore = disk.bytes();
        for (var face : missing) {
          surroundings.stop().check();
          source.bakeFace(face.shell(), face.cell(), face.face(), shelf);
          requireKept(disk, face);
          baked++;
          progress.say(words(baked, missing.size(), seconds(start), disk.bytes() - bytesBefore));
        }
      }
    }
    int tiles = disk.size() - tilesBefore;
    double share = shelf.geometryShare();
    return new Done(baked, found, tiles, disk.bytes(), seconds(start), share);
  }

  /** Baking ahead without keeping would be for nothing: a full disk ends it. */
  private void requireKept(DiskTileCache disk, CellFace face) {
    if (!disk.contains(address(face, Surface.FIRST, 0, 0, 0))) {
      throw Failure.failed(
          "baked tiles cannot be kept in '%s': free some space there or name another folder by --cache"
              .formatted(disk.folder()));
    }
  }

  private TileSource open(Scene scene) {
    try {
      return SceneTiles.opener(() -> scene, settings.maxLevel(), settings.jpegQuality()).open();
    } catch (GlUnavailableException lacking) {
      throw Failure.lacks(
          "no OpenGL 4.5 here: %s (./saccade doctor says more)".formatted(lacking.getMessage()),
          lacking);
    } catch (RuntimeException unexpected) {
      throw unexpected;
    } catch (Exception failed) {
      throw Failure.failed("the baker cannot start: %s".formatted(failed.getMessage()), failed);
    }
  }

  private static List<CellFace> missing(List<CellFace> plan, DiskTileCache disk, Recipe recipe) {
    var missing = new ArrayList<CellFace>();
    for (var face : plan) {
      if (!isWhole(face, disk, recipe)) {
        missing.add(face);
      }
    }
    return missing;
  }

  private static boolean isWhole(CellFace face, DiskTileCache disk, Recipe recipe) {
    for (var surface : Surface.values()) {
      for (int level = 0; level <= recipe.maxLevel(); level++) {
        int side = 1 << level;
        for (int i = 0; i < side * side; i++) {
          if (!disk.contains(address(face, surface, level, i % side, i / side))) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private static long address(CellFace face, Surface surface, int level, int x, int y) {
    var cell = face.cell();
    return TileAddress.of(
        face.shell(), cell.x(), cell.y(), cell.z(), surface, face.face(), level, x, y);
  }

  private double seconds(long since) {
    return (surroundings.clock().getAsLong() - since) * 1e-9;
  }

  private static String words(int baked, int all, double seconds, long bytes) {
    double share = (double) baked / all;
    return "baking %d/%d faces, %.1f MiB; %s and %.0f MiB in all to come"
        .formatted(
            baked,
            all,
            bytes / (double) (1 << 20),
            duration(seconds / share - seconds),
            (bytes / share - bytes) / (1 << 20));
  }

  private static String duration(double seconds) {
    return seconds < 90 ? "%.0f s".formatted(seconds) : "%.0f min".formatted(seconds / 60);
  }
}
