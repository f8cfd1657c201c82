package org.saccade.offload.fov;

import java.util.Arrays;
import org.saccade.render.tile.CubeGeometry;
import org.saccade.render.tile.Face;

/**
 * The places of a panorama that views may show, each at the level it needs: a partition of what is
 * visible, found by a quadtree walk over the six faces.
 *
 * <p>A tile holds what lies behind its square of the face between a nearest and a farthest distance
 * from the cell's centre. The eye is not at that centre, so the square itself says little; but
 * those points fill a convex body whose corners are the square's corners at both distances. The
 * walk drops a square when that body lies outside one plane of every view. Since plane . (direction
 * * distance) is linear in u and in v, the farthest corner inside a plane needs no search.
 *
 * <p>Reused; frame thread; allocates nothing once it has grown.
 */
final class VisibleTiles {
  /** Samples along each edge of a tile when its share of the views is measured. */
  private static final int SAMPLES = 4;

  /** How far from its middle a tile has to be fine enough, as a share of its half diagonal. */
  private static final double OUTWARDS = 0.5;

  private final float[] guarded = new float[PlanInput.MAX_VIEWS * ViewSet.PLANES * 3];
  private final float[] tight = new float[PlanInput.MAX_VIEWS * ViewSet.PLANES * 3];
  private int[] places = new int[128];
  private float[] eccentricities = new float[128];
  private float[] weights = new float[128];
  private boolean[] inView = new boolean[128];
  private int size;

  private ViewSet views;
  private Foveation foveation;
  private float nearest;
  private float farthest;
  private boolean everything;
  private Face face = Face.POSITIVE_X;
  private int faceIndex;

  VisibleTiles(ViewSet views, Foveation foveation) {
    this.views = views;
    this.foveation = foveation;
  }

  /**
   * Finds what the views show of a panorama; call {@link ViewSet#relativeTo} with its centre first.
   *
   * @param nearest distance along a face's axis from which on things count, metres
   * @param farthest distance up to which they do, metres or infinity
   */
  void collect(ViewSet seenBy, Foveation needs, float nearest, float farthest) {
    walk(seenBy, needs, nearest, farthest, false);
  }

  /** Finds all places, visible or not. */
  void collectAround(ViewSet seenBy, Foveation needs) {
    walk(seenBy, needs, 1, 1, true);
  }

  int size() {
    return size;
  }

  Face face(int index) {
    return Face.of(places[index] >>> 24);
  }

  int level(int index) {
    return places[index] >>> 16 & 255;
  }

  int x(int index) {
    return places[index] >>> 8 & 255;
  }

  int y(int index) {
    return places[index] & 255;
  }

  /** Angle of the place's middle from the gaze or the nearest view's axis, radians. */
  float eccentricity(int index) {
    return eccentricities[index];
  }

  /** Acuity-weighted steradians of the place that lie inside a view. */
  float weight(int index) {
    return weights[index];
  }

  /** Whether a view, without its guard band, may show anything of the place. */
  boolean isInView(int index) {
    return inView[index];
  }

  private void walk(
      ViewSet seenBy, Foveation needs, float nearestMetres, float farthestMetres, boolean all) {
    views = seenBy;
    foveation = needs;
    nearest = nearestMetres;
    farthest = farthestMetres;
    everything = all;
    size = 0;
    for (int i = 0; i < Face.COUNT; i++) {
      face = Face.of(i);
      faceIndex = i;
      prepareFace();
      node(0, 0, 0);
    }
  }

  /** Whether a face has a place that some view may show, after collecting. */
  boolean shows(Face which) {
    for (int i = 0; i < size; i++) {
      if (places[i] >>> 24 == which.code()) {
        return true;
      }
    }
    return false;
  }

  /** plane . direction(u, v) = a + b*u + c*v for each plane, on this face. */
  private void prepareFace() {
    var f = face.forward();
    var r = face.right();
    var u = face.up();
    for (int p = 0; p < views.size() * ViewSet.PLANES; p++) {
      float x = views.guarded(p, 0);
      float y = views.guarded(p, 1);
      float z = views.guarded(p, 2);
      guarded[3 * p] = f.dot(x, y, z);
      guarded[3 * p + 1] = r.dot(x, y, z);
      guarded[3 * p + 2] = u.dot(x, y, z);
      x = views.tight(p, 0);
      y = views.tight(p, 1);
      z = views.tight(p, 2);
      tight[3 * p] = f.dot(x, y, z);
      tight[3 * p + 1] = r.dot(x, y, z);
      tight[3 * p + 2] = u.dot(x, y, z);
    }
  }

  private void node(int level, int x, int y) {
    float u = CubeGeometry.uOfTile(level, x);
    float v = CubeGeometry.vOfTile(level, y);
    float width = Math.scalb(2f, -level);
    if (!everything && !isVisible(u, v, width)) {
      return;
    }
    float middleU = u + width / 2;
    float middleV = v - width / 2;
    float length = (float) Math.sqrt(1 + middleU * middleU + middleV * middleV);
    float eccentricity = eccentricity(middleU, middleV, length);
    double stretch = length * Math.sqrt(length);
    double screenTexels = screen(middleU, middleV, length, width);
    float halfWidth = (float) Math.atan(width / 2 / length);
    if (foveation.isEnough(level, stretch, nearest(u, v, width), halfWidth, screenTexels)) {
      add(level, x, y, eccentricity, everything ? 0 : weight(u, v, width));
      inView[size - 1] = !everything && isInView(u, v, width);
      return;
    }
    for (int quadrant = 0; quadrant < 4; quadrant++) {
      node(level + 1, 2 * x + (quadrant & 1), 2 * y + (quadrant >> 1));
    }
  }

  private double screen(float u, float v, float length, float width) {
    var f = face.forward();
    var r = face.right();
    var t = face.up();
    return views.pixelsPerRadian(
        (f.x() + u * r.x() + v * t.x()) / length,
        (f.y() + u * r.y() + v * t.y()) / length,
        (f.z() + u * r.z() + v * t.z()) / length,
        OUTWARDS * Math.atan(width * 0.7072 / length));
  }

  /** Whether some view, with its guard band, may show anything of the place. */
  private boolean isVisible(float u, float v, float width) {
    for (int view = 0; view < views.size(); view++) {
      boolean isIn = true;
      for (int p = view * ViewSet.PLANES; isIn && p < (view + 1) * ViewSet.PLANES; p++) {
        isIn = farthestInside(guarded, p, u, v, width) >= views.offset(p);
      }
      if (isIn) {
        return true;
      }
    }
    return false;
  }

  /** The same without the guard band. */
  private boolean isInView(float u, float v, float width) {
    for (int view = 0; view < views.size(); view++) {
      boolean isIn = true;
      for (int p = view * ViewSet.PLANES; isIn && p < (view + 1) * ViewSet.PLANES; p++) {
        isIn = farthestInside(tight, p, u, v, width) >= views.tightOffset(p);
      }
      if (isIn) {
        return true;
      }
    }
    return false;
  }

  /** How far inside a plane through the centre anything of the place may lie, metres. */
  private float farthestInside(float[] planes, int p, float u, float v, float width) {
    float b = planes[3 * p + 1];
    float c = planes[3 * p + 2];
    float most =
        planes[3 * p] + Math.max(b * u, b * (u + width)) + Math.max(c * v, c * (v - width));
    return most > 0 ? most * farthest : most * nearest;
  }

  /** Acuity-weighted steradians inside any view, by samples, as if the eye were at the centre. */
  private float weight(float u, float v, float width) {
    float step = width / SAMPLES;
    float sum = 0;
    for (int i = 0; i < SAMPLES * SAMPLES; i++) {
      int row = i / SAMPLES;
      float su = u + (i % SAMPLES + 0.5f) * step;
      float sv = v - (row + 0.5f) * step;
      if (isInside(su, sv)) {
        float length = (float) Math.sqrt(1 + su * su + sv * sv);
        float counts = foveation.isUniform() ? 1 : foveation.weight(eccentricity(su, sv, length));
        sum += counts * step * step / (length * length * length);
      }
    }
    return sum;
  }

  private boolean isInside(float u, float v) {
    for (int view = 0; view < views.size(); view++) {
      boolean inside = true;
      for (int p = view * ViewSet.PLANES; p < (view + 1) * ViewSet.PLANES; p++) {
        inside &= tight[3 * p] + tight[3 * p + 1] * u + tight[3 * p + 2] * v >= 0;
      }
      if (inside) {
        return true;
      }
    }
    return false;
  }

  private float eccentricity(float u, float v, float length) {
    var f = face.forward();
    var r = face.right();
    var t = face.up();
    return foveation.eccentricity(
        (f.x() + u * r.x() + v * t.x()) / length,
        (f.y() + u * r.y() + v * t.y()) / length,
        (f.z() + u * r.z() + v * t.z()) / length);
  }

  /** The smallest eccentricity in a square. */
  private float nearest(float u, float v, float width) {
    float least = (float) Math.PI;
    var f = face.forward();
    for (int i = 0; i < foveation.centres(); i++) {
      float ahead = Math.max(foveation.along(i, f), 1e-3f);
      float nu = Math.clamp(foveation.along(i, face.right()) / ahead, u, u + width);
      float nv = Math.clamp(foveation.along(i, face.up()) / ahead, v - width, v);
      least = Math.min(least, eccentricity(nu, nv, (float) Math.sqrt(1 + nu * nu + nv * nv)));
    }
    return least;
  }

  private void add(int level, int x, int y, float eccentricity, float weight) {
    if (size == places.length) {
      places = Arrays.copyOf(places, 2 * size);
      eccentricities = Arrays.copyOf(eccentricities, 2 * size);
      weights = Arrays.copyOf(weights, 2 * size);
      inView = Arrays.copyOf(inView, 2 * size);
    }
    places[size] = faceIndex << 24 | level << 16 | x << 8 | y;
    eccentricities[size] = eccentricity;
    weights[size++] = weight;
  }
}
