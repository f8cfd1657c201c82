package org.saccade.client.run;

import org.saccade.client.Surroundings;
import org.saccade.render.gpu.GpuScope;
import org.saccade.render.scene.Scene;

/** What a run draws and where its tiles come from; closed newest first. Frame thread. */
final class World implements AutoCloseable {
  private final GpuScope owned;
  private final Picture picture;
  private final TileSupply tiles;

  private World(GpuScope owned, Picture picture, TileSupply tiles) {
    this.owned = owned;
    this.picture = picture;
    this.tiles = tiles;
  }

  /**
   * Copies the scene to the GPU of the current context and reaches for the edge. What is made once
   * is made here: shaders, the tiles' memory, the connection; frames then only use it. What was
   * begun ends when the rest cannot be made.
   */
  static World open(Surroundings surroundings, RunSettings settings, Scene scene) {
    surroundings.stop().check();
    var owned = new GpuScope("world");
    try {
      return fill(owned, surroundings, settings, scene);
    } catch (RuntimeException | Error failed) {
      owned.close();
      throw failed;
    }
  }

  private static World fill(
      GpuScope owned, Surroundings surroundings, RunSettings settings, Scene scene) {
    var edges = Edges.open(surroundings, settings, scene);
    owned.own(edges::close);
    var tiles = edges.tiles(surroundings, settings, scene);
    owned.own(tiles::close);
    tiles.poll(surroundings.clock().getAsLong());
    var stage = new Stage(scene);
    owned.own(stage::close);
    var picture =
        new Picture(stage, settings.size(), settings.antiAliasing(), settings.isFoveated());
    owned.own(picture::close);
    tiles.poll(surroundings.clock().getAsLong());
    picture.warmUp(!(settings.edge() instanceof EdgeChoice.None));
    return new World(owned, picture, tiles);
  }

  Picture picture() {
    return picture;
  }

  TileSupply tiles() {
    return tiles;
  }

  @Override
  public void close() {
    owned.close();
  }
}
