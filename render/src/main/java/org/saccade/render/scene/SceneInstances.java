package org.saccade.render.scene;

import java.util.ArrayList;
import java.util.List;

/**
 * Every (primitive, node) pair to draw: still ones first, then movable ones, each part ordered by
 * primitive, so that equal neighbours can be drawn as one instanced call. Immutable.
 */
public final class SceneInstances {
  private final int[] primitives;
  private final int[] nodes;
  private final int staticCount;

  private SceneInstances(int[] primitives, int[] nodes, int staticCount) {
    this.primitives = primitives;
    this.nodes = nodes;
    this.staticCount = staticCount;
  }

  /** Lists the instances of a scene. */
  public static SceneInstances of(Scene scene) {
    List<List<Integer>> nodesOfMesh = nodesOfMesh(scene);
    int[] primitives = new int[Math.toIntExact(count(scene, nodesOfMesh))];
    int[] nodes = new int[primitives.length];
    int still = fill(scene, nodesOfMesh, false, 0, primitives, nodes);
    fill(scene, nodesOfMesh, true, still, primitives, nodes);
    return new SceneInstances(primitives, nodes, still);
  }

  /** How many there are. */
  public int count() {
    return primitives.length;
  }

  /** Instances [0, staticCount) never move; the rest are movable. */
  public int staticCount() {
    return staticCount;
  }

  /** Index into {@link Scene#primitives}. */
  public int primitive(int instance) {
    return primitives[instance];
  }

  /** Index into {@link Scene#nodes}; its matrix is {@link ScenePose#world}. */
  public int node(int instance) {
    return nodes[instance];
  }

  public boolean isMovable(int instance) {
    return instance >= staticCount;
  }

  private static List<List<Integer>> nodesOfMesh(Scene scene) {
    var byMesh = new ArrayList<List<Integer>>();
    for (int i = 0; i < scene.nodes().size(); i++) {
      int mesh = scene.nodes().get(i).mesh();
      while (byMesh.size() <= mesh) {
        byMesh.add(new ArrayList<>());
      }
      if (mesh >= 0) {
        byMesh.get(mesh).add(i);
      }
    }
    return byMesh;
  }

  private static List<Integer> nodesOf(MeshPrimitive primitive, List<List<Integer>> byMesh) {
    return primitive.mesh() < byMesh.size() ? byMesh.get(primitive.mesh()) : List.of();
  }

  /** How many there would be; large for a hostile scene. */
  static long count(Scene scene) {
    return count(scene, nodesOfMesh(scene));
  }

  private static long count(Scene scene, List<List<Integer>> byMesh) {
    return scene.primitives().stream().mapToLong(p -> nodesOf(p, byMesh).size()).sum();
  }

  private static int fill(
      Scene scene,
      List<List<Integer>> byMesh,
      boolean movable,
      int from,
      int[] primitives,
      int[] nodes) {
    int next = from;
    for (int primitive = 0; primitive < scene.primitives().size(); primitive++) {
      for (int node : nodesOf(scene.primitives().get(primitive), byMesh)) {
        if (scene.nodes().get(node).movable() == movable) {
          primitives[next] = primitive;
          nodes[next++] = node;
        }
      }
    }
    return next;
  }
}
