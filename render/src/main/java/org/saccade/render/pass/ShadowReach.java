package org.saccade.render.pass;

import org.joml.Matrix4fc;
import org.joml.Vector3d;
import org.joml.Vector3dc;
import org.joml.Vector3f;
import org.joml.Vector3fc;
import org.joml.Vector4d;
import org.saccade.render.scene.Aabb;

/**
 * Which cells of a screen the shadows of boxes can fall on: for each box, those that it and its
 * shadow's volume cover, drawn out away from the light until the scene ends. Reused; allocates
 * nothing. One thread.
 */
final class ShadowReach {
  /** Corner i has the larger coordinate of axis a where bit a is set. */
  private static final int CORNERS = 8;

  /** Nearer to a lamp than this, metres, a thing may shade anything. */
  private static final double LEAST_DISTANCE = 0.02;

  private static final int EDGES = 12 + 12 + CORNERS;

  private final ScreenCells cells = new ScreenCells();
  private final Vector3d[] corners = new Vector3d[2 * CORNERS];
  private final Vector4d[] seen = new Vector4d[2 * CORNERS];
  private final Vector4d[] cut = new Vector4d[EDGES];
  private final Vector3d out = new Vector3d();
  private final Vector3d normal = new Vector3d();
  private final Vector3f corner = new Vector3f();
  private int cuts;

  ShadowReach() {
    for (int i = 0; i < 2 * CORNERS; i++) {
      corners[i] = new Vector3d();
      seen[i] = new Vector4d();
    }
    for (int i = 0; i < EDGES; i++) {
      cut[i] = new Vector4d();
    }
  }

  /** The cells marked so far. */
  ScreenCells cells() {
    return cells;
  }

  /** Begins anew. */
  void clear(Eyes eyes) {
    cells.clear(eyes.first().width(), eyes.first().height());
  }

  /**
   * Adds what casts a shadow.
   *
   * @param box in its own space
   * @param world from there to the world
   * @param key the light that casts it
   * @param scene where shadows end
   * @param soft by how much the shadow's edge is wider than the box, metres; of a lamp's, at one
   *     metre from it
   */
  void add(Aabb box, Matrix4fc world, PlacedLight key, Aabb scene, float soft, Eyes eyes) {
    place(box, world);
    if (key.hasPosition()) {
      widen(soft * farthestFrom(key.position()));
      double nearest = nearestTo(key.position());
      if (nearest < LEAST_DISTANCE) {
        cells.markAll();
        return;
      }
      drawOutFrom(key.position(), 1 + diagonal(scene) / nearest);
    } else {
      widen(soft);
      drawOutAlong(key.towards(), scene);
    }
    for (int eye = 0; eye < eyes.count(); eye++) {
      mark(eyes, eye);
    }
  }

  private void place(Aabb box, Matrix4fc world) {
    for (int i = 0; i < CORNERS; i++) {
      corner.set(
          (i & 1) == 0 ? box.minX() : box.maxX(),
          (i & 2) == 0 ? box.minY() : box.maxY(),
          (i & 4) == 0 ? box.minZ() : box.maxZ());
      corners[i].set(world.transformPosition(corner));
    }
  }

  private void widen(double margin) {
    for (int axis = 1; axis < CORNERS; axis <<= 1) {
      widen(axis, margin);
    }
  }

  /** Along the box's own axis, or the world's where the box has no extent along its own. */
  private void widen(int axis, double margin) {
    out.set(corners[axis]).sub(corners[0]);
    double length = out.length();
    if (length < 1e-9) {
      out.set(axis == 1 ? 1 : 0, axis == 2 ? 1 : 0, axis == 4 ? 1 : 0);
    } else {
      out.div(length);
    }
    for (int i = 0; i < CORNERS; i++) {
      corners[i].fma((i & axis) == 0 ? -margin : margin, out);
    }
  }

  private double farthestFrom(Vector3fc lamp) {
    double farthest = 0;
    for (int i = 0; i < CORNERS; i++) {
      farthest = Math.max(farthest, corners[i].distance(lamp.x(), lamp.y(), lamp.z()));
    }
    return farthest;
  }

  /** At most the distance from a lamp to the box; 0 where it is inside. */
  private double nearestTo(Vector3fc lamp) {
    double nearest = 0;
    for (int axis = 1; axis < CORNERS; axis <<= 1) {
      int one = axis == 1 ? 2 : 1;
      int other = axis == 4 ? 2 : 4;
      corners[other].sub(corners[0], out);
      corners[one].sub(corners[0], normal).cross(out);
      double length = normal.length();
      if (length > 1e-12) {
        out.set(lamp.x(), lamp.y(), lamp.z());
        double fromOne = out.sub(corners[0]).dot(normal) / length;
        out.set(lamp.x(), lamp.y(), lamp.z());
        double fromOther = out.sub(corners[axis]).dot(normal) / length;
        boolean isBetween = fromOne * fromOther <= 0;
        nearest =
            Math.max(nearest, isBetween ? 0 : Math.min(Math.abs(fromOne), Math.abs(fromOther)));
      }
    }
    return nearest;
  }

  /** Away from a sun, by as much as takes every point of the box out of the scene's. */
  private void drawOutAlong(Vector3fc towards, Aabb scene) {
    double length = diagonal(scene);
    length = Math.min(length, leaves(0, -towards.x(), scene.minX(), scene.maxX()));
    length = Math.min(length, leaves(1, -towards.y(), scene.minY(), scene.maxY()));
    length = Math.min(length, leaves(2, -towards.z(), scene.minZ(), scene.maxZ()));
    for (int i = 0; i < CORNERS; i++) {
      corners[CORNERS + i].set(towards).mul(-Math.max(0, length)).add(corners[i]);
    }
  }

  /** How far the last point of the box goes until it passes the scene's side of an axis. */
  private double leaves(int axis, double direction, double low, double high) {
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < CORNERS && direction != 0; i++) {
      double end = direction > 0 ? high : low;
      most = Math.max(most, (end - corners[i].get(axis)) / direction);
    }
    return direction == 0 ? Double.POSITIVE_INFINITY : most;
  }

  /** Away from a lamp, all by one factor, so that flat sides stay flat. */
  private void drawOutFrom(Vector3fc lamp, double factor) {
    for (int i = 0; i < CORNERS; i++) {
      var end = corners[CORNERS + i].set(corners[i]);
      end.sub(lamp.x(), lamp.y(), lamp.z()).mul(factor).add(lamp.x(), lamp.y(), lamp.z());
    }
  }

  private static double diagonal(Aabb scene) {
    double x = scene.maxX() - (double) scene.minX();
    double y = scene.maxY() - (double) scene.minY();
    double z = scene.maxZ() - (double) scene.minZ();
    return Math.sqrt(x * x + y * y + z * z);
  }

  private void mark(Eyes eyes, int eye) {
    DrawView view = eyes.view(eye);
    Vector3dc from = view.eye();
    Matrix4fc clip = eyes.clip(eye);
    for (int i = 0; i < 2 * CORNERS; i++) {
      var p = corners[i];
      seen[i].set(p.x - from.x(), p.y - from.y(), p.z - from.z(), 1).mul(clip);
    }
    cuts = 0;
    for (int i = 0; i < CORNERS; i++) {
      for (int axis = 1; axis < CORNERS; axis <<= 1) {
        if ((i & axis) == 0) {
          edge(i, i | axis, view);
          edge(CORNERS + i, CORNERS + (i | axis), view);
        }
      }
      edge(i, CORNERS + i, view);
    }
    for (int i = 0; i < cuts; i++) {
      for (int j = 0; j < i; j++) {
        edge(cut[i], cut[j]);
      }
    }
    cells.endShape();
  }

  /** An edge of the volume, as far as it lies ahead; where it is cut off there is a new corner. */
  private void edge(int one, int other, DrawView view) {
    var a = seen[one];
    var b = seen[other];
    double near = view.near();
    if (a.w < near && b.w < near) {
      return;
    }
    if (a.w >= near && b.w >= near) {
      edge(a, b);
      return;
    }
    var ahead = a.w >= near ? a : b;
    var behind = a.w >= near ? b : a;
    var end = behind.lerp(ahead, (near - behind.w) / (ahead.w - behind.w), cut[cuts++]);
    edge(end, ahead);
  }

  private void edge(Vector4d from, Vector4d to) {
    cells.edge(x(from), y(from), x(to), y(to));
  }

  private double x(Vector4d at) {
    return (at.x / at.w * 0.5 + 0.5) * cells.width();
  }

  private double y(Vector4d at) {
    return (at.y / at.w * 0.5 + 0.5) * cells.height();
  }
}
