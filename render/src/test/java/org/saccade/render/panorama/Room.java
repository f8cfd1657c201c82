package org.saccade.render.panorama;

import org.joml.Vector3d;
import org.joml.Vector3dc;
import org.joml.Vector3f;
import org.saccade.render.tile.CubeGeometry;
import org.saccade.render.tile.Face;

/**
 * A room of patterned boxes, traced ray by ray on the CPU: exact colour and depth of every surface
 * along a ray, to hold baking and composing against without any renderer.
 */
final class Room {
  private static final double[][] BOXES = {
    {-3, 0, -4, 3, 3, 4}, // the room itself, seen from inside
    {-1.2, 0, -2.4, -0.7, 1.9, -1.9},
    {0.6, 0, -1.6, 1.4, 0.9, -0.9},
    {0.9, 1.3, -3.2, 1.1, 3.0, -3.0},
    {-2.5, 0, 1.5, -1.5, 1.4, 2.5},
    {1.6, 0.2, 0.4, 1.8, 2.2, 2.4},
    {-0.3, 2.2, -3.0, 0.2, 2.5, 1.0},
  };

  private final double[] hits = new double[2 * BOXES.length];
  private final int[] colours = new int[2 * BOXES.length];
  private int count;

  /** Finds all surfaces along a ray, nearest first; {@link #hit} and {@link #colour} tell them. */
  int trace(Vector3dc from, Vector3f direction) {
    count = 0;
    for (int box = 0; box < BOXES.length; box++) {
      crossBox(box, from, direction);
    }
    return count;
  }

  /** Distance in units of the direction's length. */
  double hit(int i) {
    return hits[i];
  }

  /** Opaque RGBA, red in the lowest byte. */
  int colour(int i) {
    return colours[i];
  }

  private void crossBox(int box, Vector3dc from, Vector3f direction) {
    double enter = Double.NEGATIVE_INFINITY;
    double leave = Double.POSITIVE_INFINITY;
    int enterAxis = 0;
    int leaveAxis = 0;
    for (int axis = 0; axis < 3; axis++) {
      double d = direction.get(axis);
      double low = (BOXES[box][axis] - from.get(axis)) / d;
      double high = (BOXES[box][axis + 3] - from.get(axis)) / d;
      if (Math.min(low, high) > enter) {
        enter = Math.min(low, high);
        enterAxis = axis;
      }
      if (Math.max(low, high) < leave) {
        leave = Math.max(low, high);
        leaveAxis = axis;
      }
    }
    if (enter >= leave) {
      return;
    }
    if (box == 0) {
      insert(leave, paint(box, leaveAxis, at(from, direction, leave)));
    } else if (enter > 0) {
      insert(enter, paint(box, enterAxis, at(from, direction, enter)));
    }
  }

  private static Vector3d at(Vector3dc from, Vector3f direction, double distance) {
    return new Vector3d(direction).mul(distance).add(from);
  }

  /** A smooth pattern with a soft grid, so that bilinear sampling can follow it. */
  private static int paint(int box, int axis, Vector3d at) {
    double u = at.get((axis + 1) % 3);
    double v = at.get((axis + 2) % 3);
    double wave = Math.sin(5 * u + box) * Math.cos(4 * v + 2 * axis);
    int red = (int) (120 + 60 * wave + 10 * box);
    int green = (int) (130 + 50 * Math.sin(3 * v + box));
    int blue = (int) (100 + 20 * axis + 40 * Math.cos(3 * u));
    return FaceImage.OPAQUE | (blue << 16) | (green << 8) | red;
  }

  private void insert(double distance, int colour) {
    int at = count++;
    while (at > 0 && hits[at - 1] > distance) {
      hits[at] = hits[at - 1];
      colours[at] = colours[at - 1];
      at--;
    }
    hits[at] = distance;
    colours[at] = colour;
  }

  /** Fills both surfaces of a NEAR face of half extent {@code far}, or of a FAR one beyond it. */
  void paintFace(Vector3dc centre, Face face, double near, double far, FaceTiler to) {
    FaceImage first = to.first();
    FaceImage behind = to.behind();
    first.clear();
    behind.clear();
    var direction = new Vector3f();
    for (int i = 0; i < first.rgba.length; i++) {
      float u = (float) ((i % first.size + 0.5) * 2 / first.size - 1);
      float v = (float) (1 - ((i - i % first.size) / (double) first.size + 0.5) * 2 / first.size);
      int found = trace(centre, CubeGeometry.direction(face, u, v, direction));
      for (int hit = 0; hit < found; hit++) {
        if (hits[hit] < near || hits[hit] > far) {
          continue;
        }
        float inverse = (float) (1 / hits[hit]);
        if (!first.isCovered(i)) {
          first.rgba[i] = colours[hit];
          first.inverseDepth[i] = inverse;
        } else if (inverse < first.inverseDepth[i] - 0.03f) {
          behind.rgba[i] = colours[hit];
          behind.inverseDepth[i] = inverse;
          break;
        }
      }
    }
  }
}
