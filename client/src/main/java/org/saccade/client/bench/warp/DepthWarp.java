package org.saccade.client.bench.warp;

import java.util.Arrays;
import org.joml.Vector3d;
import org.saccade.client.run.PictureSize;
import org.saccade.xr.ViewPose;

/**
 * Timewarp by rotation and position: the old picture as a mesh with a vertex a pixel, each as far
 * away as its depth says, drawn from where the eye is now. Where something near moved away from
 * what it hid, the mesh stretches between them, as such warps do. Pure.
 */
public final class DepthWarp {
  private static final double NEAREST = 1e-3;

  /** Of a triangle: so that pixels on an edge of two are missed by neither. */
  private static final double TOLERANCE = 1e-9;

  private final Shot old;
  private final PictureSize size;
  private final double[] columns;
  private final double[] rows;
  private final float[] depths;
  private final int[] rgba;
  private final float[] inverseDepth;

  private DepthWarp(Shot old, PictureSize size) {
    this.old = old;
    this.size = size;
    int vertices = old.width() * old.height();
    columns = new double[vertices];
    rows = new double[vertices];
    depths = new float[vertices];
    rgba = new int[size.width() * size.height()];
    inverseDepth = new float[rgba.length];
  }

  /** The old picture as a view of now shows it. */
  public static Shot show(Shot old, ViewPose now, PictureSize size) {
    var warp = new DepthWarp(old, size);
    warp.place(now);
    warp.draw();
    return new Shot(warp.rgba, warp.inverseDepth, now, size);
  }

  /** Moves the vertices; one behind the eye has a depth that is not a number. */
  private void place(ViewPose now) {
    var turn = RotationWarp.turn(now, old.view());
    var moved = old.view().pose().position(new Vector3d()).sub(now.pose().position(new Vector3d()));
    RotationWarp.worldTo(now).transform(moved);
    var from = Lens.of(old.view().fov(), old.width(), old.height());
    var to = Lens.of(now.fov(), size);
    var seen = new Vector3d();
    for (int i = 0; i < depths.length; i++) {
      int row = i / old.width();
      float inverse = old.inverseDepth(i);
      turn.transform(seen.set(from.x(i % old.width()), from.y(row), -1)).fma(inverse, moved);
      boolean isAhead = -seen.z > NEAREST;
      columns[i] = to.column(seen.x / -seen.z);
      rows[i] = to.row(seen.y / -seen.z);
      depths[i] = isAhead ? (float) (inverse / -seen.z) : Float.NaN;
    }
  }

  private void draw() {
    Arrays.fill(inverseDepth, -1);
    for (int y = 0; y + 1 < old.height(); y++) {
      for (int x = 0; x + 1 < old.width(); x++) {
        int i = y * old.width() + x;
        triangle(i, i + 1, i + old.width());
        triangle(i + 1, i + old.width() + 1, i + old.width());
      }
    }
    for (int i = 0; i < rgba.length; i++) {
      inverseDepth[i] = Math.max(0, inverseDepth[i]);
    }
  }

  private void triangle(int a, int b, int c) {
    double area =
        (columns[b] - columns[a]) * (rows[c] - rows[a])
            - (columns[c] - columns[a]) * (rows[b] - rows[a]);
    if (Float.isNaN(depths[a] + depths[b] + depths[c]) || area == 0) {
      return;
    }
    int left = first(columns[a], columns[b], columns[c]);
    int right = last(columns[a], columns[b], columns[c], size.width());
    int low = first(rows[a], rows[b], rows[c]);
    int high = last(rows[a], rows[b], rows[c], size.height());
    for (int y = low; y <= high; y++) {
      for (int x = left; x <= right; x++) {
        double ofB =
            ((x - columns[a]) * (rows[c] - rows[a]) - (columns[c] - columns[a]) * (y - rows[a]))
                / area;
        double ofC =
            ((columns[b] - columns[a]) * (y - rows[a]) - (x - columns[a]) * (rows[b] - rows[a]))
                / area;
        if (ofB >= -TOLERANCE && ofC >= -TOLERANCE && ofB + ofC <= 1 + TOLERANCE) {
          pixel(y * size.width() + x, a, b, c, ofB, ofC);
        }
      }
    }
  }

  private void pixel(int index, int a, int b, int c, double ofB, double ofC) {
    float ofA = (float) (1 - ofB - ofC);
    float depth = (float) (ofA * depths[a] + ofB * depths[b] + ofC * depths[c]);
    if (depth >= inverseDepth[index]) {
      inverseDepth[index] = depth;
      int colour = Shot.OPAQUE;
      for (int shift = 0; shift < 24; shift += 8) {
        double value =
            ofA * (old.rgba(a) >>> shift & 255)
                + ofB * (old.rgba(b) >>> shift & 255)
                + ofC * (old.rgba(c) >>> shift & 255);
        colour |= (int) (value + 0.5) << shift;
      }
      rgba[index] = colour;
    }
  }

  private static int first(double a, double b, double c) {
    return (int) Math.max(0, Math.ceil(Math.min(a, Math.min(b, c))));
  }

  private static int last(double a, double b, double c, int limit) {
    return (int) Math.min(limit - 1, Math.floor(Math.max(a, Math.max(b, c))));
  }
}
