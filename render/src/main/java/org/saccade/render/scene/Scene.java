package org.saccade.render.scene;

import java.util.List;
import org.saccade.render.tile.Fingerprint;

/**
 * All that is drawn, immutable; any thread may read it.
 *
 * @param fingerprint SHA-256 over the file, then every external file in order of first mention
 * @param bounds world box of everything at rest; empty when nothing is drawn
 */
public record Scene(
    String name,
    Fingerprint fingerprint,
    List<MeshPrimitive> primitives,
    List<Material> materials,
    List<TextureImage> images,
    List<Node> nodes,
    List<SceneLight> lights,
    List<Animation> animations,
    List<SceneSound> sounds,
    Environment environment,
    StartPose start,
    Aabb bounds) {
  public Scene {
    primitives = List.copyOf(primitives);
    materials = List.copyOf(materials);
    images = List.copyOf(images);
    nodes = List.copyOf(nodes);
    lights = List.copyOf(lights);
    animations = List.copyOf(animations);
    sounds = List.copyOf(sounds);
  }

  /** Triangles in the file, each mesh counted once. */
  public long triangleCount() {
    return primitives.stream().mapToLong(MeshPrimitive::triangleCount).sum();
  }

  /** Triangles of the whole scene drawn, each mesh counted as often as a node shows it. */
  public long drawnTriangleCount() {
    var all = SceneInstances.of(this);
    long triangles = 0;
    for (int i = 0; i < all.count(); i++) {
      triangles += primitives.get(all.primitive(i)).triangleCount();
    }
    return triangles;
  }

  Scene withBounds(Aabb known) {
    return new Scene(
        name,
        fingerprint,
        primitives,
        materials,
        images,
        nodes,
        lights,
        animations,
        sounds,
        environment,
        start,
        known);
  }
}
