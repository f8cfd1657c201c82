package org.saccade.render.scene;

import org.joml.Vector3fc;
import org.saccade.assets.sound.Sound;

/**
 * A sound that stands in the scene. Within {@code radius} it is at its loudest; beyond it falls
 * with the distance, to a half at twice the radius (OpenAL's inverse distance, clamped).
 *
 * @param node index of the node it moves with
 * @param at where in the node's space
 * @param gain 0 to 1
 * @param radius metres in the world
 * @param isLooping it repeats; otherwise it is heard once, at the start
 */
public record SceneSound(
    int node, Sound sound, Vector3fc at, float gain, float radius, boolean isLooping) {}
