package org.saccade.render.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.joml.Intersectiond;
import org.joml.Matrix4f;
import org.joml.Vector3d;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saccade.render.scene.AlphaMode;
import org.saccade.render.scene.Material;
import org.saccade.render.scene.MeshPrimitive;
import org.saccade.render.scene.Sampler;
import org.saccade.render.scene.Scene;
import org.saccade.render.scene.TextureSlot;
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

  /** Whatever its size; one that floats cannot square has no levels, or fewer. */
  @ParameterizedTest
  @ValueSource(floats = {1, 1e-30f, 1e-10f, 1e6f, 1e15f, 1e19f, 1e25f, 1e37f, 1e38f})
  void anErrorBoundsHowFarTheSurfaceMoved(float size) {
    var ball = Shapes.ball();
    float[] positions = ball.positions().toArray();
    for (int i = 0; i < positions.length; i++) {
      positions[i] *= size;
    }
    for (var level : levels(with(ball, Floats.wrap(positions), ball.normals()), PAINT)) {
      double farthest = 0;
      int[] triangles = level.triangles().indices().toArray();
      for (int vertex = 0; vertex < ball.vertexCount(); vertex++) {
        farthest = Math.max(farthest, distance(ball, vertex, triangles));
      }
      double error = level.error() / size;
      assertTrue(farthest > 0);
      assertTrue(farthest <= 1.5 * error, farthest + " m, error " + error);
    }
  }

  /** From one of a mesh's vertices to the nearest point of triangles. */
  private static double distance(MeshPrimitive mesh, int vertex, int[] triangles) {
    var from = at(mesh, vertex);
    var nearest = new Vector3d();
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < triangles.length; i += 3) {
      var a = at(mesh, triangles[i]);
      var b = at(mesh, triangles[i + 1]);
      var c = at(mesh, triangles[i + 2]);
      Intersectiond.findClosestPointOnTriangle(a, b, c, from, nearest);
      least = Math.min(least, nearest.distance(from));
    }
    return least;
  }

  private static Vector3d at(MeshPrimitive mesh, int vertex) {
    Floats all = mesh.positions();
    return new Vector3d(all.get(3 * vertex), all.get(3 * vertex + 1), all.get(3 * vertex + 2));
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

  /** Paint with a texture that lies by these coordinates. */
  private static Material shaded(int texCoord) {
    var slot = new TextureSlot(0, Sampler.STANDARD, texCoord, TextureSlot.NO_TRANSFORM);
    return new Material(
        "shaded",
        PAINT.baseColour(),
        Optional.empty(),
        0,
        1,
        Optional.empty(),
        Optional.empty(),
        1,
        Optional.of(slot),
        1,
        PAINT.emissive(),
        Optional.empty(),
        AlphaMode.OPAQUE,
        0.5f,
        false,
        false);
  }

  private static MeshPrimitive withSecond(MeshPrimitive shape, Floats uv1) {
    return new MeshPrimitive(
        0,
        0,
        shape.positions(),
        shape.normals(),
        shape.tangents(),
        shape.uv0(),
        uv1,
        shape.colours(),
        shape.indices(),
        shape.bounds());
  }

  @Test
  void aMeshWhoseTextureLiesByOtherSecondCoordinatesStaysWhole() {
    var grid = Shapes.grid(24);
    float[] warped = grid.uv0().toArray();
    for (int i = 0; i < warped.length; i++) {
      warped[i] *= warped[i];
    }
    assertTrue(levels(withSecond(grid, Floats.wrap(warped)), shaded(1)).isEmpty());
    assertFalse(levels(withSecond(grid, Floats.wrap(warped)), shaded(0)).isEmpty());
    assertFalse(levels(withSecond(grid, grid.uv0()), shaded(1)).isEmpty());
    assertFalse(
        levels(withSecond(grid, Floats.wrap(new float[warped.length])), shaded(1)).isEmpty());
    assertFalse(levels(grid, shaded(1)).isEmpty());
  }

  @Test
  void levelsThatDoNotFitAreLeftOut() {
    var ball = Shapes.ball();
    var scene =
        new SceneBuilder()
            .add(ball, PAINT, new Matrix4f())
            .add(ball, PAINT, new Matrix4f())
            .build();
    long whole = 2L * ball.indices().size();
    long each = MeshLevels.of(scene, () -> true).indexCount() / 2;
    assertEquals(2 * each, MeshLevels.of(scene, () -> true, whole + 2 * each).indexCount());
    assertEquals(each, MeshLevels.of(scene, () -> true, whole + 2 * each - 1).indexCount());
    assertEquals(0, MeshLevels.of(scene, () -> true, whole + each - 1).indexCount());
    assertEquals(0, MeshLevels.of(scene, () -> true, 0).indexCount());
  }
}
