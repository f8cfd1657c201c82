package org.saccade.render.scene;

import org.joml.Vector3fc;

/**
 * A light of KHR_lights_punctual; it shines along the -Z axis of the node that carries it.
 *
 * @param colour linear, without intensity
 * @param intensity lux for {@link Kind#DIRECTIONAL}, candela otherwise
 * @param range metres beyond which it is dark; infinite where the file gives none
 * @param innerConeAngle radians from the axis where a spot begins to fade
 * @param outerConeAngle radians from the axis where a spot is dark
 * @param key whether this is the scene's key light, which casts shadows
 */
public record SceneLight(
    String name,
    Kind kind,
    Vector3fc colour,
    float intensity,
    float range,
    float innerConeAngle,
    float outerConeAngle,
    boolean key) {

  SceneLight asKey() {
    return new SceneLight(
        name, kind, colour, intensity, range, innerConeAngle, outerConeAngle, true);
  }

  /** The three shapes of light. */
  public enum Kind {
    DIRECTIONAL,
    POINT,
    SPOT
  }
}
