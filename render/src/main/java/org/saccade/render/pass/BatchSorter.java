package org.saccade.render.pass;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.saccade.render.scene.AlphaMode;
import org.saccade.render.scene.MeshPrimitive;
import org.saccade.render.scene.Scene;
import org.saccade.render.scene.SceneInstances;
import org.saccade.render.scene.ScenePose;

/** Lists every chunk of every instance so that those which share state follow each other. */
final class BatchSorter {
  private final List<Entry> entries = new ArrayList<>();

  private record Entry(Chunk chunk, int instance, Batch state) {}

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
      for (Chunk chunk : meshes.chunks(instances.primitive(i))) {
        entries.add(new Entry(chunk, i, state));
      }
    }
    entries.sort(
        Comparator.comparing((Entry entry) -> entry.state().isBlended())
            .thenComparing(entry -> entry.state().isMovable())
            .thenComparing(entry -> entry.state().material())
            .thenComparing(entry -> entry.state().isMirrored())
            .thenComparing(entry -> entry.state().hasColours())
            .thenComparing(entry -> entry.chunk().firstIndex()));
  }

  Chunk[] chunks() {
    return entries.stream().map(Entry::chunk).toArray(Chunk[]::new);
  }

  int[] instances() {
    return entries.stream().mapToInt(Entry::instance).toArray();
  }

  List<Batch> batches() {
    var batches = new ArrayList<Batch>();
    int from = 0;
    for (int i = 1; i <= entries.size(); i++) {
      Batch state = entries.get(from).state();
      if (i == entries.size() || !entries.get(i).state().equals(state)) {
        batches.add(state.over(from, i));
        from = i;
      }
    }
    return batches;
  }
}
