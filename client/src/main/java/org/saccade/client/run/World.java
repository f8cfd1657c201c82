package org.saccade.client.run;

import org.saccade.client.Surroundings;
import org.saccade.render.scene.Scene;

/** What a run draws and where its tiles come from; closed newest first. Frame thread. */
final class World implements AutoCloseable {
  private final Stage stage;
  private final Picture picture;
  private final Edges edges;
  private final TileSupply tiles;

  private World(Stage stage, Picture picture, Edges edges, TileSupply tiles) {
    this.stage = stage;
    this.picture = picture;
    this.edges = edges;
    this.tiles = tiles;
  }

  /**
   * Copies the scene to the GPU of the current context and reaches for the edge. What is made once
   * is made here: shaders, the tiles' memory, the connection; frames then only use it.
   */
  static World open(Surroundings surroundings, RunSettings settings, Scene scene) {
    surroundings.stop().check();
    var edges = Edges.open(surroundings, settings, scene);
    var tiles = edges.tiles(surroundings, settings, scene);
    tiles.poll(surroundings.clock().getAsLong());
    var stage = new Stage(scene);
    var picture =
        new Picture(stage, settings.size(), settings.antiAliasing(), settings.isFoveated());
    tiles.poll(surroundings.clock().getAsLong());
    picture.warmUp(!(settings.edge() instanceof EdgeChoice.None));
    return new World(stage, picture, edges, tiles);
  }

  Picture picture() {
    return picture;
  }

  TileSupply tiles() {
    return tiles;
  }

  @Override
  public void close() {
    tiles.close();
    edges.close();
    picture.close();
    stage.close();
  }
}
