package org.saccade.assets.glb;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.saccade.assets.mesh.Placement;
import org.saccade.assets.mesh.Turn;
import org.saccade.assets.mesh.Vec;

/** A node's transform and children as glTF says them. */
final class NodeJson {
  private static final Vec ONE = new Vec(1, 1, 1);

  private NodeJson() {}

  static void place(Map<String, Object> node, Placement placement) {
    if (!placement.move().equals(Vec.ZERO)) {
      node.put("translation", list(placement.move()));
    }
    Turn turn = placement.turn();
    if (!turn.equals(Turn.NONE)) {
      node.put("rotation", List.of(turn.x(), turn.y(), turn.z(), turn.w()));
    }
    if (!placement.scale().equals(ONE)) {
      node.put("scale", list(placement.scale()));
    }
  }

  @SuppressWarnings("unchecked") // only this method writes "children"
  static List<Integer> children(Map<String, Object> node) {
    return (List<Integer>) node.computeIfAbsent("children", key -> new ArrayList<Integer>());
  }

  @SuppressWarnings("unchecked") // only this method writes "extras"
  static Map<String, Object> extras(Map<String, Object> node) {
    return (Map<String, Object>)
        node.computeIfAbsent("extras", key -> new TreeMap<String, Object>());
  }

  static List<Double> list(Vec vec) {
    return List.of(vec.x(), vec.y(), vec.z());
  }
}
