package org.saccade.render.pass;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.saccade.render.scene.AlphaMode;
import org.saccade.render.scene.MeshPrimitive;
import org.saccade.render.scene.Scene;
import org.saccade.render.scene.SceneInstances;
import org.saccade.render.scene.ScenePose;

/**
 * Lists every instance so that those which share state follow each other, and every chunk of each
 * of its levels.
 */
final class BatchSorter {
  private final List<Placed> placed = new ArrayList<>();

  private record Placed(int instance, List<SceneMeshes.Level> levels, Batch state) {
    int firstIndex() {
      return levels.getFirst().chunks().isEmpty()
          ? 0
          : levels.getFirst().chunks().getFirst().firstIndex();
    }
  }

  BatchSorter(Scene scene, SceneInstances instances, SceneMeshes meshes, ScenePose pose) {
    for (int i = 0; i < instances.count(); i++) {
      MeshPrimitive primitive = scene.primitives().get(instances.primitive(i));
      boolean isBlended =
          scene.materials().get(primitive.material()).alphaMode() == AlphaMode.BLEND;
      boolean isMirrored = pose.world(instances.node(i)).determinant3x3() < 0;
      boolean hasColours = !primitive.colours().isEmpty();
      var state =
          new Batch(
              primitive.material(),
              isMirrored,
              instances.isMovable(i),
              isBlended,
              hasColours,
              0,
              0);
      placed.add(new Placed(i, meshes.levels(instances.primitive(i)), state));
    }
    placed.sort(
        Comparator.comparing((Placed one) -> one.state().isBlended())
            .thenComparing(one -> one.state().isMovable())
            .thenComparing(one -> one.state().material())
            .thenComparing(one -> one.state().isMirrored())
            .thenComparing(one -> one.state().hasColours())
            .thenComparing(Placed::firstIndex));
  }

  /** What is to be drawn, in the order of the batches. */
  DrawEntries entries() {
    var entries = new DrawEntries.Filling();
    for (var one : placed) {
      entries.add(one.instance(), one.levels());
    }
    return entries.done();
  }

  List<Batch> batches() {
    var batches = new ArrayList<Batch>();
    int from = 0;
    for (int i = 1; i <= placed.size(); i++) {
      Batch state = placed.get(from).state();
      if (i == placed.size() || !placed.get(i).state().equals(state)) {
        batches.add(state.over(from, i));
        from = i;
      }
    }
    return batches;
  }
}
