package org.saccade.render.scene;

import org.joml.Vector3f;
import org.joml.Vector3fc;

/**
 * Sky, ambient light and exposure, fixed for a scene. Colours are linear radiance before {@code
 * intensity}; the sky is both seen and used as ambient light.
 *
 * @param exposure factor applied before tone mapping
 * @param zenith straight up
 * @param horizon level
 * @param ground straight down
 * @param intensity factor on all three
 */
public record Environment(
    float exposure, Vector3fc zenith, Vector3fc horizon, Vector3fc ground, float intensity) {
  /** A clear, neutral day for files that say nothing. */
  public static final Environment STANDARD =
      new Environment(
          1,
          new Vector3f(0.25f, 0.42f, 0.75f),
          new Vector3f(0.75f, 0.82f, 0.9f),
          new Vector3f(0.28f, 0.26f, 0.24f),
          1);
}
