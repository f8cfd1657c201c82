package org.saccade.render.pass;

/**
 * Instances, by their places in {@link DrawEntries}, [from, to) that share all state.
 *
 * @param isMirrored whether their matrices turn triangles inside out
 * @param hasColours whether their vertices carry colours
 */
record Batch(
    int material,
    boolean isMirrored,
    boolean isMovable,
    boolean isBlended,
    boolean hasColours,
    int from,
    int to) {

  /** The same state over other instances. */
  Batch over(int first, int end) {
    return new Batch(material, isMirrored, isMovable, isBlended, hasColours, first, end);
  }
}
