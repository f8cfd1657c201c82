package org.saccade.client.bench.foveation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.saccade.offload.fov.Look;

/**
 * WiVRn's map: each axis by itself is squeezed by a tangent, so that pixels stay whole where the
 * eye looks and grow away from there, to whole numbers of pixels.
 *
 * @param share texels by pixels along an axis
 */
public record Wivrn(double share) implements Layout {
  /** As it streams with an eye tracker. */
  public static Wivrn standard() {
    return new Wivrn(0.3);
  }

  @Override
  public String name() {
    return "wivrn";
  }

  @Override
  public Coder.Coded send(SourceView view, Look.At look, int quality, Coder coder) {
    int pixels = view.pixels();
    var map = map(pixels, view.across(look.direction()), view.up(look.direction()));
    var coded = coder.code(map.squeeze(view.source(), SourceView.FINER), quality);
    return new Coder.Coded(map.stretch(coded.shown(), pixels, pixels), coded.bytes());
  }

  /**
   * The map for an eye that looks at a place of a view.
   *
   * @param across where it looks, -1..1 from the left to the right
   * @param up the same from the lower edge to the upper one
   */
  public GridMap map(int pixels, double across, double up) {
    return new GridMap(axis(pixels, across), axis(pixels, up));
  }

  /** The spans of one axis, largest outside. */
  AxisMap axis(int pixels, double centre) {
    int texels = (int) Math.round(share * pixels);
    double steep = steepness(centre);
    double turn = Math.atan(steep * (1 - centre) / share) - steep;
    List<Integer> below = new ArrayList<>();
    List<Integer> above = new ArrayList<>();
    int last = 0;
    for (int i = 1; i <= texels; i++) {
      double at = 2.0 * i / texels - 1;
      double to = share / steep * Math.tan(steep * at + turn) + centre;
      int edge = i == texels ? pixels : (int) Math.round((to / 2 + 0.5) * pixels);
      edge = Math.clamp(edge, last + 1, pixels - (texels - i));
      (at < centre ? below : above).add(edge - last);
      last = edge;
    }
    below.sort(Comparator.reverseOrder());
    Collections.sort(above);
    double[] edges = new double[texels + 1];
    int at = 0;
    for (int span : below) {
      edges[at + 1] = edges[at++] + span;
    }
    for (int span : above) {
      edges[at + 1] = edges[at++] + span;
    }
    return new AxisMap(edges);
  }

  /** The factor for which both ends of the axis stay where they are, by halving an interval. */
  private double steepness(double centre) {
    double low = 1e-6;
    double high = 1;
    while (excess(high, centre) > 0) {
      high *= 2;
    }
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      if (excess(middle, centre) > 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  private double excess(double steep, double centre) {
    return Math.atan(steep * (1 - centre) / share)
        + Math.atan(steep * (1 + centre) / share)
        - 2 * steep;
  }
}
