package org.saccade.render.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.joml.Matrix4f;
import org.joml.Vector3d;
import org.joml.Vector3f;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saccade.render.gpu.GlDebug;
import org.saccade.render.gpu.GpuScope;
import org.saccade.render.scene.Scene;
import org.saccade.render.window.OffscreenContext;

/** Pictures from simplified meshes beside those from whole ones. */
@Tag("gpu")
final class SimplifiedPictureTest {
  private static final int SIZE = 256;
  private static final DrawOptions WHOLE = DrawOptions.everything();
  private static final Vector3f AHEAD = new Vector3f(0, 0, -1);
  private static final DrawOptions SIMPLIFIED =
      WHOLE.withDetail(new Detail(1, AHEAD, 0, 0, Detail.VIEW));
  private static final DrawView VIEW = view(0);

  @SuppressWarnings("NullAway.Init") // set before each test
  private OffscreenContext context;

  @SuppressWarnings("NullAway.Init") // set before each test
  private SceneRenderer renderer;

  @SuppressWarnings("NullAway.Init") // set before each test
  private RenderTarget target;

  @BeforeEach
  void open() {
    context = OffscreenContext.createDebug();
    Scene scene = balls();
    renderer = new SceneRenderer(scene, RenderSettings.standard());
    target = RenderTarget.display(SIZE, SIZE, AntiAliasing.NONE);
    renderer.draw(target, VIEW, SIMPLIFIED); // whole ones, for there are no others yet
    renderer.add(MeshLevels.of(scene, () -> true));
    renderer.takeTriangles();
  }

  /** Near ones and far ones, still and movable, cut-out and behind the eye. */
  private static Scene balls() {
    return new SceneBuilder()
        .sky(0.2f, 0.3f, 0.1f)
        .sun(0.4f, 1, 1, 2)
        .add(Shapes.square(), SceneBuilder.paint(0.6f, 0.6f, 0.5f), at(0, 0, -30).scale(20))
        .add(Shapes.ball(), SceneBuilder.metal(0.4f), at(-1, 0, -3))
        .again(1, at(5, 2, -20), false)
        .again(1, at(-6, 4, -25), true)
        .again(1, at(0, 0, 4), false)
        .add(Shapes.ball(), SceneBuilder.cutOut(0.8f, 0.2f, 0.1f), at(3, -1, -8))
        .build();
  }

  private static Matrix4f at(float x, float y, float z) {
    return new Matrix4f().translation(x, y, z);
  }

  private static DrawView view(float metresBack) {
    var projection = DrawView.projection(Math.PI / 2, 1, 0.05f);
    return new DrawView(
        new Matrix4f(), new Vector3d(0, 0, metresBack), projection, 0.05f, SIZE, SIZE);
  }

  @AfterEach
  void close() {
    target.close();
    renderer.close();
    GlDebug.requireNoErrors();
    assertEquals(List.of(), GpuScope.openOnThisThread());
    context.close();
  }

  private Picture drawn(DrawView view, DrawOptions options) {
    renderer.draw(target, view, options);
    return Picture.of(target);
  }

  private long triangles(DrawView view, DrawOptions options) {
    renderer.takeTriangles();
    renderer.draw(target, view, options);
    return renderer.takeTriangles();
  }

  private static double apart(Picture a, Picture b) {
    long sum = 0;
    for (int y = 0; y < SIZE; y++) {
      for (int x = 0; x < SIZE; x++) {
        sum += Math.abs(a.red(x, y) - b.red(x, y)) + Math.abs(a.green(x, y) - b.green(x, y));
        sum += Math.abs(a.blue(x, y) - b.blue(x, y));
      }
    }
    return sum / (3.0 * SIZE * SIZE);
  }

  @Test
  void fewerTrianglesMakeAboutTheSamePicture() {
    var whole = drawn(VIEW, WHOLE);
    var simplified = drawn(VIEW, SIMPLIFIED);
    assertTrue(triangles(VIEW, SIMPLIFIED) < 0.8 * triangles(VIEW, WHOLE));
    assertTrue(apart(whole, simplified) < 0.3, apart(whole, simplified) + " of 255");
  }

  @Test
  void wholeMeshesAreDrawnAsBeforeWhereNoDetailIsNamed() {
    assertEquals(4 * 3072 + 2, triangles(VIEW, WHOLE), "the ball behind the eye is not drawn");
    try (var fresh = new SceneRenderer(balls(), RenderSettings.standard())) {
      var whole = drawn(VIEW, WHOLE);
      fresh.draw(target, VIEW, WHOLE);
      assertEquals(0, apart(whole, Picture.of(target)));
    }
  }

  @Test
  void fewerAreDrawnFromFartherAwayAndWithAnAllowance() {
    long near = triangles(VIEW, SIMPLIFIED);
    long allowed = triangles(VIEW, WHOLE.withDetail(new Detail(4, AHEAD, 0, 0, Detail.VIEW)));
    long far = triangles(view(60), SIMPLIFIED);
    assertTrue(allowed < near, allowed + " of " + near);
    assertTrue(far < 5 * 3072 / 4, far + " from far away");
  }
}
