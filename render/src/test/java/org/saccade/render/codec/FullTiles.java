package org.saccade.render.codec;

import org.saccade.render.tile.Recipe;

/** Tiles with as many quads as a recipe allows. */
public final class FullTiles {
  private FullTiles() {}

  /** In every smallest leaf a whole quad and two masked ones. */
  public static QuadMesh mesh(Recipe recipe) {
    var builder = new QuadMesh.Builder();
    int leaf = recipe.smallestLeaf();
    int leaves = recipe.tilePixels() / leaf;
    for (int code = 0; code < leaves * leaves; code++) {
      for (int label = 0; label < 3; label++) {
        builder.add(code * leaf * leaf, leaf, label, 0, 0, 0.5f);
      }
    }
    return builder.build(recipe.tilePixels());
  }
}
