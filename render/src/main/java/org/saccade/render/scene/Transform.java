package org.saccade.render.scene;

import org.joml.Matrix4f;
import org.joml.Matrix4fc;
import org.joml.Quaternionf;
import org.joml.Quaternionfc;
import org.joml.Vector3f;
import org.joml.Vector3fc;

/**
 * A node's place in its parent: translation x rotation x scale, or any affine matrix. Metres and
 * unit quaternions. The parts must not be written after being handed in.
 */
public sealed interface Transform {
  /** No movement at all. */
  Transform IDENTITY = new Parts(new Vector3f(), new Quaternionf(), new Vector3f(1));

  /** Writes this transform over {@code dest}. */
  Matrix4f toMatrix(Matrix4f dest);

  /** Translation, rotation and scale, applied from the last to the first. */
  record Parts(Vector3fc translation, Quaternionfc rotation, Vector3fc scale) implements Transform {
    @Override
    public Matrix4f toMatrix(Matrix4f dest) {
      return dest.translationRotateScale(translation, rotation, scale);
    }
  }

  /** An affine matrix, which may shear. */
  record Affine(Matrix4fc matrix) implements Transform {
    @Override
    public Matrix4f toMatrix(Matrix4f dest) {
      return dest.set(matrix);
    }
  }
}
