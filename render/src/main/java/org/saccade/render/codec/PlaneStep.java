package org.saccade.render.codec;

import org.saccade.render.tile.Recipe;
import org.saccade.render.tile.Shell;
import org.saccade.render.tile.TileAddress;

/**
 * How planes become whole numbers: a quad's plane travels as its value in its middle, and how much
 * it grows from there to the right and to the bottom edge, in steps of an eighth of the tolerance.
 * So a coded plane is off by at most 3/16 of the tolerance anywhere on its quad. Three zeros mean
 * the sky.
 */
final class PlaneStep {
  /** Share of the tolerance left to fitting: coding takes the rest. */
  static final double FITTING_SHARE = 1 - 3 / 16.0;

  /** No coded number is beyond this: 2^24 steps are thousands of 1/m. */
  static final int LIMIT = 1 << 24;

  private static final int STEPS_IN_TOLERANCE = 8;

  private PlaneStep() {}

  /** Length of a step, 1/m. */
  static double of(Recipe recipe, Shell shell, int level) {
    return (double) recipe.tolerance(shell, level) / STEPS_IN_TOLERANCE;
  }

  /** Length of a step for an address, 1/m. */
  static double of(Recipe recipe, long address) {
    return of(recipe, TileAddress.shell(address), TileAddress.level(address));
  }

  static int coded(double value, double step) {
    return (int) Math.clamp(Math.rint(value / step), -LIMIT, LIMIT);
  }
}
