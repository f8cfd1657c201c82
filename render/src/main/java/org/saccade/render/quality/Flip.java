package org.saccade.render.quality;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How different two pictures look when one replaces the other: FLIP, by Andersson and others (FLIP:
 * A Difference Evaluator for Alternating Images, 2020), for display-referred pictures.
 *
 * <p>Two ways are followed. Colour: both pictures are blurred as an eye at this distance blurs them
 * (contrast sensitivity of brightness, red-green and blue-yellow), and the distance of what is left
 * is taken in a perceptual space (HyAB in Hunt-adjusted CIELAB) and spread over 0..1 so that small
 * ones count. Features: edges and points of one picture that the other lacks. The larger the
 * difference of features, the closer to 1 the colour difference is drawn.
 *
 * <p>A picture is looked at once and compared as often as wanted. Pure; any thread; looking at 1
 * megapixel takes about 150 ms.
 */
public final class Flip {
  private static final double COLOUR_EXPONENT = 0.7;
  private static final double LARGE_COLOUR_SHARE = 0.4;
  private static final double LARGE_COLOUR_TARGET = 0.95;

  /** Width of the eye's edge detector from peak to trough, degrees. */
  private static final double FEATURE_DEGREES = 0.082;

  private static final double ACHROMATIC = 0.0047;
  private static final double RED_GREEN = 0.0053;
  private static final double BLUE_YELLOW = 0.04;
  private static final double BLUE_YELLOW_NARROW = 0.025;
  private static final double BLUE_YELLOW_GAIN = 34.1;
  private static final double BLUE_YELLOW_NARROW_GAIN = 13.5;
  private static final double MOST_COLOUR = mostColour();

  private final int width;
  private final int height;
  private final int radius;
  private final double pixelsPerDegree;
  private final float narrowShare;
  private final Kernel smooth;
  private final Kernel edge;
  private final Kernel point;

  /** What an eye takes from a picture. Immutable. */
  public static final class Seen {
    private final float[] light;
    private final float[] redGreen;
    private final float[] blueYellow;
    private final float[] edges;
    private final float[] points;

    private Seen(float[] light, float[] redGreen, float[] blueYellow, float[][] features) {
      this.light = light;
      this.redGreen = redGreen;
      this.blueYellow = blueYellow;
      edges = features[0];
      points = features[1];
    }
  }

  /**
   * For pictures of one size.
   *
   * @param pixelsPerDegree of the eye's view; 67 for a 4K monitor at arm's length
   */
  public Flip(int width, int height, double pixelsPerDegree) {
    if (width < 1 || height < 1 || !(pixelsPerDegree >= 0.5 && pixelsPerDegree <= 1000)) {
      throw new IllegalArgumentException(
          "FLIP of %dx%d at %s pixels a degree; expected at least 1x1 and 0.5..1000"
              .formatted(width, height, pixelsPerDegree));
    }
    this.width = width;
    this.height = height;
    this.pixelsPerDegree = pixelsPerDegree;
    radius = (int) Math.ceil(3 * Math.sqrt(BLUE_YELLOW / 2) / Math.PI * pixelsPerDegree);
    narrowShare = (float) narrowShare();
    double deviation = 0.5 * FEATURE_DEGREES * pixelsPerDegree;
    int reach = (int) Math.ceil(3 * deviation);
    smooth = Kernel.normalised(reach, x -> bell(x, deviation));
    edge = Kernel.balanced(reach, x -> -x * bell(x, deviation));
    point = Kernel.balanced(reach, x -> (x * x / (deviation * deviation) - 1) * bell(x, deviation));
  }

  /** Looks at tightly packed RGBA8 pixels. */
  public Seen see(ByteBuffer rgba) {
    int[] pixels = new int[width * height];
    rgba.duplicate().order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(pixels);
    return see(pixels);
  }

  /** Looks at pixels with red in the lowest byte. */
  public Seen see(int[] rgba) {
    int area = width * height;
    if (rgba.length != area) {
      throw new IllegalArgumentException(
          "FLIP of %dx%d was given %d pixels".formatted(width, height, rgba.length));
    }
    float[] first = new float[area];
    float[] second = new float[area];
    float[] third = new float[area];
    float[] brightness = new float[area];
    for (int i = 0; i < area; i++) {
      first[i] = OpponentColour.linear(rgba[i] & 255);
      second[i] = OpponentColour.linear(rgba[i] >>> 8 & 255);
      third[i] = OpponentColour.linear(rgba[i] >>> 16 & 255);
      OpponentColour.toYCxCz(first, second, third, i);
      brightness[i] = (first[i] + 16) / 116;
    }
    first = spread(ACHROMATIC).alongBoth(first, width, height);
    second = spread(RED_GREEN).alongBoth(second, width, height);
    float[] wide = spread(BLUE_YELLOW).alongBoth(third, width, height);
    float[] narrow = spread(BLUE_YELLOW_NARROW).alongBoth(third, width, height);
    for (int i = 0; i < area; i++) {
      wide[i] += narrowShare * (narrow[i] - wide[i]);
      OpponentColour.toAdjustedLab(first, second, wide, i);
    }
    return new Seen(first, second, wide, features(brightness));
  }

  /** The difference at every pixel, 0 (none) to 1 (black for white). */
  public float[] compare(Seen a, Seen b) {
    float[] map = new float[width * height];
    for (int i = 0; i < map.length; i++) {
      double dx = a.redGreen[i] - b.redGreen[i];
      double dy = a.blueYellow[i] - b.blueYellow[i];
      double distance = Math.abs(a.light[i] - b.light[i]) + Math.sqrt(dx * dx + dy * dy);
      double feature =
          Math.max(Math.abs(a.edges[i] - b.edges[i]), Math.abs(a.points[i] - b.points[i]));
      double colour = redistributed(Math.pow(distance, COLOUR_EXPONENT));
      map[i] = (float) Math.pow(colour, 1 - Math.sqrt(Math.min(1, feature / Math.sqrt(2))));
    }
    return map;
  }

  /** Small distances get most of the range. */
  private static double redistributed(double colour) {
    double large = LARGE_COLOUR_SHARE * MOST_COLOUR;
    return colour < large
        ? LARGE_COLOUR_TARGET / large * colour
        : Math.min(
            1,
            LARGE_COLOUR_TARGET
                + (colour - large) / (MOST_COLOUR - large) * (1 - LARGE_COLOUR_TARGET));
  }

  /** Strength of edges and of points at every pixel. */
  private float[][] features(float[] brightness) {
    float[] flat = smooth.alongRows(brightness, width, height);
    float[] sloped = edge.alongRows(brightness, width, height);
    float[] peaked = point.alongRows(brightness, width, height);
    return new float[][] {
      length(smooth.alongColumns(sloped, width, height), edge.alongColumns(flat, width, height)),
      length(smooth.alongColumns(peaked, width, height), point.alongColumns(flat, width, height))
    };
  }

  private static float[] length(float[] x, float[] y) {
    for (int i = 0; i < x.length; i++) {
      x[i] = (float) Math.sqrt(x[i] * x[i] + y[i] * y[i]);
    }
    return x;
  }

  /** The eye's blur: exp(-pi^2 d^2 / b) at a distance of d degrees. */
  private Kernel spread(double b) {
    return Kernel.normalised(radius, x -> spreadAt(x, b));
  }

  private double spreadAt(double pixels, double b) {
    double degrees = pixels / pixelsPerDegree;
    return Math.exp(-Math.PI * Math.PI * degrees * degrees / b);
  }

  /** Of the two bells that blur blue-yellow, the weight of the narrower one. */
  private double narrowShare() {
    double wide = volume(BLUE_YELLOW_GAIN, BLUE_YELLOW);
    double narrow = volume(BLUE_YELLOW_NARROW_GAIN, BLUE_YELLOW_NARROW);
    return narrow / (wide + narrow);
  }

  private double volume(double gain, double b) {
    double sum = 0;
    for (int x = -radius; x <= radius; x++) {
      sum += spreadAt(x, b);
    }
    return gain * Math.sqrt(Math.PI / b) * sum * sum;
  }

  private static double bell(double x, double deviation) {
    return Math.exp(-x * x / (2 * deviation * deviation));
  }

  /** The largest distance of colours that counts: green to blue. */
  private static double mostColour() {
    float[] first = {0, 0};
    float[] second = {1, 0};
    float[] third = {0, 1};
    for (int i = 0; i < 2; i++) {
      OpponentColour.toYCxCz(first, second, third, i);
      OpponentColour.toAdjustedLab(first, second, third, i);
    }
    double distance =
        Math.abs(first[0] - first[1]) + Math.hypot(second[0] - second[1], third[0] - third[1]);
    return Math.pow(distance, COLOUR_EXPONENT);
  }
}
