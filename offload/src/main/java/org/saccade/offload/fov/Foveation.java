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
  private int screenLevel;

  Foveation(Recipe recipe, AcuitySettings acuity, ViewSet views) {
    this.recipe = recipe;
    this.acuity = acuity;
    this.views = views;
  }

  void set(Look look, ViewSet of) {
    views = of;
    isAbout = false;
    isUniform = false;
    screenLevel = levelOf(acuity.screenShare() * of.pixelsPerRadian());
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

  /** The level for a tile whose nearest point has this eccentricity, and of this half width. */
  int level(float nearestEccentricity, float halfWidth) {
    if (isUniform) {
      return screenLevel;
    }
    boolean isSharp = nearestEccentricity <= acuity.sharpRadians(errorRadians);
    double counts = nearestEccentricity + (isSharp ? 0 : acuity.tileShare() * halfWidth);
    return Math.min(screenLevel, levelOf(acuity.texelsPerRadian(counts, errorRadians)));
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

  /** The coarsest level with at least so many texels a radian in the middle of a face. */
  private int levelOf(double texelsPerRadian) {
    int level = 0;
    while (level < recipe.maxLevel()
        && Math.scalb(recipe.tilePixels() / 2.0, level) < texelsPerRadian) {
      level++;
    }
    return level;
  }
}
