package org.saccade.render.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lwjgl.opengl.GL45C.*;

import java.util.List;
import org.joml.Matrix4f;
import org.joml.Vector3d;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saccade.render.gpu.GlDebug;
import org.saccade.render.gpu.GpuScope;
import org.saccade.render.scene.Scene;
import org.saccade.render.window.OffscreenContext;

/** Depth drawn alone and coloured afterwards, beside the same drawn at once. */
@Tag("gpu")
final class DepthFirstTest {
  private static final int SIZE = 256;
  private static final DrawOptions EVERYTHING = DrawOptions.everything();
  private static final DrawView VIEW =
      new DrawView(
          new Matrix4f().rotateY(0.3f).rotateX(0.1f),
          new Vector3d(0.1, 0.2, 3),
          DrawView.projection(Math.PI / 2, 1, 0.05f),
          0.05f,
          SIZE,
          SIZE);

  @SuppressWarnings("NullAway.Init") // set before each test
  private OffscreenContext context;

  @SuppressWarnings("NullAway.Init") // set before each test
  private SceneRenderer renderer;

  @SuppressWarnings("NullAway.Init") // set before each test
  private RenderTarget atOnce;

  @SuppressWarnings("NullAway.Init") // set before each test
  private RenderTarget depthFirst;

  @BeforeEach
  void open() {
    context = OffscreenContext.createDebug();
    renderer = new SceneRenderer(ballsBeforeAWall(), RenderSettings.standard());
    atOnce = RenderTarget.display(SIZE, SIZE, AntiAliasing.NONE);
    depthFirst = RenderTarget.display(SIZE, SIZE, AntiAliasing.NONE);
  }

  private static Scene ballsBeforeAWall() {
    var builder =
        new SceneBuilder()
            .sky(0.2f, 0.3f, 0.1f)
            .sun(0.4f, 1, 1, 2)
            .add(Shapes.square(), SceneBuilder.paint(0.6f, 0.6f, 0.5f), at(0, 0, -3).scale(2))
            .add(Shapes.ball(), SceneBuilder.metal(0.4f), at(-0.7f, 0, 0.3f).rotateX(0.7f))
            .add(Shapes.ball(), SceneBuilder.cutOut(0.8f, 0.2f, 0.1f), at(0.8f, 0.3f, -1))
            .add(Shapes.ball(), SceneBuilder.paint(0.1f, 0.3f, 0.8f), at(0.6f, -0.9f, -1.4f));
    return builder.build();
  }

  private static Matrix4f at(float x, float y, float z) {
    return new Matrix4f().translation(x, y, z);
  }

  @AfterEach
  void close() {
    depthFirst.close();
    atOnce.close();
    renderer.close();
    GlDebug.requireNoErrors();
    assertEquals(List.of(), GpuScope.openOnThisThread());
    context.close();
  }

  private static int differences(RenderTarget one, RenderTarget other, int from, int to) {
    Picture a = Picture.of(one);
    Picture b = Picture.of(other);
    int different = 0;
    for (int y = 0; y < SIZE; y++) {
      for (int x = from; x < to; x++) {
        int apart = Math.abs(a.red(x, y) - b.red(x, y)) + Math.abs(a.green(x, y) - b.green(x, y));
        different += apart + Math.abs(a.blue(x, y) - b.blue(x, y)) > 2 ? 1 : 0;
      }
    }
    return different;
  }

  private void drawDepthFirst(DrawOptions options) {
    renderer.drawDepth(depthFirst, VIEW, options);
    renderer.drawColour(depthFirst, VIEW, options);
  }

  @Test
  void aPictureIsTheSameWhetherItsDepthCameFirst() {
    renderer.draw(atOnce, VIEW, EVERYTHING);
    drawDepthFirst(EVERYTHING);
    assertEquals(0, differences(atOnce, depthFirst, 0, SIZE));
    assertEquals(Picture.depth(atOnce, 90, 128), Picture.depth(depthFirst, 90, 128));
    var clipped = EVERYTHING.withClip(new ClipBox(new Vector3d(0.2, 0, 0), 1));
    renderer.draw(atOnce, VIEW, clipped);
    drawDepthFirst(clipped);
    assertEquals(0, differences(atOnce, depthFirst, 0, SIZE));
  }

  @Test
  void aPeeledPictureIsTheSameWhetherItsDepthCameFirst() {
    try (var first = RenderTarget.display(SIZE, SIZE, AntiAliasing.NONE);
        var multisampled = RenderTarget.display(SIZE, SIZE, AntiAliasing.MSAA4)) {
      renderer.draw(first, VIEW, EVERYTHING);
      var peeled = EVERYTHING.withPeel(new Peel(first.depth(), 0.03f, null));
      renderer.draw(multisampled, VIEW, peeled);
      drawDepthFirst(peeled);
      assertTrue(differences(first, depthFirst, 0, SIZE) > SIZE * SIZE / 20, "nothing was hidden");
      int edges = differences(multisampled, depthFirst, 0, SIZE);
      assertTrue(edges < SIZE * SIZE / 40, edges + " pixels differ, more than edges");
    }
  }

  @Test
  void whatIsMaskedStaysAsItWasAndTheRestIsWhole() {
    renderer.draw(atOnce, VIEW, EVERYTHING);
    renderer.drawDepth(depthFirst, VIEW, EVERYTHING);
    glEnable(GL_SCISSOR_TEST);
    glScissor(0, 0, SIZE / 2, SIZE);
    glClearDepth(1);
    depthFirst.bind();
    glClear(GL_DEPTH_BUFFER_BIT);
    glDisable(GL_SCISSOR_TEST);
    renderer.drawColour(depthFirst, VIEW, EVERYTHING);
    assertEquals(0, differences(atOnce, depthFirst, SIZE / 2, SIZE));
    Picture picture = Picture.of(depthFirst);
    for (int y = 0; y < SIZE; y++) {
      assertEquals(0, picture.brightness(SIZE / 4, y));
    }
  }
}
