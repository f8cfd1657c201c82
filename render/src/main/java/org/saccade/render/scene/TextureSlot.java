package org.saccade.render.scene;

import org.joml.Matrix3x2f;
import org.joml.Matrix3x2fc;

/**
 * A texture as one material uses it.
 *
 * @param image index into {@link Scene#images}
 * @param texCoord 0 or 1: which coordinates of the vertex
 * @param uvTransform applied to the coordinates before sampling (KHR_texture_transform)
 */
public record TextureSlot(int image, Sampler sampler, int texCoord, Matrix3x2fc uvTransform) {
  /** Coordinates as they are. */
  public static final Matrix3x2fc NO_TRANSFORM = new Matrix3x2f();
}
