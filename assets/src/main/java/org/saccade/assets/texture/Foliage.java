package org.saccade.assets.texture;

import org.saccade.assets.mesh.Chance;
import org.saccade.assets.mesh.Ease;
import org.saccade.assets.mesh.Vec;
import org.saccade.assets.png.Raster;

/**
 * Cut-out pictures of plants, four to a sheet (2 x 2): clusters of leaves, tufts of grass. Empty
 * pixels keep the plant's mean colour, so that smaller mip levels do not grow dark rims.
 */
public final class Foliage {
  private static final int CELL = 256;
  private static final int MARGIN = 6;

  private final Vec[] colours = new Vec[4 * CELL * CELL];
  private final double[] alphas = new double[4 * CELL * CELL];
  private final Chance chance;

  private Foliage(Chance chance) {
    this.chance = chance;
  }

  /** Four clusters of apple leaves, each about 0.6 m wide. */
  public static Raster leaves(Chance chance) {
    Foliage sheet = new Foliage(chance);
    for (int cell = 0; cell < 4; cell++) {
      sheet.cluster(cell);
    }
    return sheet.finish(Vec.srgb(0x4F7F2E));
  }

  /** Four tufts: grass, tall grass, grass with daisies, grass with poppies and cornflowers. */
  public static Raster grass(Chance chance) {
    Foliage sheet = new Foliage(chance);
    for (int cell = 0; cell < 4; cell++) {
      sheet.tuft(cell);
    }
    return sheet.finish(Vec.srgb(0x6F9440));
  }

  private void cluster(int cell) {
    for (int i = 0; i < 46; i++) {
      double depth = i / 46.0;
      double angle = chance.between(0, 2 * StrictMath.PI);
      double out = chance.between(8, 66) * (1 - 0.25 * depth);
      double x = CELL / 2.0 + out * StrictMath.cos(angle);
      double y = CELL / 2.0 + out * StrictMath.sin(angle);
      double aim = angle + 0.7 * chance.bell();
      Vec fresh = Vec.srgb(0x86B244).mix(Vec.srgb(0x3F7029), chance.unit());
      leaf(
          cell, new double[] {x, y, aim, chance.between(44, 62)}, fresh.times(0.62 + 0.45 * depth));
    }
  }

  private void leaf(int cell, double[] pose, Vec colour) {
    double length = pose[3];
    double wide = length * 0.27;
    double cos = StrictMath.cos(pose[2]);
    double sin = StrictMath.sin(pose[2]);
    for (int y = (int) (pose[1] - length); y <= pose[1] + length; y++) {
      for (int x = (int) (pose[0] - length); x <= pose[0] + length; x++) {
        double dx = x + 0.5 - pose[0];
        double dy = y + 0.5 - pose[1];
        double s = (dx * cos + dy * sin) / length;
        double t = dy * cos - dx * sin;
        if (s <= 0 || s >= 1) {
          continue;
        }
        double half =
            wide * StrictMath.sin(StrictMath.PI * StrictMath.pow(s, 0.8)) * (1 - 0.15 * s);
        double cover = Math.clamp(half - Math.abs(t) + 0.5, 0.0, 1.0);
        if (cover > 0) {
          double rib = Ease.step(1.6, 0.5, Math.abs(t));
          double vein = Ease.step(0.75, 0.95, Ease.zigzag(s * 7 - Math.abs(t) * 0.05));
          double side = t > 0 ? 1.06 : 0.92;
          Vec tone = colour.times(side).mix(Vec.srgb(0xB9D27A), 0.35 * rib + 0.10 * vein);
          put(cell, x, y, tone, cover);
        }
      }
    }
  }

  private void tuft(int cell) {
    int blades = cell == 1 ? 20 : 25;
    for (int i = 0; i < blades; i++) {
      double depth = (double) i / blades;
      Vec green = Vec.srgb(0x94B352).mix(Vec.srgb(0x6B953F), chance.unit());
      green = green.mix(Vec.srgb(0xBDB56C), chance.happens(0.15) ? 0.5 : 0);
      double root = CELL / 2.0 + chance.bell() * 38;
      double tall =
          chance.between(0.45, 0.95) * (cell == 1 ? 235 : 190) * (0.8 + 0.2 * (1 - depth));
      double lean = chance.bell() * 30 + (root - CELL / 2.0) * 0.45;
      blade(
          cell,
          new double[] {root, tall, lean, chance.between(7.5, 11.5)},
          green.times(0.84 + 0.18 * depth));
    }
    int flowers = cell < 2 ? 0 : 7;
    for (int i = 0; i < flowers; i++) {
      double root = CELL / 2.0 + chance.bell() * 30;
      double tall = chance.between(120, 205);
      double lean = chance.bell() * 22;
      blade(cell, new double[] {root, tall, lean, 3.2}, Vec.srgb(0x7A9B48));
      flower(cell, root + lean, CELL - MARGIN - tall, i);
    }
  }

  private void blade(int cell, double[] form, Vec colour) {
    double base = CELL - MARGIN;
    for (int y = (int) (base - form[1]); y < base; y++) {
      double t = (base - y - 0.5) / form[1];
      if (t < 0 || t > 1) {
        continue;
      }
      double middle = form[0] + form[2] * t * t;
      double half = form[3] * StrictMath.pow(1 - t, 0.6) * 0.5 + 0.5;
      for (int x = (int) (middle - half - 1); x <= middle + half + 1; x++) {
        double cover = Math.clamp(half - Math.abs(x + 0.5 - middle) + 0.5, 0.0, 1.0);
        if (cover > 0) {
          double light = 0.78 + 0.26 * t + (x + 0.5 < middle ? 0.04 : -0.03);
          put(cell, x, y, colour.times(light), cover);
        }
      }
    }
  }

  private void flower(int cell, double centreX, double centreY, int index) {
    boolean daisy = cell == 2;
    Vec petal =
        daisy ? Vec.srgb(0xFBF8EE) : index % 3 == 2 ? Vec.srgb(0x5470C6) : Vec.srgb(0xDB3A22);
    Vec heart = daisy ? Vec.srgb(0xE8B62A) : Vec.srgb(0x2A1B1E);
    double radius = daisy ? 15 : 17;
    for (int y = (int) (centreY - radius - 1); y <= centreY + radius + 1; y++) {
      for (int x = (int) (centreX - radius - 1); x <= centreX + radius + 1; x++) {
        double dx = x + 0.5 - centreX;
        double dy = (y + 0.5 - centreY) * 1.35;
        double far = Math.sqrt(dx * dx + dy * dy);
        double angle = StrictMath.atan2(dy, dx);
        double lobes =
            daisy
                ? 0.80 + 0.20 * StrictMath.cos(angle * 11)
                : 0.90 + 0.10 * StrictMath.cos(angle * 4);
        double cover = Math.clamp(radius * lobes - far + 0.5, 0.0, 1.0);
        if (cover > 0) {
          double shade = 0.78 + 0.22 * far / radius;
          boolean inner = far < radius * (daisy ? 0.36 : 0.24);
          put(cell, x, y, inner ? heart : petal.times(shade), cover);
        }
      }
    }
  }

  private void put(int cell, int x, int y, Vec colour, double cover) {
    if (x < MARGIN || y < MARGIN || x >= CELL - MARGIN || y >= CELL - MARGIN) {
      return;
    }
    int at = ((cell / 2) * CELL + y) * 2 * CELL + (cell % 2) * CELL + x;
    colours[at] = alphas[at] > 0 ? colours[at].mix(colour, cover) : colour;
    alphas[at] = Math.max(alphas[at], cover);
  }

  private Raster finish(Vec mean) {
    int size = 2 * CELL;
    Raster raster = new Raster(size, size, 4);
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        int at = y * size + x;
        raster.setColour(x, y, alphas[at] > 0 ? colours[at] : mean);
        raster.setAlpha(x, y, alphas[at]);
      }
    }
    return raster;
  }
}
