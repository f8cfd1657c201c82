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

  /** Texels a pixel, along each axis, from which on a picture gains little. */
  private static final double SCREEN_SHARE = 1;

  private final Recipe recipe;
  private @Nullable Vector3fc gaze;
  private ViewSet views;

  Foveation(Recipe recipe, ViewSet views) {
    this.recipe = recipe;
    this.views = views;
  }

  void set(@Nullable Vector3fc measuredGaze, ViewSet of) {
    gaze = measuredGaze;
    views = of;
  }

  /** The angle of a unit direction from where the eye looks, or may look, radians. */
  float eccentricity(float x, float y, float z) {
    var at = gaze;
    float cosine = at == null ? views.cosineToAxis(x, y, z) : at.dot(x, y, z);
    return (float) Math.acos(Math.clamp(cosine, -1f, 1f));
  }

  /**
   * Whether a patch of this level is fine enough for the screen, or for the eye.
   *
   * @param stretch texels a radian at the patch, over those in the middle of its face
   * @param nearestEccentricity of its nearest point
   * @param screenTexels texels a radian the screen can show there
   */
  boolean isEnough(int level, double stretch, float nearestEccentricity, double screenTexels) {
    double texels = Math.scalb(recipe.tilePixels() / 2.0, level) * stretch;
    return level >= recipe.maxLevel()
        || texels >= SCREEN_SHARE * screenTexels
        || (gaze != null && texels >= Acuity.texelsPerRadian(nearestEccentricity - FOVEA_RADIANS));
  }

  /** Whether every direction counts alike, because nobody knows where the eye looks. */
  boolean isUniform() {
    return gaze == null;
  }

  /** How much a steradian counts at this eccentricity; 1 everywhere while uniform. */
  float weight(float eccentricity) {
    return isUniform() ? 1 : (float) Acuity.weight(eccentricity - FOVEA_RADIANS);
  }
}
