package org.saccade.render.panorama;

/**
 * What baking cost, summed over faces.
 *
 * @param faces faces baked
 * @param drawNanos drawing both surfaces and reading them back
 * @param pruneNanos finding what some eye of the cell can see, and halving
 * @param encodeNanos fitting quads and coding colours of all levels
 * @param tiles tiles emitted, empty ones included
 * @param emptyTiles tiles without any texel
 * @param bytes encoded bytes of all tiles
 */
public record BakeCost(
    int faces,
    long drawNanos,
    long pruneNanos,
    long encodeNanos,
    int tiles,
    int emptyTiles,
    long bytes) {

  /** Nothing baked yet. */
  public static final BakeCost NONE = new BakeCost(0, 0, 0, 0, 0, 0, 0);

  static BakeCost ofFace(long drawNanos, long pruneNanos) {
    return new BakeCost(1, drawNanos, pruneNanos, 0, 0, 0, 0);
  }

  /** This and another one together. */
  public BakeCost plus(BakeCost other) {
    return new BakeCost(
        faces + other.faces,
        drawNanos + other.drawNanos,
        pruneNanos + other.pruneNanos,
        encodeNanos + other.encodeNanos,
        tiles + other.tiles,
        emptyTiles + other.emptyTiles,
        bytes + other.bytes);
  }
}
