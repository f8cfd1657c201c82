package org.saccade.render.scene;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.joml.Matrix4f;
import org.saccade.render.tile.Fingerprint;

/** Puts a scene together from a parsed document, part by part. */
final class SceneBuilder {
  private final SceneDocument document;
  private final ExternalFiles files;
  private final Optional<ByteBuffer> binary;

  SceneBuilder(SceneDocument document, ExternalFiles files, Optional<ByteBuffer> binary) {
    this.document = document;
    this.files = files;
    this.binary = binary;
  }

  Scene build(Fingerprint fingerprint) throws SceneException {
    int drawn = drawnScene();
    var views = new BufferViews(document, files, binary);
    var accessors = new Accessors(document, views);
    var images = new ImageReader(document, views, files);
    var materials = new MaterialReader(document, new TextureReader(document, images));
    var lights = new LightReader(document);
    var animations = new AnimationReader(document, accessors);
    var extras = new ExtrasReader(document, drawn);
    var sounds = new SoundReader(document);
    var nodes =
        new NodeReader(
            document,
            new NodeTree(document, drawn),
            lights,
            new InstanceReader(document, accessors),
            animations.animatedNodes(),
            sounds);
    List<Node> allNodes = nodes.read();
    List<MeshPrimitive> primitives =
        new MeshReader(document, accessors, materials).read(usedMeshes(allNodes));
    return bounded(
        new Scene(
            name(),
            fingerprint,
            primitives,
            materials.materials(),
            images.images(),
            allNodes,
            lights.lights(extras.keyLight()),
            animations.read(nodes),
            sounds.sounds(),
            extras.environment(),
            extras.start(),
            Aabb.EMPTY));
  }

  private int drawnScene() throws SceneException {
    Integer chosen = document.gltf().getScene();
    if (chosen == null) {
      return 0;
    }
    document.at(document.gltf().getScenes(), chosen, "scene", "scenes");
    return chosen;
  }

  private String name() {
    Path last = document.file().getFileName();
    return SceneException.oneLine(String.valueOf(last)).replaceFirst("\\.(glb|gltf)$", "");
  }

  private boolean[] usedMeshes(List<Node> nodes) {
    boolean[] isUsed = new boolean[SceneDocument.list(document.gltf().getMeshes()).size()];
    for (Node node : nodes) {
      if (node.mesh() >= 0) {
        isUsed[node.mesh()] = true;
      }
    }
    return isUsed;
  }

  /** The scene with its bounds, having checked that all of it lies within reach. */
  private Scene bounded(Scene scene) throws SceneException {
    long count = SceneInstances.count(scene);
    document.limit("number of drawn instances", count, Limits.INSTANCES);
    var pose = new ScenePose(scene);
    for (int node = 0; node < scene.nodes().size(); node++) {
      var world = new Matrix4f(pose.world(node));
      if (!world.isFinite()) {
        throw tooFar(scene.nodes().get(node));
      }
    }
    Aabb bounds = Aabb.EMPTY;
    SceneInstances instances = SceneInstances.of(scene);
    for (int i = 0; i < instances.count(); i++) {
      Aabb local = scene.primitives().get(instances.primitive(i)).bounds();
      Aabb world = local.transformed(pose.world(instances.node(i)));
      if (!(world.reach() <= Limits.REACH)) {
        throw tooFar(scene.nodes().get(instances.node(i)));
      }
      bounds = bounds.union(world);
    }
    return scene.withBounds(bounds);
  }

  private SceneException tooFar(Node node) {
    return document.refused(
        "node " + node.name(),
        "reaches more than %,.0f m from the origin".formatted(Limits.REACH),
        "scale the scene to metres");
  }
}
