package org.saccade.render.pass;

import org.joml.Matrix4fc;
import org.joml.Vector3f;
import org.joml.Vector3fc;
import org.saccade.render.scene.SceneLight;

/**
 * A light where its node put it.
 *
 * @param towards unit, against the way it shines
 * @param colour times intensity
 * @param range metres beyond which it is dark
 * @param spotScale with {@code spotOffset}: how the cosine from the axis becomes the cone's edge
 */
record PlacedLight(
    SceneLight source,
    Vector3fc position,
    Vector3fc towards,
    Vector3fc colour,
    float range,
    float spotScale,
    float spotOffset) {
  /** Light weaker than this, after exposure, is not seen. */
  private static final float FAINTEST = 0.004f;

  static PlacedLight of(SceneLight light, Matrix4fc world, float exposure) {
    var colour = new Vector3f(light.colour()).mul(light.intensity());
    float strongest = Math.max(colour.x, Math.max(colour.y, colour.z));
    float reach = (float) Math.sqrt(Math.max(strongest * exposure, 1e-9) / FAINTEST);
    float range = light.range() > 0 ? Math.min(light.range(), 4 * reach) : reach;
    float scale = 0;
    float offset = 1;
    if (light.kind() == SceneLight.Kind.SPOT) {
      double inner = Math.cos(light.innerConeAngle());
      double outer = Math.cos(light.outerConeAngle());
      scale = (float) (1 / Math.max(0.001, inner - outer));
      offset = (float) (-outer * scale);
    }
    return new PlacedLight(
        light,
        world.getTranslation(new Vector3f()),
        world.transformDirection(new Vector3f(0, 0, 1)).normalize(),
        colour,
        range,
        scale,
        offset);
  }

  boolean hasPosition() {
    return source.kind() != SceneLight.Kind.DIRECTIONAL;
  }

  float inverseRangeSquared() {
    return 1 / (range * range);
  }

  /** Whether its light may reach a ball. */
  boolean reaches(float x, float y, float z, float radius) {
    float dx = x - position.x();
    float dy = y - position.y();
    float dz = z - position.z();
    float squared = dx * dx + dy * dy + dz * dz;
    if (squared > (range + radius) * (range + radius)) {
      return false;
    }
    if (source.kind() != SceneLight.Kind.SPOT) {
      return true;
    }
    float along = -(dx * towards.x() + dy * towards.y() + dz * towards.z());
    double across = Math.sqrt(Math.max(0, squared - along * along));
    double outside =
        Math.cos(source.outerConeAngle()) * across - along * Math.sin(source.outerConeAngle());
    return outside <= radius && along >= -radius;
  }
}
