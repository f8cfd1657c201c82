package org.saccade.render.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.joml.Matrix4f;
import org.junit.jupiter.api.Test;
import org.saccade.render.scene.Material;
import org.saccade.render.scene.MeshPrimitive;
import org.saccade.render.scene.Scene;
import org.saccade.render.tile.Floats;
import org.saccade.render.tile.Ints;

/** Simplified meshes, by meshoptimizer itself. */
final class MeshLevelsTest {
  private static final Material PAINT = SceneBuilder.paint(1, 1, 1);

  private static Scene of(MeshPrimitive shape, Material material) {
    return new SceneBuilder().add(shape, material, new Matrix4f()).build();
  }

  private static List<MeshLevels.Level> levels(MeshPrimitive shape, Material material) {
    return MeshLevels.of(of(shape, material), () -> true).of(0);
  }

  private static MeshPrimitive with(MeshPrimitive shape, Floats positions, Floats normals) {
    return new MeshPrimitive(
        0,
        0,
        positions,
        normals,
        shape.tangents(),
        shape.uv0(),
        shape.uv1(),
        shape.colours(),
        shape.indices(),
        shape.bounds());
  }

  @Test
  void eachLevelHasFewerTrianglesAndStraysFarther() {
    var ball = Shapes.ball();
    var levels = levels(ball, PAINT);
    assertTrue(levels.size() >= 3, levels.size() + " levels");
    int triangles = ball.triangleCount();
    float error = 0;
    for (var level : levels) {
      int now = level.triangles().indices().size() / 3;
      assertTrue(now > 0 && now <= 0.75 * triangles, now + " of " + triangles);
      assertTrue(level.error() >= error, level.error() + " after " + error);
      triangles = now;
      error = level.error();
    }
    assertTrue(levels.getFirst().error() > 0 && levels.getFirst().error() < 0.1);
  }

  @Test
  void everyLevelUsesTheMeshesOwnVertices() {
    var ball = Shapes.ball();
    for (var level : levels(ball, PAINT)) {
      int[] indices = level.triangles().indices().toArray();
      assertTrue(Arrays.stream(indices).allMatch(i -> i >= 0 && i < ball.vertexCount()));
      int counted = level.triangles().parts().stream().mapToInt(part -> part.count()).sum();
      assertEquals(indices.length, counted);
    }
  }

  @Test
  void anErrorBoundsHowFarTheSurfaceMoved() {
    var ball = Shapes.ball();
    for (var level : levels(ball, PAINT)) {
      double deepest = 0;
      var indices = level.triangles().indices();
      for (int t = 0; t < indices.size(); t += 3) {
        double[] middle = new double[3];
        for (int i = 0; i < 9; i++) {
          middle[i % 3] += ball.positions().get(3 * indices.get(t + i / 3) + i % 3) / 3;
        }
        deepest = Math.max(deepest, 1 - Math.hypot(Math.hypot(middle[0], middle[1]), middle[2]));
      }
      assertTrue(deepest < 3 * level.error() + 0.01, deepest + " m, error " + level.error());
    }
  }

  @Test
  void smallMeshesAndBlendedOnesStayWhole() {
    assertTrue(levels(Shapes.square(), PAINT).isEmpty());
    assertTrue(levels(Shapes.ball(), SceneBuilder.glow(1, 1, 1, 0.5f)).isEmpty());
    assertFalse(levels(Shapes.ball(), SceneBuilder.cutOut(1, 1, 1)).isEmpty());
  }

  @Test
  void aMeshWithoutExtentStaysWhole() {
    var ball = Shapes.ball();
    var point = Floats.wrap(new float[ball.positions().size()]);
    assertTrue(levels(with(ball, point, ball.normals()), PAINT).isEmpty());
  }

  @Test
  void trianglesThatShareNoVertexStayWhole() {
    var ball = Shapes.ball();
    int corners = ball.indices().size();
    float[] positions = new float[3 * corners];
    float[] normals = new float[3 * corners];
    for (int i = 0; i < 3 * corners; i++) {
      positions[i] = 10 * (i / 9) + ball.positions().get(3 * ball.indices().get(i / 3) + i % 3);
      normals[i] = ball.normals().get(3 * ball.indices().get(i / 3) + i % 3);
    }
    var loose =
        new MeshPrimitive(
            0,
            0,
            Floats.wrap(positions),
            Floats.wrap(normals),
            Floats.EMPTY,
            Floats.EMPTY,
            Floats.EMPTY,
            Floats.EMPTY,
            Ints.wrap(IntStream.range(0, corners).toArray()),
            ball.bounds());
    assertTrue(levels(loose, PAINT).isEmpty());
  }

  @Test
  void givesUpWhenNobodyWantsThemAnyMore() {
    assertTrue(MeshLevels.of(of(Shapes.ball(), PAINT), () -> false).of(0).isEmpty());
  }
}
