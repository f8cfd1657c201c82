package org.saccade.offload.fov;

import org.joml.Vector3f;
import org.joml.Vector3fc;
import org.saccade.render.tile.Recipe;

/**
 * Which level a patch needs and how much it counts, by its eccentricity. With a gaze that is the
 * angle to it, without one the angle to the views' axes. Where the eye may be anywhere it only
 * orders, and the whole view needs the screen's density. Reused; frame thread.
 */
final class Foveation {
  private final Recipe recipe;
  private final AcuitySettings acuity;
  private final Vector3f gaze = new Vector3f();
  private ViewSet views;
  private boolean isAbout;
  private boolean isUniform = true;
  private double errorRadians;

  Foveation(Recipe recipe, AcuitySettings acuity, ViewSet views) {
    this.recipe = recipe;
    this.acuity = acuity;
    this.views = views;
  }

  void set(Look look, ViewSet of) {
    views = of;
    isAbout = false;
    isUniform = false;
    switch (look) {
      case Look.Anywhere anywhere -> isUniform = true;
      case Look.Ahead(double error) -> errorRadians = error;
      case Look.At(var direction, double error) -> {
        gaze.set(direction);
        isAbout = true;
        errorRadians = error;
      }
    }
  }

  /** The angle of a unit direction from where the eye looks, or may look, radians. */
  float eccentricity(float x, float y, float z) {
    float cosine = isAbout ? gaze.dot(x, y, z) : views.cosineToAxis(x, y, z);
    return (float) Math.acos(Math.clamp(cosine, -1f, 1f));
  }

  /** How many directions are looked at: one gaze, or every view's axis. */
  int centres() {
    return isAbout ? 1 : views.size();
  }

  /** How far such a direction points along an axis of a face. */
  float along(int centre, Vector3fc axis) {
    return isAbout ? gaze.dot(axis) : views.forwardAlong(centre, axis);
  }

  /**
   * Whether a tile of this level is fine enough for the screen, or for the eye.
   *
   * @param stretch texels a radian in the tile, over those in the middle of its face
   * @param nearestEccentricity of its nearest point
   * @param halfWidth of the tile, radians
   * @param screenTexels texels a radian the screen can show there
   */
  boolean isEnough(
      int level, double stretch, float nearestEccentricity, float halfWidth, double screenTexels) {
    double texels = Math.scalb(recipe.tilePixels() / 2.0, level) * stretch;
    if (level >= recipe.maxLevel() || texels >= acuity.screenShare() * screenTexels) {
      return true;
    }
    boolean isSharp = nearestEccentricity <= acuity.sharpRadians(errorRadians);
    double counts = nearestEccentricity + (isSharp ? 0 : acuity.tileShare() * halfWidth);
    return !isUniform && texels >= acuity.texelsPerRadian(counts, errorRadians);
  }

  /** Whether every direction counts alike, because nobody knows where the eye looks. */
  boolean isUniform() {
    return isUniform;
  }

  /** How much a steradian counts at this eccentricity; 1 everywhere while uniform. */
  float weight(float eccentricity) {
    if (isUniform) {
      return 1;
    }
    double ratio =
        acuity.foveaRadians()
            / acuity.resolvedRadians(eccentricity - acuity.sharpRadians(errorRadians));
    return (float) (ratio * ratio);
  }
}
