package org.saccade.offload.fov;

import org.joml.Vector3fc;
import org.jspecify.annotations.Nullable;
import org.saccade.render.tile.Recipe;

/**
 * Which level a patch needs and how much it counts, by its eccentricity. With a measured gaze the
 * eccentricity is the angle to it; without one it is the angle to the views' axes and only orders:
 * the eye may be anywhere, so the whole view needs the screen's density. Reused; frame thread.
 */
final class Foveation {
  /** Error of a measured gaze and the fovea's own half width: fully sharp up to here. */
  private static final float FOVEA_RADIANS = (float) Math.toRadians(5);

  private final Recipe recipe;
  private @Nullable Vector3fc gaze;
  private ViewSet views;
  private int screenLevel;

  Foveation(Recipe recipe, ViewSet views) {
    this.recipe = recipe;
    this.views = views;
  }

  void set(@Nullable Vector3fc measuredGaze, ViewSet of) {
    gaze = measuredGaze;
    views = of;
    screenLevel = levelOf(of.pixelsPerRadian());
  }

  /** The angle of a unit direction from where the eye looks, or may look, radians. */
  float eccentricity(float x, float y, float z) {
    var at = gaze;
    float cosine = at == null ? views.cosineToAxis(x, y, z) : at.dot(x, y, z);
    return (float) Math.acos(Math.clamp(cosine, -1f, 1f));
  }

  /** The level that is fine enough for a patch whose nearest point has this eccentricity. */
  int level(float nearestEccentricity) {
    if (gaze == null) {
      return screenLevel;
    }
    double enough = Acuity.texelsPerRadian(nearestEccentricity - FOVEA_RADIANS);
    return Math.min(screenLevel, levelOf(enough));
  }

  /** Whether every direction counts alike, because nobody knows where the eye looks. */
  boolean isUniform() {
    return gaze == null;
  }

  /** How much a steradian counts at this eccentricity; 1 everywhere while uniform. */
  float weight(float eccentricity) {
    return isUniform() ? 1 : (float) Acuity.weight(eccentricity - FOVEA_RADIANS);
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
