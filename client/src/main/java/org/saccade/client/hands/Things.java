package org.saccade.client.hands;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.joml.Matrix4f;
import org.saccade.render.scene.Aabb;
import org.saccade.render.scene.Scene;
import org.saccade.render.scene.SceneInstances;
import org.saccade.render.scene.ScenePose;

/** Finds what of a scene hands can touch: its movable nodes, each topmost or marked. Pure. */
public final class Things {
  /** So many are looked at in a frame; a scene with more keeps its first ones. */
  static final int MOST = 1_000;

  private Things() {}

  /** The things of a scene; those inside others come after them. */
  public static List<Thing> of(Scene scene) {
    var rest = new ScenePose(scene);
    int[] owners = owners(scene);
    var boxes = new Aabb[scene.nodes().size()];
    Arrays.fill(boxes, Aabb.EMPTY);
    var instances = SceneInstances.of(scene);
    for (int i = instances.staticCount(); i < instances.count(); i++) {
      var drawn = scene.primitives().get(instances.primitive(i)).bounds();
      for (int owner = owners[instances.node(i)]; owner >= 0; owner = above(scene, owners, owner)) {
        var toOwner = new Matrix4f(rest.world(owner)).invertAffine();
        toOwner.mulAffine(rest.world(instances.node(i)));
        boxes[owner] = boxes[owner].union(drawn.transformed(toOwner));
      }
    }
    var things = new ArrayList<Thing>();
    for (int node = 0; node < boxes.length && things.size() < MOST; node++) {
      if (!boxes[node].isEmpty()) {
        things.add(new Thing(node, scene.nodes().get(node).grabbable(), boxes[node]));
      }
    }
    return List.copyOf(things);
  }

  /** For each node the innermost thing it is part of, or -1. */
  private static int[] owners(Scene scene) {
    int[] owners = new int[scene.nodes().size()];
    for (int i = 0; i < owners.length; i++) {
      var node = scene.nodes().get(i);
      boolean isInside = node.parent() >= 0 && owners[node.parent()] >= 0;
      boolean isThing = node.movable() && (!isInside || node.grabbable());
      owners[i] = isThing ? i : isInside ? owners[node.parent()] : -1;
    }
    return owners;
  }

  private static int above(Scene scene, int[] owners, int thing) {
    int parent = scene.nodes().get(thing).parent();
    return parent < 0 ? -1 : owners[parent];
  }
}
