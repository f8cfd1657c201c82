package org.saccade.render.pass;

import org.joml.Matrix3f;
import org.joml.Matrix4f;
import org.joml.Matrix4fc;
import org.joml.Vector3d;
import org.joml.Vector3dc;
import org.joml.Vector3f;
import org.joml.Vector3fc;
import org.jspecify.annotations.Nullable;
import org.saccade.render.gpu.Program;

/**
 * The one view of a draw, or the two of a stereo target's pass: the first and the other. Vertices
 * are placed relative to their own eye, so that each is drawn as it would be alone; lights, culling
 * and sorting are relative to the first eye for both. Reused; belongs to the renderer's thread.
 */
final class Eyes {
  private static final DrawView NOWHERE =
      new DrawView(new Matrix4f(), new Vector3d(), new Matrix4f(), 1, 1, 1);

  private final Matrix4f clip = new Matrix4f();
  private final Matrix4f otherClip = new Matrix4f();
  private final Matrix4f otherClipFromFirst = new Matrix4f();
  private final Vector3f apart = new Vector3f();
  private final Matrix3f viewFromScreen = new Matrix3f();
  private final Matrix3f worldFromScreen = new Matrix3f();
  private DrawView first = NOWHERE;
  private @Nullable DrawView other;

  /** Takes a single view. */
  Eyes set(DrawView view) {
    first = view;
    other = null;
    view.projection().mul(view.rotation(), clip);
    return this;
  }

  /** Takes two views of the same near plane and size. */
  Eyes set(DrawView left, DrawView right) {
    if (left.near() != right.near()
        || left.width() != right.width()
        || left.height() != right.height()) {
      throw new IllegalArgumentException(
          "the eyes' views have near planes %s and %s and sizes %dx%d and %dx%d; expected equal ones"
              .formatted(
                  left.near(),
                  right.near(),
                  left.width(),
                  left.height(),
                  right.width(),
                  right.height()));
    }
    set(left);
    other = right;
    right.projection().mul(right.rotation(), otherClip);
    Vector3dc from = left.eye();
    Vector3dc to = right.eye();
    apart.set(
        (float) (to.x() - from.x()), (float) (to.y() - from.y()), (float) (to.z() - from.z()));
    otherClip.translate(-apart.x, -apart.y, -apart.z, otherClipFromFirst);
    return this;
  }

  /** 1, or 2 where instances alternate between the eyes. */
  int count() {
    return other == null ? 1 : 2;
  }

  /** The single view or the first. */
  DrawView first() {
    return first;
  }

  @Nullable DrawView other() {
    return other;
  }

  /** The view of an eye: 0 is the first. */
  DrawView view(int eye) {
    DrawView second = other;
    return eye == 0 || second == null ? first : second;
  }

  /** From positions relative to the eye to its clip space. */
  Matrix4fc clip(int eye) {
    return eye == 0 ? clip : otherClip;
  }

  /** From positions relative to the first eye to the other's clip space; null without another. */
  @Nullable Matrix4fc otherClipFromFirst() {
    return other == null ? null : otherClipFromFirst;
  }

  /** Where the other eye is relative to the first. */
  Vector3fc apart() {
    return apart;
  }

  /** Tells a program what world directions the places of the screen show. */
  void setFromScreen(Program program) {
    program.set("worldFromScreen", worldFromScreen(first));
    DrawView second = other;
    if (second != null) {
      program.set("otherFromScreen", worldFromScreen(second));
    }
  }

  /** From (x, y, 1) in normalised device coordinates to a direction; good until the next call. */
  private Matrix3f worldFromScreen(DrawView view) {
    Matrix4fc p = view.projection();
    viewFromScreen.set(
        1 / p.m00(), 0, 0, 0, 1 / p.m11(), 0, p.m20() / p.m00(), p.m21() / p.m11(), -1);
    return view.rotation().get3x3(worldFromScreen).transpose().mul(viewFromScreen);
  }
}
