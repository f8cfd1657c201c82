package org.saccade.client.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.saccade.client.Failure;
import org.saccade.client.Progress;
import org.saccade.client.Surroundings;
import org.saccade.client.run.TileSettings;
import org.saccade.offload.edge.SceneTiles;
import org.saccade.offload.edge.TileSource;
import org.saccade.offload.sim.TileBytes;
import org.saccade.render.codec.JpegCodec;
import org.saccade.render.codec.MalformedTileException;
import org.saccade.render.codec.TileBody;
import org.saccade.render.codec.TileDecoder;
import org.saccade.render.scene.Scene;
import org.saccade.render.tile.Face;
import org.saccade.render.tile.Recipe;
import org.saccade.render.tile.Shell;
import org.saccade.render.tile.Surface;
import org.saccade.render.tile.TileAddress;
import org.saccade.render.window.GlUnavailableException;

/**
 * What a scene's tiles weigh and cost on this machine, by baking a few faces at its start: mean
 * bytes by shell, surface and level, and the time of a face's baking and of a tile's decoding.
 */
record MeasuredTiles(Recipe recipe, TileBytes bytes, long bakeNanos, long decodeNanos) {
  private static final List<Face> FACES = List.of(Face.NEGATIVE_Z, Face.POSITIVE_X);

  private record Tile(long address, TileBody body) {}

  static MeasuredTiles of(Surroundings surroundings, Scene scene, TileSettings settings) {
    var recipe = settings.recipe(scene);
    var start = scene.start().position();
    var tiles = new ArrayList<Tile>();
    long began = surroundings.clock().getAsLong();
    int faces = 0;
    try (var source = open(scene, settings);
        var progress = new Progress(surroundings)) {
      for (var shell : Shell.values()) {
        for (var face : FACES) {
          surroundings.stop().check();
          progress.say("baking a few faces for what tiles weigh and cost");
          var cell = recipe.cellFor(shell, start.x(), start.y() + 1.6, start.z());
          if (faces == 0) {
            source.bakeFace(shell, cell, face, (at, body) -> {}); // compiles shaders
            began = surroundings.clock().getAsLong();
          }
          source.bakeFace(shell, cell, face, (at, body) -> tiles.add(new Tile(at, body)));
          faces++;
        }
      }
    }
    long bakeNanos = (surroundings.clock().getAsLong() - began) / faces;
    return new MeasuredTiles(
        recipe, means(tiles), bakeNanos, decodeNanos(surroundings, tiles, recipe));
  }

  private static TileBytes means(List<Tile> tiles) {
    Map<Integer, long[]> sums = new HashMap<>();
    for (var tile : tiles) {
      long[] sum = sums.computeIfAbsent(kind(tile.address), each -> new long[2]);
      sum[0] += tile.body.bytes().size();
      sum[1]++;
    }
    Map<Integer, Integer> means = new HashMap<>();
    sums.forEach((kind, sum) -> means.put(kind, (int) (sum[0] / sum[1])));
    return address -> means.getOrDefault(kind(address), 0);
  }

  private static int kind(long address) {
    return TileAddress.level(address) << 2
        | TileAddress.shell(address).code() << 1
        | TileAddress.surface(address).code();
  }

  private static long decodeNanos(Surroundings surroundings, List<Tile> tiles, Recipe recipe) {
    try (var decoder = new TileDecoder(JpegCodec.best())) {
      long began = 0;
      for (int round = 0; round < 2; round++) { // the first warms up
        began = surroundings.clock().getAsLong();
        for (var tile : tiles) {
          decoder.decode(tile.address, tile.body, recipe).close();
        }
      }
      return (surroundings.clock().getAsLong() - began) / tiles.size();
    } catch (MalformedTileException impossible) {
      throw new IllegalStateException("a tile baked here cannot be decoded here", impossible);
    }
  }

  private static TileSource open(Scene scene, TileSettings settings) {
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

  /** Mean bytes of a tile of the first surface. */
  long meanBytes(Shell shell, int level) {
    return bytes.of(TileAddress.of(shell, 0, 0, 0, Surface.FIRST, FACES.getFirst(), level, 0, 0));
  }
}
