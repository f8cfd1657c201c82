package org.saccade.render.pass;

/**
 * The level that each instance was drawn at last, so that it does not change by a hair. Passes of
 * one frame have pixels of other sizes, so each kind of pass has a memory of its own. The
 * renderer's thread; allocates nothing while drawing.
 */
final class HeldLevels {
  private final DrawEntries entries;
  private final byte[][] held;

  HeldLevels(DrawEntries entries) {
    this.entries = entries;
    held = new byte[Detail.PASSES][entries.placeCount()];
  }

  /**
   * The level to draw an instance at, which is held from now on.
   *
   * @param pass of {@link Detail#pass}
   * @param allowed what may be lost, in the node's space
   */
  int level(int pass, int place, double allowed) {
    int level = entries.level(place, allowed, held[pass][place]);
    if (pass != Detail.ALONE) {
      held[pass][place] = (byte) level;
    }
    return level;
  }
}
