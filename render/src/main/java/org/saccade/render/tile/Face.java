package org.saccade.render.tile;

import org.joml.Vector3f;
import org.joml.Vector3fc;

/**
 * One face of a cell's cube, in GL's order of names. Every face is a 90 degree camera: {@code
 * right} x {@code up} = -{@code forward}, so that a face is seen unmirrored from inside.
 */
@SuppressWarnings("ImmutableEnumChecker") // read-only views of vectors that nobody else holds
public enum Face {
  POSITIVE_X(0, new Vector3f(0, 0, 1), new Vector3f(0, 1, 0), new Vector3f(1, 0, 0)),
  NEGATIVE_X(1, new Vector3f(0, 0, -1), new Vector3f(0, 1, 0), new Vector3f(-1, 0, 0)),
  POSITIVE_Y(2, new Vector3f(1, 0, 0), new Vector3f(0, 0, 1), new Vector3f(0, 1, 0)),
  NEGATIVE_Y(3, new Vector3f(1, 0, 0), new Vector3f(0, 0, -1), new Vector3f(0, -1, 0)),
  POSITIVE_Z(4, new Vector3f(-1, 0, 0), new Vector3f(0, 1, 0), new Vector3f(0, 0, 1)),
  NEGATIVE_Z(5, new Vector3f(1, 0, 0), new Vector3f(0, 1, 0), new Vector3f(0, 0, -1));

  /** How many faces a cube has. */
  public static final int COUNT = 6;

  private static final Face[] ALL = values();

  private final int code;
  private final Vector3fc right;
  private final Vector3fc up;
  private final Vector3fc forward;

  Face(int code, Vector3fc right, Vector3fc up, Vector3fc forward) {
    this.code = code;
    this.right = right;
    this.up = up;
    this.forward = forward;
  }

  /** The face with this code, 0..5, without allocating. */
  public static Face of(int code) {
    return ALL[code];
  }

  /** Its number in addresses, on the wire and on disk: GL's order of cube map faces. */
  public int code() {
    return code;
  }

  /** World direction of growing u (columns). */
  public Vector3fc right() {
    return right;
  }

  /** World direction of growing v (rows count downwards, against it). */
  public Vector3fc up() {
    return up;
  }

  /** World direction through the face's middle. */
  public Vector3fc forward() {
    return forward;
  }
}
