package org.saccade.render.pass;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.saccade.render.scene.AlphaMode;
import org.saccade.render.scene.MeshPrimitive;
import org.saccade.render.scene.Scene;

/**
 * A scene's meshes with fewer and fewer triangles over the same vertices, for whoever draws from
 * afar. Takes about two seconds of one core for a million triangles; any thread. Immutable.
 */
public final class MeshLevels {
  /** Smaller meshes cost little, and a draw of their own each. */
  private static final int FEWEST_TRIANGLES = 256;

  private final List<List<Level>> levels;

  /**
   * One of them.
   *
   * @param error how far its surface, or what is painted on it, strays from the mesh's; metres in
   *     the mesh's space
   */
  record Level(float error, ChunkedTriangles triangles) {}

  private MeshLevels(List<List<Level>> levels) {
    this.levels = levels;
  }

  /**
   * Simplifies every mesh that is worth it.
   *
   * @param isWanted asked before each; once it says no, the rest is left as it is
   */
  public static MeshLevels of(Scene scene, BooleanSupplier isWanted) {
    var all = new ArrayList<List<Level>>();
    for (var primitive : scene.primitives()) {
      boolean isDone = isWorthIt(primitive, scene) && isWanted.getAsBoolean();
      all.add(isDone ? MeshSimplifier.simplify(primitive) : List.of());
    }
    return new MeshLevels(List.copyOf(all));
  }

  /** What is blended is drawn in an order of its own and stays whole. */
  private static boolean isWorthIt(MeshPrimitive primitive, Scene scene) {
    return primitive.triangleCount() > FEWEST_TRIANGLES
        && scene.materials().get(primitive.material()).alphaMode() != AlphaMode.BLEND;
  }

  /** A primitive's levels, each coarser than the one before; the mesh itself is not among them. */
  List<Level> of(int primitive) {
    return levels.get(primitive);
  }

  /** How many indices all of them have. */
  long indexCount() {
    return levels.stream()
        .flatMap(List::stream)
        .mapToLong(level -> level.triangles().indices().size())
        .sum();
  }
}
