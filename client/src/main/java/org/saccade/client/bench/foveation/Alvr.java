package org.saccade.client.bench.foveation;

import org.saccade.offload.fov.Look;

/**
 * ALVR's map: a rectangle of whole pixels, and beside it on each axis a band that is squeezed, by a
 * quadratic, to a fixed share of its pixels. ALVR's rectangle stays where it is; here it may also
 * follow the eye, which ALVR does not do.
 *
 * @param followsGaze whether the rectangle lies about the gaze, else about the view's middle
 */
public record Alvr(boolean followsGaze) implements Layout {
  private static final double CENTRE_WIDTH = 0.45;
  private static final double CENTRE_HEIGHT = 0.4;
  private static final int EDGE_ACROSS = 4;
  private static final int EDGE_UP = 5;
  private static final int ALIGNED = 32;

  @Override
  public String name() {
    return followsGaze ? "alvr_gaze" : "alvr";
  }

  @Override
  public Coder.Coded send(SourceView view, Look.At look, int quality, Coder coder) {
    int pixels = view.pixels();
    double across = followsGaze ? view.across(look.direction()) : 0;
    double up = followsGaze ? view.up(look.direction()) : 0;
    var map =
        new GridMap(
            axis(pixels, CENTRE_WIDTH, EDGE_ACROSS, across),
            axis(pixels, CENTRE_HEIGHT, EDGE_UP, up));
    var squeezed = map.squeeze(view.source(), SourceView.FINER);
    var coded = coder.code(padded(squeezed), quality);
    return new Coder.Coded(map.stretch(coded.shown(), pixels, pixels), coded.bytes());
  }

  /**
   * One axis.
   *
   * @param centre of the rectangle, -1..1; it stays inside the view
   */
  static AxisMap axis(int pixels, double wholeShare, int ratio, double centre) {
    int bands = (int) Math.ceil((pixels - wholeShare * pixels) / (2 * ratio)) * 2 * ratio;
    int whole = pixels - bands;
    int before = (int) Math.round((centre + 1) / 2 * pixels - whole / 2.0);
    before = Math.clamp(Math.round((double) before / ratio) * ratio, 0, bands);
    int after = bands - before;
    double[] edges = new double[whole + bands / ratio + 1];
    for (int i = 1; i < edges.length; i++) {
      int texel = i - before / ratio;
      if (texel <= 0) {
        edges[i] = before - squeezedSpan(before, ratio, -texel);
      } else if (texel <= whole) {
        edges[i] = before + texel;
      } else {
        edges[i] = before + whole + squeezedSpan(after, ratio, texel - whole);
      }
    }
    return new AxisMap(edges);
  }

  /** Pixels under the first texels of a band, counted from the rectangle outwards. */
  private static double squeezedSpan(int band, int ratio, int texels) {
    double share = (double) texels * ratio / band;
    return texels + (band - (double) band / ratio) * share * share;
  }

  /** Whole blocks, as the encoder wants them; what is added repeats the border. */
  private static Raster padded(Raster picture) {
    int width = (picture.width() + ALIGNED - 1) / ALIGNED * ALIGNED;
    int height = (picture.height() + ALIGNED - 1) / ALIGNED * ALIGNED;
    var result = Raster.black(width, height);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        result.set(
            x, y, picture.at(Math.min(x, picture.width() - 1), Math.min(y, picture.height() - 1)));
      }
    }
    return result;
  }
}
