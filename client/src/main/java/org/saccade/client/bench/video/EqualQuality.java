package org.saccade.client.bench.video;

import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Finds the coarsest constant rate factor that is no worse than something else. Pure. */
public final class EqualQuality {
  /** The finest that is tried. */
  public static final int FINEST = 6;

  /** The coarsest that is tried. */
  public static final int COARSEST = 48;

  private EqualQuality() {}

  /**
   * A video at one rate factor.
   *
   * @param first bytes of its first frame
   * @param later mean bytes of a later one
   * @param error as the eye sees it
   * @param similarity beside it, for the report
   */
  public record Point(int quality, double first, double later, double error, double similarity) {}

  /**
   * By halving: at the error itself, between the coarsest that is no worse and the next one (bytes
   * by their logarithm). The coarsest of all where even that is no worse, null where none is.
   */
  public static @Nullable Point find(IntFunction<Point> at, double error) {
    var fine = at.apply(FINEST);
    if (!(fine.error <= error)) {
      return null;
    }
    var coarse = at.apply(COARSEST);
    if (coarse.error <= error) {
      return coarse;
    }
    while (coarse.quality - fine.quality > 1) {
      var middle = at.apply((fine.quality + coarse.quality) / 2);
      if (middle.error <= error) {
        fine = middle;
      } else {
        coarse = middle;
      }
    }
    double share = (error - fine.error) / (coarse.error - fine.error);
    return new Point(
        fine.quality,
        Math.exp(mixed(Math.log(fine.first), Math.log(coarse.first), share)),
        Math.exp(mixed(Math.log(fine.later), Math.log(coarse.later), share)),
        error,
        mixed(fine.similarity, coarse.similarity, share));
  }

  private static double mixed(double a, double b, double share) {
    return a + (b - a) * share;
  }
}
