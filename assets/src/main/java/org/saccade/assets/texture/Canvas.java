package org.saccade.assets.texture;

import org.saccade.assets.mesh.Chance;
import org.saccade.assets.mesh.Ease;
import org.saccade.assets.mesh.Vec;
import org.saccade.assets.png.Raster;

/** A painting in progress: linear colours and a brush whose strokes follow a field. One thread. */
public final class Canvas {
  private final int width;
  private final int height;
  private final double[] pixels; // red, green, blue of each
  private final Chance chance;

  /** A picture's idea: colour, stroke direction, and how freely the brush moves. */
  public interface Motif {
    /** Returns the colour at (u, v); v downwards, both in [0, 1]. */
    Vec colour(double u, double v);

    /** Returns the stroke's direction there in radians, 0 along u. */
    default double direction(double u, double v) {
      return 0;
    }
  }

  /** One pass of the brush: stroke length and width in picture heights, and colour variety. */
  public record Brush(double length, double width, double variety, double opacity) {}

  public Canvas(int width, int height, Chance chance) {
    this.width = width;
    this.height = height;
    this.chance = chance;
    this.pixels = new double[3 * width * height];
  }

  /** Fills the whole canvas without a brush. */
  public Canvas fill(Motif motif) {
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        Vec colour = motif.colour((x + 0.5) / width, (y + 0.5) / height);
        int at = 3 * (y * width + x);
        pixels[at] = colour.x();
        pixels[at + 1] = colour.y();
        pixels[at + 2] = colour.z();
      }
    }
    return this;
  }

  /** Covers the canvas with strokes. */
  public Canvas paint(Motif motif, Brush brush) {
    double step = Math.max(brush.width * 0.75, 0.004);
    double ratio = (double) width / height;
    int rows = (int) Math.ceil(1 / step);
    int columns = (int) Math.ceil(ratio / (step * 1.6));
    for (int i = 0; i < rows * columns; i++) {
      double u = chance.unit();
      double v = chance.unit();
      stroke(motif, brush, u, v);
    }
    return this;
  }

  private void stroke(Motif motif, Brush brush, double u, double v) {
    double light = 1 + brush.variety * chance.bell();
    double warmth = 0.5 * brush.variety * chance.bell();
    Vec tint = new Vec(light * (1 + warmth), light, light * (1 - warmth));
    Vec colour = motif.colour(u, v).times(tint);
    double angle = motif.direction(u, v) + 0.12 * chance.bell();
    double halfLength = brush.length * height / 2 * chance.between(0.7, 1.2);
    double halfWidth = brush.width * height / 2 * chance.between(0.8, 1.15);
    double cos = StrictMath.cos(angle);
    double sin = StrictMath.sin(angle);
    double phase = chance.between(0, 10);
    double centreX = u * width;
    double centreY = v * height;
    double boxX = Math.abs(cos) * halfLength + Math.abs(sin) * halfWidth + 1;
    double boxY = Math.abs(sin) * halfLength + Math.abs(cos) * halfWidth + 1;
    int lastX = (int) Math.min(width - 1, centreX + boxX);
    int lastY = (int) Math.min(height - 1, centreY + boxY);
    for (int y = (int) Math.max(0, centreY - boxY); y <= lastY; y++) {
      for (int x = (int) Math.max(0, centreX - boxX); x <= lastX; x++) {
        double dx = x + 0.5 - centreX;
        double dy = y + 0.5 - centreY;
        double along = (dx * cos + dy * sin) / halfLength;
        double across = (dy * cos - dx * sin) / halfWidth;
        double edge = 1 - along * along * along * along - across * across;
        if (edge > 0) {
          double bristle = 1 + 0.10 * Ease.zigzag(across * 1.5 + phase) - 0.05;
          double share = brush.opacity * Ease.step(0, 0.35, edge);
          int at = 3 * (y * width + x);
          pixels[at] += (colour.x() * bristle - pixels[at]) * share;
          pixels[at + 1] += (colour.y() * bristle - pixels[at + 1]) * share;
          pixels[at + 2] += (colour.z() * bristle - pixels[at + 2]) * share;
        }
      }
    }
  }

  /** Returns the finished picture, softly darkened towards its edges like old varnish. */
  public Raster finish() {
    Raster raster = new Raster(width, height, 3);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double u = 2 * (x + 0.5) / width - 1;
        double v = 2 * (y + 0.5) / height - 1;
        double varnish = 1 - 0.12 * (u * u * u * u + v * v * v * v);
        int at = 3 * (y * width + x);
        Vec colour = new Vec(pixels[at], pixels[at + 1], pixels[at + 2]);
        raster.setColour(x, y, colour.times(varnish));
      }
    }
    return raster;
  }
}
