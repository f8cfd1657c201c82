package org.saccade.assets.texture;

import java.util.List;
import java.util.function.Function;
import org.saccade.assets.mesh.Chance;
import org.saccade.assets.png.Raster;

/** Procedural paintings, each from its number: nine kinds, every one its own. */
public final class Paintings {
  private static final List<Function<Chance, Canvas.Motif>> KINDS =
      List.of(
          Views::hills,
          Inventions::night,
          Views::sea,
          Inventions::discs,
          Views::poppies,
          Inventions::spirals,
          Views::mountain,
          Inventions::fields,
          Inventions::blocks);
  private static final int FLAT_FROM = 7;

  private Paintings() {}

  /** Paints number {@code index} at the given size in pixels. */
  public static Raster paint(Chance chance, int index, int width, int height) {
    Chance own = chance.named("painting", index);
    int kind = index % KINDS.size();
    Canvas.Motif motif = KINDS.get(kind).apply(own.named("motif"));
    Canvas canvas = new Canvas(width, height, own.named("brush")).fill(motif);
    if (kind < FLAT_FROM) {
      canvas.paint(motif, new Canvas.Brush(0.09, 0.030, 0.10, 0.9));
      canvas.paint(motif, new Canvas.Brush(0.050, 0.016, 0.08, 0.9));
      canvas.paint(motif, new Canvas.Brush(0.032, 0.011, 0.06, 0.8));
    } else if (kind == FLAT_FROM) {
      canvas.paint(motif, new Canvas.Brush(0.10, 0.02, 0.03, 0.35));
    }
    return canvas.finish();
  }
}
