package org.saccade.client.run;

import org.saccade.client.Surroundings;
import org.saccade.render.scene.Scene;

/** What a run draws and where its tiles come from; closed newest first. Frame thread. */
final class World implements AutoCloseable {
  private final Stage stage;
  private final Picture picture;
  private final TileSupply tiles;

  private World(Stage stage, Picture picture, TileSupply tiles) {
    this.stage = stage;
    this.picture = picture;
    this.tiles = tiles;
  }

  /** Copies the scene to the GPU of the current context and reaches for the edge. */
  static World open(Surroundings surroundings, RunSettings settings, Scene scene) {
    surroundings.stop().check();
    var stage = new Stage(scene);
    var picture = new Picture(stage, settings.size(), settings.antiAliasing());
    return new World(stage, picture, new NoTiles());
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
    picture.close();
    stage.close();
  }
}
