package org.saccade.render.tile;

import org.joml.Vector3d;

/**
 * A cube of space: [x*s, (x+1)*s) and so on, s = 2^log2Size metres. Panoramas are drawn from its
 * centre.
 */
public record Cell(int log2Size, int x, int y, int z) {

  /** The cell of this size that contains the point, in metres. */
  public static Cell containing(int log2Size, double px, double py, double pz) {
    return new Cell(log2Size, index(log2Size, px), index(log2Size, py), index(log2Size, pz));
  }

  /** The coordinate of the cell along one axis that contains {@code metres}; allocates nothing. */
  public static int index(int log2Size, double metres) {
    return (int) Math.floor(Math.scalb(metres, -log2Size));
  }

  /** The middle of the cell with this coordinate along one axis, in metres. */
  public static double centre(int log2Size, int index) {
    return Math.scalb(index + 0.5, log2Size);
  }

  /** Edge length in metres. */
  public double size() {
    return Math.scalb(1.0, log2Size);
  }

  /** The point the cell's panorama is drawn from, in metres. */
  public Vector3d centre() {
    return new Vector3d(centre(log2Size, x), centre(log2Size, y), centre(log2Size, z));
  }
}
