package org.saccade.offload.protocol;

import org.saccade.render.tile.Fingerprint;
import org.saccade.render.tile.Recipe;

/**
 * What an edge serves: the scene and the recipe that shapes its tiles.
 *
 * @param edgeName the edge's name for people
 * @param sceneName the scene's name for people
 * @param scene the scene's fingerprint
 * @param recipe how its tiles are made; its fingerprint is half of every tile's key
 */
public record Manifest(String edgeName, String sceneName, Fingerprint scene, Recipe recipe) {
  public Manifest {
    edgeName = Texts.bounded(edgeName);
    sceneName = Texts.bounded(sceneName);
  }
}
