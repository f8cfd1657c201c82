package org.saccade.render.pass;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.saccade.render.scene.AlphaMode;
import org.saccade.render.scene.MeshPrimitive;
import org.saccade.render.scene.Scene;
import org.saccade.render.tile.Floats;

/**
 * A scene's meshes with fewer and fewer triangles over the same vertices, for whoever draws from
 * afar. Takes about two seconds of one core for a million triangles; any thread. Immutable.
 *
 * <p>Meshes that are small or blended stay whole, and so do those with a texture that lies by
 * second coordinates, for {@link MeshSimplifier} does not count how far it would slide.
 */
public final class MeshLevels {
  /** Smaller meshes cost little, and a draw of their own each. */
  private static final int FEWEST_TRIANGLES = 256;

  /** What one buffer holds of whole meshes and all levels together. */
  private static final long MOST_INDICES = Integer.MAX_VALUE / Integer.BYTES;

  private final List<List<Level>> levels;

  /**
   * One of them.
   *
   * @param error how far its surface, or what is painted on it, strays from the mesh's; metres in
   *     the mesh's space. It is a mean over the planes round a vertex: a single vertex of the mesh
   *     can lie half as far again from the level
   */
  record Level(float error, ChunkedTriangles triangles) {}

  private MeshLevels(List<List<Level>> levels) {
    this.levels = levels;
  }

  /**
   * Simplifies every mesh that is worth it, as long as there is room.
   *
   * @param isWanted asked before each; once it says no, the rest is left as it is
   */
  public static MeshLevels of(Scene scene, BooleanSupplier isWanted) {
    return of(scene, isWanted, MOST_INDICES);
  }

  /** The same with another bound on the indices of whole meshes and all levels together. */
  static MeshLevels of(Scene scene, BooleanSupplier isWanted, long mostIndices) {
    long room = mostIndices;
    for (var primitive : scene.primitives()) {
      room -= primitive.indices().size();
    }
    var all = new ArrayList<List<Level>>();
    for (var primitive : scene.primitives()) {
      boolean isDone = room > 0 && isWorthIt(primitive, scene) && isWanted.getAsBoolean();
      List<Level> made = isDone ? MeshSimplifier.simplify(primitive) : List.of();
      boolean isFitting = indexCount(made) <= room;
      all.add(isFitting ? made : List.of());
      room -= isFitting ? indexCount(made) : 0;
    }
    return new MeshLevels(List.copyOf(all));
  }

  /** What is blended is drawn in an order of its own and stays whole. */
  private static boolean isWorthIt(MeshPrimitive primitive, Scene scene) {
    var material = scene.materials().get(primitive.material());
    return primitive.triangleCount() > FEWEST_TRIANGLES
        && material.alphaMode() != AlphaMode.BLEND
        && !(material.reads(1) && saysMore(primitive.uv1(), primitive.uv0()));
  }

  /** Whether second texture coordinates are neither the first nor all one point. */
  private static boolean saysMore(Floats second, Floats first) {
    for (int i = 2; i < second.size() && !second.equals(first); i++) {
      if (second.get(i) != second.get(i - 2)) {
        return true;
      }
    }
    return false;
  }

  /** A primitive's levels, each coarser than the one before; the mesh itself is not among them. */
  List<Level> of(int primitive) {
    return levels.get(primitive);
  }

  /** How many indices all of them have. */
  long indexCount() {
    return levels.stream().mapToLong(MeshLevels::indexCount).sum();
  }

  private static long indexCount(List<Level> some) {
    return some.stream().mapToLong(level -> level.triangles().indices().size()).sum();
  }
}
