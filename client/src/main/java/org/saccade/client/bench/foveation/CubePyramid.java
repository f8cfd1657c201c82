package org.saccade.client.bench.foveation;

import java.util.ArrayList;
import java.util.List;

/** The faces of a cube about an eye at every level, each half of the one before. Immutable. */
final class CubePyramid {
  private final List<List<Raster>> byFace = new ArrayList<>();

  /** From faces at the finest level. */
  CubePyramid(List<Raster> finest) {
    for (var face : finest) {
      List<Raster> levels = new ArrayList<>(List.of(face));
      while (levels.getLast().width() > 1) {
        levels.add(half(levels.getLast()));
      }
      byFace.add(levels);
    }
  }

  /** Texels along a face at the finest level. */
  int size() {
    return byFace.getFirst().getFirst().width();
  }

  /** A face with this many texels a side. */
  Raster face(int code, int texels) {
    return byFace.get(code).get(Integer.numberOfTrailingZeros(size() / texels));
  }

  private static Raster half(Raster fine) {
    var coarse = Raster.black(fine.width() / 2, fine.height() / 2);
    for (int y = 0; y < coarse.height(); y++) {
      for (int x = 0; x < coarse.width(); x++) {
        int a = fine.at(2 * x, 2 * y);
        int b = fine.at(2 * x + 1, 2 * y);
        int c = fine.at(2 * x, 2 * y + 1);
        int d = fine.at(2 * x + 1, 2 * y + 1);
        int mean = 0xFF00_0000;
        for (int shift = 0; shift < 24; shift += 8) {
          int sum =
              (a >>> shift & 255) + (b >>> shift & 255) + (c >>> shift & 255) + (d >>> shift & 255);
          mean |= ((sum + 2) / 4) << shift;
        }
        coarse.set(x, y, mean);
      }
    }
    return coarse;
  }
}
