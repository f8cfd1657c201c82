package org.saccade.client.bench.foveation;

import org.saccade.offload.fov.Look;

/**
 * Quad-Views-Foveated: the whole view at a share of its density, and a rectangle about the gaze at
 * full density, blended over the coarse one at its edges.
 */
public record QuadViews() implements Layout {
  private static final double DENSITY = 0.5;
  private static final double SECTION = 0.35;
  private static final double SMOOTH = 0.2;

  @Override
  public String name() {
    return "quad_views";
  }

  @Override
  public Coder.Coded send(SourceView view, Look.At look, int quality, Coder coder) {
    int pixels = view.pixels();
    int side = 2 * (int) Math.round(SECTION * pixels / 2);
    int left = corner(view.across(look.direction()), side, pixels);
    int low = corner(view.up(look.direction()), side, pixels);
    var map = GridMap.even((int) Math.round(DENSITY * pixels), pixels);
    var coarse = coder.code(map.squeeze(view.source(), SourceView.FINER), quality);
    var cut = Raster.black(side, side);
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        cut.set(x, y, view.truth().at(left + x, low + y));
      }
    }
    var fine = coder.code(cut, quality);
    var shown = map.stretch(coarse.shown(), pixels, pixels);
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        double share = Math.max(0.5, rise((x + 0.5) / side) * rise((y + 0.5) / side));
        int below = shown.at(left + x, low + y);
        shown.set(left + x, low + y, mixed(below, fine.shown().at(x, y), share));
      }
    }
    return new Coder.Coded(shown, coarse.bytes() + fine.bytes());
  }

  private static int corner(double centre, int side, int pixels) {
    return Math.clamp(Math.round((centre + 1) / 2 * pixels - side / 2.0), 0, pixels - side);
  }

  /** From 0 at both ends to 1 inside. */
  private static double rise(double place) {
    double t = Math.clamp(Math.min(place, 1 - place) / SMOOTH, 0, 1);
    return t * t * (3 - 2 * t);
  }

  private static int mixed(int below, int above, double share) {
    int result = 0xFF00_0000;
    for (int shift = 0; shift < 24; shift += 8) {
      double value = (below >>> shift & 255) * (1 - share) + (above >>> shift & 255) * share;
      result |= (int) (value + 0.5) << shift;
    }
    return result;
  }
}
