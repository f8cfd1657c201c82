package org.saccade.assets.world;

import org.saccade.assets.glb.Part;
import org.saccade.assets.mesh.Mesh;

/** A material in the scene and how many metres its texture spans. */
record Finish(int material, double metres) {
  Part on(Mesh mesh) {
    return new Part(metres == 1 ? mesh : mesh.texture(metres), material);
  }
}
