package org.saccade.client.bench.foveation;

import java.util.Arrays;
import java.util.List;
import org.joml.Quaternionf;
import org.joml.Quaternionfc;
import org.joml.Vector3f;
import org.joml.Vector3fc;
import org.jspecify.annotations.Nullable;
import org.saccade.render.tile.CubeGeometry;
import org.saccade.render.tile.Face;

/**
 * One eye's square view as every method gets it: {@value #FINER} samples a pixel and axis, and the
 * truth, which is their mean. What lies outside of the view comes from the faces of a coarser cube
 * about the eye; it costs bytes where a tile reaches beyond the view's edge, and is never seen.
 */
public final class SourceView {
  /** Samples of the source along a pixel of the view. */
  public static final int FINER = 2;

  private final Raster source;
  private final Raster truth;
  private final List<Raster> faces;
  private final Quaternionfc orientation;
  private final double halfTangent;
  private @Nullable CubePyramid pyramid;
  private @Nullable CubePlaces places;

  /**
   * @param source the view, {@value #FINER} times as fine as it is shown
   * @param faces by {@link Face#code}
   * @param orientation of the view in the world
   * @param halfTangent tangent of half the field of view
   */
  public SourceView(
      Raster source, List<Raster> faces, Quaternionfc orientation, double halfTangent) {
    this.source = source;
    this.faces = List.copyOf(faces);
    this.orientation = new Quaternionf(orientation);
    this.halfTangent = halfTangent;
    int pixels = source.width() / FINER;
    truth = GridMap.even(pixels, pixels).squeeze(source, FINER);
  }

  /** The view, finer than it is shown. */
  Raster source() {
    return source;
  }

  /** What should be shown. */
  public Raster truth() {
    return truth;
  }

  /** Pixels of the view along a side. */
  public int pixels() {
    return truth.width();
  }

  Quaternionfc orientation() {
    return orientation;
  }

  double halfTangent() {
    return halfTangent;
  }

  /** Pixels a degree in the middle of the view. */
  public double pixelsPerDegree() {
    return pixels() / 2.0 / halfTangent * Math.toRadians(1);
  }

  /** Where a direction of the world falls across the view, -1..1 inside; the nearest edge else. */
  double across(Vector3fc direction) {
    var seen = toView(direction);
    return clamped(seen.x, -seen.z);
  }

  /** The same from the lower edge to the upper one. */
  double up(Vector3fc direction) {
    var seen = toView(direction);
    return clamped(seen.y, -seen.z);
  }

  private double clamped(double side, double ahead) {
    return Math.clamp(side / Math.max(1e-6, ahead) / halfTangent, -1, 1);
  }

  private Vector3f toView(Vector3fc direction) {
    return new Quaternionf(orientation).conjugate().transform(new Vector3f(direction));
  }

  /** The cube about the eye with so many texels a side at its finest level. */
  synchronized CubePyramid pyramid(int size) {
    var known = pyramid;
    if (known == null || known.size() != size) {
      known = new CubePyramid(Arrays.stream(Face.values()).map(face -> face(face, size)).toList());
      pyramid = known;
    }
    return known;
  }

  /** Where on the cube each pixel lies. */
  synchronized CubePlaces places() {
    var known = places;
    if (known == null) {
      known = findPlaces();
      places = known;
    }
    return known;
  }

  /** Each texel is the mean of 3x3 of the samples it covers. */
  private Raster face(Face face, int size) {
    var toView = new Quaternionf(orientation).conjugate();
    var ahead = toView.transform(new Vector3f(face.forward()));
    var right = toView.transform(new Vector3f(face.right()));
    var up = toView.transform(new Vector3f(face.up()));
    var drawn = Raster.black(size, size);
    double step = 2.0 / size;
    float[] sum = new float[3];
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        Arrays.fill(sum, 0);
        for (int i = 0; i < 9; i++) {
          int row = i / 3;
          double u = -1 + (x + (i % 3 + 0.5) / 3) * step;
          double v = -1 + (y + (row + 0.5) / 3) * step;
          int rgba = sample(face, ahead, right, up, u, v);
          sum[0] += rgba & 255;
          sum[1] += rgba >>> 8 & 255;
          sum[2] += rgba >>> 16 & 255;
        }
        drawn.set(x, y, GridMap.packed(sum[0] / 9, sum[1] / 9, sum[2] / 9));
      }
    }
    return drawn;
  }

  private int sample(Face face, Vector3f ahead, Vector3f right, Vector3f up, double u, double v) {
    double z = -(ahead.z + u * right.z + v * up.z);
    if (z > 1e-4) {
      double x = (ahead.x + u * right.x + v * up.x) / z / halfTangent;
      double y = (ahead.y + u * right.y + v * up.y) / z / halfTangent;
      if (Math.abs(x) < 1 && Math.abs(y) < 1) {
        int side = source.width();
        return source.at((int) ((x + 1) / 2 * side), (int) ((y + 1) / 2 * side));
      }
    }
    var coarse = faces.get(face.code());
    int side = coarse.width();
    return coarse.at(
        Math.min(side - 1, (int) ((u + 1) / 2 * side)),
        Math.min(side - 1, (int) ((v + 1) / 2 * side)));
  }

  private CubePlaces findPlaces() {
    int side = pixels();
    var places = new CubePlaces(side * side);
    var direction = new Vector3f();
    for (int i = 0; i < side * side; i++) {
      double x = (2 * (i % side + 0.5) / side - 1) * halfTangent;
      int row = i / side;
      double y = (2 * (row + 0.5) / side - 1) * halfTangent;
      direction.set((float) x, (float) y, -1);
      orientation.transform(direction);
      var face = CubeGeometry.faceOf(direction.x, direction.y, direction.z);
      places.put(
          i,
          face,
          CubeGeometry.u(face, direction.x, direction.y, direction.z),
          CubeGeometry.v(face, direction.x, direction.y, direction.z));
    }
    return places;
  }
}
