package org.saccade.render.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class FlipTest {
  private static final int WIDTH = 40;
  private static final int HEIGHT = 28;
  private static final int GREEN = 0xFF00FF00;
  private static final int BLUE = 0xFFFF0000;
  private static final int WHITE = 0xFFFFFFFF;
  private static final int BLACK = 0xFF000000;

  private final Flip flip = new Flip(WIDTH, HEIGHT, 30);

  @Test
  void aPictureDoesNotDifferFromItself() {
    float[] map = differences(noise(1), noise(1));
    for (float value : map) {
      assertEquals(0, value);
    }
  }

  @Test
  void doesNotMatterWhichIsTheReference() {
    float[] there = differences(noise(1), noise(2));
    float[] back = differences(noise(2), noise(1));
    for (int i = 0; i < there.length; i++) {
      assertEquals(there[i], back[i], 1e-6);
    }
  }

  @Test
  void greenForBlueIsTheWorstThereIs() {
    assertEquals(1, differences(flat(GREEN), flat(BLUE))[500], 1e-5);
  }

  /** L* 100 for 0: 100^0.7 of (0.4 * 308.2^0.7 -> 0.95) and the rest of the range above. */
  @Test
  void whiteForBlackIsWhatThePublishedFormulasGive() {
    double expected = Oracle.redistributed(Math.pow(100, 0.7));
    assertEquals(expected, differences(flat(WHITE), flat(BLACK))[500], 1e-4);
  }

  @Test
  void everyPixelIsWhatThePublishedFormulasGiveWithoutAnyShortCut() {
    for (double density : new double[] {12.6, 30, 67}) {
      int[] a = noise(3);
      int[] b = mixed(a, noise(4));
      var looked = new Flip(WIDTH, HEIGHT, density);
      float[] map = looked.compare(looked.see(a), looked.see(b));
      double[] expected = new Oracle(WIDTH, HEIGHT, density).differences(a, b);
      for (int i = 0; i < map.length; i++) {
        assertEquals(expected[i], map[i], 2e-3, density + " pixels a degree, pixel " + i);
      }
    }
  }

  @Test
  void fineNoiseIsSeenLessFromFartherAway() {
    int[] grey = flat(0xFF808080);
    int[] checked = grey.clone();
    for (int i = 0; i < checked.length; i++) {
      checked[i] = (i + i / WIDTH) % 2 == 0 ? 0xFF707070 : 0xFF909090;
    }
    double near = mean(new Flip(WIDTH, HEIGHT, 10), grey, checked);
    double far = mean(new Flip(WIDTH, HEIGHT, 70), grey, checked);
    assertTrue(far < 0.5 * near, near + " near, " + far + " far");
  }

  @Test
  void anEdgeThatIsLostCountsForMoreThanTheSameColoursWithoutAnEdge() {
    int[] edged = flat(0xFF606060);
    int[] lighter = flat(0xFF606060);
    for (int i = 0; i < edged.length; i++) {
      edged[i] = i % WIDTH < WIDTH / 2 ? 0xFF606060 : 0xFFA0A0A0;
      lighter[i] = 0xFFA0A0A0;
    }
    int row = HEIGHT / 2 * WIDTH;
    float[] lost = differences(edged, flat(0xFF606060));
    float[] plain = differences(lighter, flat(0xFF606060));
    assertTrue(lost[row + WIDTH / 2] > plain[row + WIDTH / 2] + 0.05f);
    assertEquals(0, lost[row + 5], 1e-6);
  }

  @Test
  void refusesPicturesOfAnotherSizeAndAbsurdDensities() {
    assertThrows(IllegalArgumentException.class, () -> flip.see(new int[5]));
    assertThrows(IllegalArgumentException.class, () -> new Flip(8, 8, Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> new Flip(8, 8, 0));
  }

  private static double mean(Flip flip, int[] a, int[] b) {
    return Ssim.mean(flip.compare(flip.see(a), flip.see(b)));
  }

  private float[] differences(int[] a, int[] b) {
    return flip.compare(flip.see(a), flip.see(b));
  }

  private static int[] flat(int colour) {
    int[] picture = new int[WIDTH * HEIGHT];
    Arrays.fill(picture, colour);
    return picture;
  }

  private static int[] noise(long seed) {
    var random = new Random(seed);
    int[] picture = new int[WIDTH * HEIGHT];
    for (int i = 0; i < picture.length; i++) {
      picture[i] = random.nextInt() | 0xFF000000;
    }
    return picture;
  }

  /** Three quarters of the first, a quarter of the second. */
  private static int[] mixed(int[] a, int[] b) {
    int[] picture = new int[a.length];
    for (int i = 0; i < picture.length; i++) {
      picture[i] = (a[i] & 0xFEFEFE) / 2 + (a[i] & 0xFCFCFC) / 4 + (b[i] & 0xFCFCFC) / 4;
    }
    return picture;
  }

  /** The paper word for word: double precision, whole kernels, no tables. */
  private record Oracle(int width, int height, double density) {
    double[] differences(int[] a, int[] b) {
      double[] map = new double[width * height];
      for (int i = 0; i < map.length; i++) {
        double[] la = lab(a, i);
        double[] lb = lab(b, i);
        double apart = Math.abs(la[0] - lb[0]) + Math.hypot(la[1] - lb[1], la[2] - lb[2]);
        double edges = Math.abs(feature(a, i, true) - feature(b, i, true));
        double points = Math.abs(feature(a, i, false) - feature(b, i, false));
        double feature = Math.sqrt(Math.max(edges, points) / Math.sqrt(2));
        map[i] = Math.pow(redistributed(Math.pow(apart, 0.7)), 1 - feature);
      }
      return map;
    }

    static double redistributed(double colour) {
      double[] green = adjusted(0, 1, 0);
      double[] blue = adjusted(0, 0, 1);
      double most =
          Math.pow(
              Math.abs(green[0] - blue[0]) + Math.hypot(green[1] - blue[1], green[2] - blue[2]),
              0.7);
      return colour < 0.4 * most
          ? colour * 0.95 / (0.4 * most)
          : 0.95 + 0.05 * (colour - 0.4 * most) / (0.6 * most);
    }

    private double[] opponent(int[] picture, int x, int y) {
      int rgba = picture[Math.clamp(y, 0, height - 1) * width + Math.clamp(x, 0, width - 1)];
      double[] xyz = xyz(light(rgba & 255), light(rgba >> 8 & 255), light(rgba >> 16 & 255));
      return new double[] {116 * xyz[1] - 16, 500 * (xyz[0] - xyz[1]), 200 * (xyz[1] - xyz[2])};
    }

    private double[] lab(int[] picture, int i) {
      double[] sums = new double[3];
      double[] totals = new double[3];
      int radius = (int) Math.ceil(3 * Math.sqrt(0.04 / (2 * Math.PI * Math.PI)) * density);
      for (int dy = -radius; dy <= radius; dy++) {
        for (int dx = -radius; dx <= radius; dx++) {
          double z = (dx * dx + dy * dy) / (density * density);
          double[] weights = {
            bell(1, 0.0047, z), bell(1, 0.0053, z), bell(34.1, 0.04, z) + bell(13.5, 0.025, z)
          };
          double[] value = opponent(picture, i % width + dx, i / width + dy);
          for (int k = 0; k < 3; k++) {
            sums[k] += weights[k] * value[k];
            totals[k] += weights[k];
          }
        }
      }
      double y = (sums[0] / totals[0] + 16) / 116;
      double x = (y + sums[1] / totals[1] / 500) * 0.950428545;
      double z = (y - sums[2] / totals[2] / 200) * 1.088900371;
      return adjusted(
          Math.clamp(3.241003275 * x - 1.537398934 * y - 0.498615861 * z, 0, 1),
          Math.clamp(-0.969224334 * x + 1.875930071 * y + 0.041554224 * z, 0, 1),
          Math.clamp(0.055639423 * x - 0.204011202 * y + 1.057148933 * z, 0, 1));
    }

    private static double bell(double gain, double b, double z) {
      return gain * Math.sqrt(Math.PI / b) * Math.exp(-Math.PI * Math.PI * z / b);
    }

    private double feature(int[] picture, int i, boolean isEdge) {
      double deviation = 0.5 * 0.082 * density;
      int radius = (int) Math.ceil(3 * deviation);
      double above = 0;
      for (int dy = -radius; dy <= radius; dy++) {
        for (int dx = -radius; dx <= radius; dx++) {
          above += Math.max(0, weight(dx, dy, deviation, isEdge));
        }
      }
      double below = 0;
      for (int dy = -radius; dy <= radius; dy++) {
        for (int dx = -radius; dx <= radius; dx++) {
          below -= Math.min(0, weight(dx, dy, deviation, isEdge));
        }
      }
      double across = 0;
      double up = 0;
      for (int dy = -radius; dy <= radius; dy++) {
        for (int dx = -radius; dx <= radius; dx++) {
          double y = (opponent(picture, i % width + dx, i / width + dy)[0] + 16) / 116;
          double wx = weight(dx, dy, deviation, isEdge);
          double wy = weight(dy, dx, deviation, isEdge);
          across += y * wx / (wx < 0 ? below : above);
          up += y * wy / (wy < 0 ? below : above);
        }
      }
      return Math.hypot(across, up);
    }

    private static double weight(int x, int y, double deviation, boolean isEdge) {
      double square = deviation * deviation;
      double bell = Math.exp(-(x * x + y * y) / (2 * square));
      return (isEdge ? -x : x * x / square - 1) * bell;
    }

    private static double light(int value) {
      double v = value / 255.0;
      return v > 0.04045 ? Math.pow((v + 0.055) / 1.055, 2.4) : v / 12.92;
    }

    private static double[] xyz(double r, double g, double b) {
      return new double[] {
        (10135552 * r + 8788810 * g + 4435075 * b) / 24577794 / 0.950428545,
        (2613072 * r + 8788810 * g + 887015 * b) / 12288897,
        (1425312 * r + 8788810 * g + 70074185 * b) / 73733382 / 1.088900371
      };
    }

    private static double[] adjusted(double r, double g, double b) {
      double[] f = Arrays.stream(xyz(r, g, b)).map(Oracle::root).toArray();
      double light = 116 * f[1] - 16;
      return new double[] {light, 5 * light * (f[0] - f[1]), 2 * light * (f[1] - f[2])};
    }

    private static double root(double t) {
      double delta = 6.0 / 29;
      return t > Math.pow(delta, 3) ? Math.cbrt(t) : t / (3 * delta * delta) + 4.0 / 29;
    }
  }
}
