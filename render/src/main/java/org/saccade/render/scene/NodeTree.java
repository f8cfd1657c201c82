package org.saccade.render.scene;

import de.javagl.jgltf.impl.v2.Node;
import java.util.Arrays;
import java.util.List;

/**
 * The order in which to read a document's nodes: those of its default scene, parents first. Refuses
 * cycles and nodes with two parents, whether or not the scene reaches them. Never recursive.
 */
final class NodeTree {
  private static final int NONE = -1;

  private final SceneDocument document;
  private final List<Node> nodes;
  private final int[] parents;
  private final int[] order;
  private int count;

  NodeTree(SceneDocument document, int scene) throws SceneException {
    this.document = document;
    this.nodes = SceneDocument.list(document.gltf().getNodes());
    document.limit("number of nodes", nodes.size(), Limits.NODES);
    this.parents = new int[nodes.size()];
    this.order = new int[nodes.size()];
    Arrays.fill(parents, NONE);
    findParents();
    refuseCycles();
    walk(scene);
  }

  /** How many nodes the scene has. */
  int count() {
    return count;
  }

  /** The document's index of the n-th node; parents have smaller n than their children. */
  int source(int n) {
    return order[n];
  }

  /** The document's index of a node's parent, or -1. */
  int parent(int source) {
    return parents[source];
  }

  private void findParents() throws SceneException {
    for (int parent = 0; parent < nodes.size(); parent++) {
      String field = "nodes[" + parent + "].children";
      for (Integer child : SceneDocument.list(nodes.get(parent).getChildren())) {
        document.at(nodes, child, field, "nodes");
        if (parents[child] != NONE) {
          throw document.broken(
              field, "names node %d, already a child of node %d".formatted(child, parents[child]));
        }
        parents[child] = parent;
      }
    }
  }

  /** With one parent a node at most, what no root reaches is a cycle. */
  private void refuseCycles() throws SceneException {
    int[] open = new int[nodes.size()];
    int filled = 0;
    for (int i = 0; i < parents.length; i++) {
      if (parents[i] == NONE) {
        open[filled++] = i;
      }
    }
    boolean[] isReached = new boolean[nodes.size()];
    for (int next = 0; next < filled; next++) {
      isReached[open[next]] = true;
      for (int child : SceneDocument.list(nodes.get(open[next]).getChildren())) {
        open[filled++] = child;
      }
    }
    for (int i = 0; i < isReached.length; i++) {
      if (!isReached[i]) {
        throw document.broken("nodes[" + i + "]", "is its own ancestor");
      }
    }
  }

  private void walk(int scene) throws SceneException {
    var scenes = SceneDocument.list(document.gltf().getScenes());
    boolean[] isListed = new boolean[nodes.size()];
    if (scenes.isEmpty()) {
      for (int i = 0; i < parents.length; i++) {
        if (parents[i] == NONE) {
          order[count++] = i;
        }
      }
    } else {
      String field = "scenes[" + scene + "].nodes";
      for (Integer root : SceneDocument.list(scenes.get(scene).getNodes())) {
        document.at(nodes, root, field, "nodes");
        if (isListed[root] || parents[root] != NONE) {
          String why = isListed[root] ? "twice" : "which is a child of node " + parents[root];
          throw document.broken(field, "names node %d, %s".formatted(root, why));
        }
        isListed[root] = true;
        order[count++] = root;
      }
    }
    for (int next = 0; next < count; next++) {
      for (int child : SceneDocument.list(nodes.get(order[next]).getChildren())) {
        order[count++] = child;
      }
    }
  }
}
