package org.saccade.render.tile;

/** A tile's name everywhere: the scene, the recipe and the packed {@link TileAddress}. */
public record TileKey(Fingerprint scene, Fingerprint recipe, long address) {

  @Override
  public String toString() {
    return TileAddress.describe(address) + " of " + scene + "/" + recipe;
  }
}
