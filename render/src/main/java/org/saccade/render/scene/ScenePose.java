package org.saccade.render.scene;

import java.util.stream.IntStream;
import org.joml.Matrix4f;
import org.joml.Matrix4fc;
import org.joml.Quaternionf;
import org.joml.Vector3f;
import org.jspecify.annotations.Nullable;

/**
 * Where every node of a scene is at one moment. Belongs to one thread; animating allocates nothing
 * and touches movable nodes only.
 */
public final class ScenePose {
  private final Scene scene;
  private final Matrix4f[] worlds;
  private final @Nullable Matrix4f[] placed;
  private final int[] movable;
  private final ChannelSampler[] samplers;
  private final Vector3f[] translations;
  private final Quaternionf[] rotations;
  private final Vector3f[] scales;
  private boolean isAnyPlaced;

  /** The scene at rest: every node at its own transform. */
  public ScenePose(Scene scene) {
    this.scene = scene;
    int count = scene.nodes().size();
    worlds = new Matrix4f[count];
    placed = new @Nullable Matrix4f[count];
    translations = new Vector3f[count];
    rotations = new Quaternionf[count];
    scales = new Vector3f[count];
    movable = IntStream.range(0, count).filter(i -> scene.nodes().get(i).movable()).toArray();
    samplers = ChannelSampler.all(scene);
    for (int i = 0; i < count; i++) {
      worlds[i] = scene.nodes().get(i).local().toMatrix(new Matrix4f());
      placeInParent(i);
    }
    for (ChannelSampler sampler : samplers) {
      split(sampler.node());
    }
  }

  /** Node to world, valid until the next {@link #sample}. */
  public Matrix4fc world(int node) {
    return worlds[node];
  }

  /**
   * Puts a movable node where a hand holds it; from the next {@link #sample} on it stays there,
   * with all below it, whatever animations say.
   */
  public void place(int node, Matrix4fc world) {
    if (!scene.nodes().get(node).movable()) {
      throw new IllegalArgumentException(
          "node %d (%s) stands still".formatted(node, scene.nodes().get(node).name()));
    }
    var place = placed[node];
    if (place == null) {
      place = new Matrix4f();
      placed[node] = place;
      isAnyPlaced = true;
    }
    place.set(world);
  }

  /** Moves the movable nodes to where all animations, each looping, put them at this time. */
  public void sample(double seconds) {
    if (samplers.length == 0 && !isAnyPlaced) {
      return;
    }
    for (ChannelSampler sampler : samplers) {
      int node = sampler.node();
      sampler.sample(seconds, translations[node], rotations[node], scales[node]);
    }
    for (int node : movable) {
      var place = placed[node];
      if (place == null) {
        animate(node);
      } else {
        worlds[node].set(place);
      }
    }
  }

  private void animate(int node) {
    if (rotations[node] == null) {
      scene.nodes().get(node).local().toMatrix(worlds[node]);
    } else {
      worlds[node].translationRotateScale(translations[node], rotations[node], scales[node]);
    }
    placeInParent(node);
  }

  private void placeInParent(int node) {
    int parent = scene.nodes().get(node).parent();
    if (parent >= 0) {
      worlds[parent].mulAffine(worlds[node], worlds[node]);
    }
  }

  private void split(int node) {
    Transform local = scene.nodes().get(node).local();
    if (local instanceof Transform.Parts parts) {
      translations[node] = new Vector3f(parts.translation());
      rotations[node] = new Quaternionf(parts.rotation());
      scales[node] = new Vector3f(parts.scale());
    } else {
      Matrix4f matrix = local.toMatrix(new Matrix4f());
      translations[node] = matrix.getTranslation(new Vector3f());
      rotations[node] = matrix.getUnnormalizedRotation(new Quaternionf());
      scales[node] = matrix.getScale(new Vector3f());
    }
  }
}
