package org.saccade.render.scene;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.joml.Matrix4f;
import org.joml.Quaternionf;
import org.joml.Vector3f;
import org.jspecify.annotations.Nullable;

/**
 * Nodes of the drawn scene: transforms, meshes, lights, instances, sounds, and which of them may
 * move.
 */
final class NodeReader {
  private static final String MOVABLE = "saccade_movable";

  private final SceneDocument document;
  private final NodeTree tree;
  private final LightReader lights;
  private final InstanceReader instances;
  private final Set<Integer> animated;
  private final SoundReader sounds;
  private final List<Node> nodes = new ArrayList<>();
  private final int[] indices;

  NodeReader(
      SceneDocument document,
      NodeTree tree,
      LightReader lights,
      InstanceReader instances,
      Set<Integer> animated,
      SoundReader sounds) {
    this.document = document;
    this.tree = tree;
    this.lights = lights;
    this.instances = instances;
    this.animated = animated;
    this.sounds = sounds;
    this.indices = new int[SceneDocument.list(document.gltf().getNodes()).size()];
    Arrays.fill(indices, -1);
  }

  /** Reads all nodes the scene reaches. */
  List<Node> read() throws SceneException {
    for (int n = 0; n < tree.count(); n++) {
      indices[tree.source(n)] = nodes.size();
      add(tree.source(n));
    }
    return nodes;
  }

  /** Where a node of the document is in the list read, or -1 where the scene does not reach it. */
  int index(int source) {
    return indices[source];
  }

  private void add(int source) throws SceneException {
    var from = document.gltf().getNodes().get(source);
    JsonNode json = document.json().path("nodes").path(source);
    String field = "nodes[" + source + "]";
    String name = from.getName() == null ? field : SceneException.oneLine(from.getName());
    int parent = tree.parent(source) < 0 ? -1 : indices[tree.parent(source)];
    boolean isMovable =
        animated.contains(source)
            || json.path("extras").path(MOVABLE).asBoolean(false)
            || (parent >= 0 && nodes.get(parent).movable());
    int mesh = mesh(from.getMesh(), field);
    if (from.getSkin() != null) {
      document.ignore("skins");
    }
    JsonNode spread = json.path("extensions").path(Extensions.INSTANCING);
    int light = lights.index(json, name, field);
    sounds.read(json, field, nodes.size());
    Transform local = transform(from, field);
    if (mesh < 0 || !spread.isObject()) {
      nodes.add(new Node(name, parent, local, mesh, light, isMovable));
      return;
    }
    int self = nodes.size();
    nodes.add(new Node(name, parent, local, -1, light, isMovable));
    for (Transform place : instances.read(spread, field)) {
      nodes.add(new Node(name, self, place, mesh, -1, isMovable));
    }
    document.limit("number of nodes and instances", nodes.size(), Limits.NODES);
  }

  private int mesh(@Nullable Integer mesh, String field) throws SceneException {
    if (mesh == null) {
      return -1;
    }
    document.at(document.gltf().getMeshes(), mesh, field + ".mesh", "meshes");
    return mesh;
  }

  private Transform transform(de.javagl.jgltf.impl.v2.Node from, String field)
      throws SceneException {
    if (from.getMatrix() != null) {
      float[] m = numbers(from.getMatrix(), 16, field + ".matrix");
      if (m[3] != 0 || m[7] != 0 || m[11] != 0 || m[15] != 1) {
        throw document.broken(field + ".matrix", "is not affine: its last row is not 0 0 0 1");
      }
      return new Transform.Affine(new Matrix4f().set(m).determineProperties());
    }
    if (from.getTranslation() == null && from.getRotation() == null && from.getScale() == null) {
      return Transform.IDENTITY;
    }
    float[] t = numbers(from.getTranslation(), 3, field + ".translation");
    float[] r = numbers(from.getRotation(), 4, field + ".rotation");
    float[] s = numbers(from.getScale(), 3, field + ".scale");
    return new Transform.Parts(
        from.getTranslation() == null ? new Vector3f() : new Vector3f(t),
        from.getRotation() == null ? new Quaternionf() : rotation(r, field),
        from.getScale() == null ? new Vector3f(1) : new Vector3f(s));
  }

  private Quaternionf rotation(float[] r, String field) throws SceneException {
    var rotation = new Quaternionf(r[0], r[1], r[2], r[3]).normalize();
    if (!rotation.isFinite()) {
      throw document.broken(field + ".rotation", "has no length");
    }
    return rotation;
  }

  private float[] numbers(float @Nullable [] values, int wanted, String field)
      throws SceneException {
    if (values == null) {
      return new float[wanted];
    }
    if (values.length != wanted) {
      throw document.broken(field, "has %d numbers instead of %d".formatted(values.length, wanted));
    }
    document.finite(field, values);
    return values;
  }
}
