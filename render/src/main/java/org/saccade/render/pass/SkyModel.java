package org.saccade.render.pass;

import org.joml.Vector3f;
import org.joml.Vector3fc;
import org.saccade.render.scene.Environment;

/**
 * The sky's colours and the light it sheds. Radiance depends on height alone ({@code sky.glsl} has
 * the same formula), so the cosine-weighted mean over a hemisphere is a smooth function of the
 * normal's height: a parabola through three numerically integrated values serves.
 */
final class SkyModel {
  private static final int STEPS = 48;

  private final Vector3f zenith;
  private final Vector3f horizon;
  private final Vector3f ground;
  private final Vector3f[] ambient = {new Vector3f(), new Vector3f(), new Vector3f()};

  SkyModel(Environment environment) {
    zenith = new Vector3f(environment.zenith()).mul(environment.intensity());
    horizon = new Vector3f(environment.horizon()).mul(environment.intensity());
    ground = new Vector3f(environment.ground()).mul(environment.intensity());
    Vector3f down = meanAround(-1);
    Vector3f level = meanAround(0);
    Vector3f up = meanAround(1);
    ambient[0].set(level);
    ambient[1].set(up).sub(down).mul(0.5f);
    ambient[2].set(up).add(down).mul(0.5f).sub(level);
  }

  Vector3fc zenith() {
    return zenith;
  }

  Vector3fc horizon() {
    return horizon;
  }

  Vector3fc ground() {
    return ground;
  }

  /** Coefficient {@code power} (0..2) of the ambient radiance by the normal's height. */
  Vector3fc ambient(int power) {
    return ambient[power];
  }

  /** Radiance from a direction of height {@code y}, -1..1. */
  Vector3f radiance(float y) {
    float up = Math.max(y, 0);
    float down = Math.clamp(-6 * y, 0, 1);
    var above = new Vector3f(horizon).lerp(zenith, up * (2 - up));
    return above.lerp(ground, down * down * (3 - 2 * down));
  }

  /** Cosine-weighted mean radiance around a normal of height {@code y}. */
  private Vector3f meanAround(float y) {
    float side = (float) Math.sqrt(1 - y * y);
    var sum = new Vector3f();
    float weight = 0;
    for (int i = 0; i < STEPS; i++) {
      float height = -1 + 2 * (i + 0.5f) / STEPS;
      float across = (float) Math.sqrt(1 - height * height);
      for (int j = 0; j < STEPS; j++) {
        double around = 2 * Math.PI * (j + 0.5) / STEPS;
        float cosine = (float) (y * height + side * across * Math.cos(around));
        if (cosine > 0) {
          sum.fma(cosine, radiance(height));
          weight += cosine;
        }
      }
    }
    return sum.div(weight);
  }
}
