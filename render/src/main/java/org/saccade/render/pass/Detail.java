package org.saccade.render.pass;

import org.joml.Vector3fc;

/**
 * How coarse the meshes of a view may be: what is lost must stay smaller than what its pixels, or
 * the eye beside where it looks, can show. Pure.
 *
 * @param allowance by how much more may be lost; 1 for a picture that no pixel tells from the whole
 * @param gaze where the eye looks, a unit direction in the world
 * @param foveaRadians the smallest angle it resolves there; 0 where the eye is not known
 * @param slope by how much that grows with the angle from there; 0 where the eye is not known
 * @param pass whose levels of the picture before are held: one of the constants below
 */
public record Detail(
    double allowance, Vector3fc gaze, double foveaRadians, double slope, int pass) {
  /** Of a picture that follows no other: what was drawn before does not matter. */
  public static final int ALONE = 0;

  /** Of the whole view. */
  public static final int VIEW = 1;

  /** Of what tiles leave to the device. */
  public static final int BESIDE_TILES = 2;

  /** Of the whole view, coarse, where an inset follows. */
  public static final int PERIPHERY = 3;

  /** Of the part of the view that is looked at. */
  public static final int INSET = 4;

  /** How many kinds of passes there are. */
  static final int PASSES = 5;

  /** Of a pixel, or of the smallest angle resolved. */
  private static final double SHARE = 0.3;

  /** A coarser level is taken only where it loses this much less than allowed. */
  private static final double MARGIN = 0.8;

  public Detail {
    if (!(allowance >= 1 && foveaRadians >= 0 && slope >= 0)) {
      throw new IllegalArgumentException(
          "detail has allowance %s, fovea %s and slope %s; expected at least 1, 0 and 0"
              .formatted(allowance, foveaRadians, slope));
    }
    if (pass < 0 || pass >= PASSES) {
      throw new IllegalArgumentException(
          "detail is of pass %d; expected 0..%d".formatted(pass, PASSES - 1));
    }
  }

  /** The same of another pass; one alone stays alone. */
  public Detail of(int other) {
    return pass == ALONE || pass == other
        ? this
        : new Detail(allowance, gaze, foveaRadians, slope, other);
  }

  /**
   * The angle that may be lost.
   *
   * @param pixelRadians of a pixel in the middle of the view
   * @param cosine of the angle from the view's axis, where pixels are narrower
   * @param eccentricity from the gaze, of the nearest that is seen of the mesh; radians
   */
  double lostRadians(double pixelRadians, double cosine, double eccentricity) {
    double pixel = pixelRadians * cosine * cosine;
    double resolved = foveaRadians + slope * Math.max(0, eccentricity);
    return allowance * SHARE * Math.max(pixel, resolved);
  }

  /**
   * The coarsest level that loses no more than allowed.
   *
   * @param errors of a mesh's levels, finest first, never falling
   * @param first of the mesh's
   * @param count of the mesh's; level 0 is the whole mesh
   * @param allowed in the same unit
   * @param held the level shown last, which a change by a hair does not undo
   */
  static int level(float[] errors, int first, int count, double allowed, int held) {
    int level = 0;
    while (level + 1 < count) {
      double limit = level + 1 > held ? MARGIN * allowed : allowed;
      if (errors[first + level + 1] > limit) {
        break;
      }
      level++;
    }
    return level;
  }
}
