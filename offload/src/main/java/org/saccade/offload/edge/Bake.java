package org.saccade.offload.edge;

import org.saccade.render.tile.Recipe;

/**
 * A face to be baked, and how finely. Whole faces take an edge without a GPU a second each, and a
 * view shows up to eight; so what it lacks is drawn coarsely first.
 *
 * @param face by its coarsest tile of the first surface, see {@link FaceAddress}
 * @param isDraft whether its draft is enough, see {@link Recipe#isInDraft}
 */
record Bake(long face, boolean isDraft) {
  /** Where a whole face takes less than this, a draft before it would not be noticed. */
  static final long WORTH_A_DRAFT_NANOS = 100_000_000L;

  /**
   * What has to be baked for a tile.
   *
   * @param wholeNanos what a whole face takes; 0 while nobody knows
   */
  static Bake of(long tile, Recipe recipe, long wholeNanos) {
    boolean isSlow = wholeNanos == 0 || wholeNanos >= WORTH_A_DRAFT_NANOS;
    return new Bake(FaceAddress.of(tile), isSlow && recipe.isInDraft(tile));
  }

  /** Whether this makes the other one needless. */
  boolean covers(Bake other) {
    return face == other.face && (!isDraft || other.isDraft);
  }
}
