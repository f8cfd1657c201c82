package org.saccade.render.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lwjgl.opengl.GL45C.GL_NEAREST;

import java.util.List;
import org.joml.Matrix4f;
import org.joml.Vector3d;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lwjgl.BufferUtils;
import org.saccade.render.gpu.GlDebug;
import org.saccade.render.gpu.GpuScope;
import org.saccade.render.gpu.TextureFormat;
import org.saccade.render.scene.Scene;
import org.saccade.render.window.OffscreenContext;

@Tag("gpu")
final class SceneRendererTest {
  private static final int SIZE = 256;
  private static final float NEAR = 0.05f;
  private static final DrawOptions EVERYTHING = DrawOptions.everything();

  @SuppressWarnings("NullAway.Init") // set before each test
  private OffscreenContext context;

  @BeforeEach
  void open() {
    context = OffscreenContext.createDebug();
  }

  @AfterEach
  void nothingLeaksAndNoErrors() {
    GlDebug.requireNoErrors();
    assertEquals(List.of(), GpuScope.openOnThisThread());
    context.close();
  }

  private static DrawView from(double x, double y, double z) {
    return new DrawView(
        new Matrix4f(),
        new Vector3d(x, y, z),
        DrawView.projection(Math.PI / 2, 1, NEAR),
        NEAR,
        SIZE,
        SIZE);
  }

  private static Picture draw(Scene scene, DrawView view, DrawOptions options) {
    try (var renderer = new SceneRenderer(scene, RenderSettings.standard());
        var target = RenderTarget.display(SIZE, SIZE, AntiAliasing.NONE)) {
      renderer.draw(target, view, options);
      return Picture.of(target);
    }
  }

  private static Matrix4f at(float x, float y, float z) {
    return new Matrix4f().translation(x, y, z);
  }

  private static SceneBuilder wallInTheSun() {
    return new SceneBuilder()
        .add(Shapes.square(), SceneBuilder.paint(0.7f, 0.7f, 0.7f), at(0, 0, -4).scale(4))
        .sun(0.5f, 0, 1, 2);
  }

  @Test
  void aBallIsBrighterTowardsItsLight() {
    Scene scene =
        new SceneBuilder()
            .add(Shapes.ball(), SceneBuilder.paint(0.5f, 0.5f, 0.5f), at(0, 0, 0))
            .sun(1, 0, 1, 2)
            .build();
    Picture picture = draw(scene, from(0, 0, 2), EVERYTHING);
    assertTrue(picture.brightness(165, 128) > picture.brightness(90, 128) + 30);
    assertEquals(0, picture.brightness(2, 2));
  }

  @Test
  void depthIsNearOverDistanceAlsoFarFromTheOrigin() {
    Scene scene =
        new SceneBuilder()
            .add(Shapes.square(), SceneBuilder.paint(1, 1, 1), at(1000, 0, -4))
            .build();
    try (var renderer = new SceneRenderer(scene, RenderSettings.standard());
        var target = RenderTarget.display(SIZE, SIZE, AntiAliasing.NONE)) {
      renderer.draw(target, from(1000, 0, 0), EVERYTHING);
      float depth = Picture.depth(target, 128, 128);
      assertEquals(NEAR / 4, depth, 1e-6f);
      assertEquals(0.25f, DrawView.inverseDepth(depth, NEAR), 1e-4f);
      assertEquals(0, Picture.depth(target, 2, 2));
    }
  }

  @Test
  void aThingBetweenTheSunAndTheWallShadesTheWall() {
    Picture open = draw(wallInTheSun().build(), from(0, 0, 0), EVERYTHING);
    Scene withBall =
        wallInTheSun()
            .add(Shapes.ball(), SceneBuilder.paint(1, 0, 0), at(1, 0, -2).scale(0.3f))
            .build();
    Picture shaded = draw(withBall, from(0, 0, 0), EVERYTHING);
    assertTrue(open.brightness(128, 128) > 100);
    assertTrue(shaded.brightness(128, 128) < 40);
    assertEquals(open.brightness(60, 60), shaded.brightness(60, 60));
  }

  @Test
  void movablesShadowsFallOnlyWhereMovablesAreDrawn() {
    Scene scene =
        wallInTheSun()
            .add(Shapes.ball(), SceneBuilder.paint(1, 0, 0), at(1, 0, -2).scale(0.3f), true)
            .build();
    Picture all = draw(scene, from(0, 0, 0), EVERYTHING);
    DrawOptions still = EVERYTHING.withContent(DrawOptions.Content.STATIC);
    Picture baked = draw(scene, from(0, 0, 0), still);
    assertTrue(all.brightness(128, 128) < 40);
    assertTrue(baked.brightness(128, 128) > 100);
  }

  @Test
  void theShadowPassDarkensAFinishedPictureAsDrawingWithMovablesWould() {
    Scene scene =
        wallInTheSun()
            .sky(0.2f, 0.2f, 0.2f)
            .add(Shapes.ball(), SceneBuilder.paint(1, 0, 0), at(1, 0, -2).scale(0.3f), true)
            .build();
    DrawOptions still = EVERYTHING.withContent(DrawOptions.Content.STATIC);
    for (AntiAliasing antiAliasing : AntiAliasing.values()) {
      try (var renderer = new SceneRenderer(scene, RenderSettings.standard());
          var pass = new MovableShadowPass(renderer);
          var target = RenderTarget.display(SIZE, SIZE, antiAliasing)) {
        renderer.draw(target, from(0, 0, 0), EVERYTHING);
        Picture wanted = Picture.of(target);
        renderer.draw(target, from(0, 0, 0), still);
        Picture before = Picture.of(target);
        pass.draw(target, from(0, 0, 0));
        Picture after = Picture.of(target);
        assertTrue(before.brightness(128, 128) > wanted.brightness(128, 128) + 40);
        assertEquals(wanted.brightness(128, 128), after.brightness(128, 128), 15);
        assertEquals(before.brightness(40, 40), after.brightness(40, 40));
      }
    }
  }

  @Test
  void theTruthAgreesWithThePictureAwayFromEdgesAndIsSmoothAtThem() {
    Scene scene =
        new SceneBuilder()
            .sky(0.2f, 0.4f, 0.1f)
            .add(Shapes.ball(), SceneBuilder.metal(0.4f), at(0, 0, -2))
            .sun(1, 1, 1, 2)
            .build();
    try (var renderer = new SceneRenderer(scene, RenderSettings.standard());
        var truth = new TruthRenderer(renderer);
        var target = RenderTarget.display(SIZE, SIZE, AntiAliasing.NONE)) {
      renderer.draw(target, from(0, 0, 0), EVERYTHING);
      Picture picture = Picture.of(target);
      float depth = Picture.depth(target, 128, 128);
      truth.draw(target, from(0, 0, 0), DrawOptions.Content.ALL);
      Picture wanted = Picture.of(target);
      for (int[] place : new int[][] {{128, 128}, {110, 140}, {20, 20}, {230, 200}}) {
        int expected = wanted.green(place[0], place[1]);
        assertEquals(expected, picture.green(place[0], place[1]), 3);
      }
      assertEquals(depth, Picture.depth(target, 128, 128), 1e-4f);
    }
  }

  @Test
  void metalMirrorsTheSky() {
    Scene scene =
        new SceneBuilder()
            .sky(0.6f, 0.4f, 0.1f)
            .add(Shapes.ball(), SceneBuilder.metal(0.2f), at(0, 0, -2))
            .build();
    Picture picture = draw(scene, from(0, 0, 0), EVERYTHING);
    assertTrue(picture.brightness(128, 100) > picture.brightness(128, 156) + 30);
    assertTrue(picture.brightness(128, 156) > 30);
  }

  private static Scene redBeforeGreen() {
    return new SceneBuilder()
        .add(Shapes.square(), SceneBuilder.glow(1, 0, 0, 1), at(0, 0, -2))
        .add(Shapes.square(), SceneBuilder.glow(0, 1, 0, 1), at(0, 0, -4).scale(4))
        .build();
  }

  @Test
  void peelingShowsWhatTheFirstSurfaceHides() {
    try (var renderer = new SceneRenderer(redBeforeGreen(), RenderSettings.standard());
        var first = RenderTarget.display(SIZE, SIZE, AntiAliasing.NONE);
        var second = RenderTarget.display(SIZE, SIZE, AntiAliasing.NONE)) {
      renderer.draw(first, from(0, 0, 0), EVERYTHING);
      Picture front = Picture.of(first);
      assertTrue(front.red(128, 128) > 200 && front.green(128, 128) < 100);
      var peel = new Peel(first.depth(), 0.03f, null);
      renderer.draw(second, from(0, 0, 0), EVERYTHING.withPeel(peel).withSky(false));
      Picture behind = Picture.of(second);
      assertTrue(behind.green(128, 128) > 200 && behind.red(128, 128) < 100);
      assertEquals(0, behind.green(20, 20), "nothing is behind the green wall");
      assertEquals(NEAR / 4, Picture.depth(second, 128, 128), 1e-6f);
    }
  }

  @Test
  void peelingSkipsWhatLiesNearerThanItsReach() {
    Scene scene =
        new SceneBuilder()
            .add(Shapes.square(), SceneBuilder.glow(1, 0, 0, 1), at(0, 0, -2).scale(4))
            .add(Shapes.square(), SceneBuilder.glow(0, 1, 0, 1), at(0, 0, -4).scale(8))
            .add(Shapes.square(), SceneBuilder.glow(0, 0, 1, 1), at(0, 0, -8).scale(16))
            .build();
    try (var gpu = new GpuScope("reach");
        var renderer = new SceneRenderer(scene, RenderSettings.standard());
        var first = RenderTarget.display(SIZE, SIZE, AntiAliasing.NONE);
        var second = RenderTarget.display(SIZE, SIZE, AntiAliasing.NONE)) {
      renderer.draw(first, from(0, 0, 0), EVERYTHING);
      var reach = gpu.texture2d(2, 2, 1, TextureFormat.R32F).filter(GL_NEAREST, GL_NEAREST);
      var values = BufferUtils.createByteBuffer(16);
      values.asFloatBuffer().put(new float[] {0.3f, 0.2f, -1, 1});
      reach.upload(values);
      var peel = new Peel(first.depth(), 0.03f, reach);
      renderer.draw(second, from(0, 0, 0), EVERYTHING.withPeel(peel).withSky(false));
      Picture behind = Picture.of(second);
      int before = SIZE / 4;
      int after = 3 * SIZE / 4;
      assertTrue(behind.green(before, before) > 200, "4 m is within reach");
      assertTrue(behind.blue(after, before) > 200, "8 m is, 4 m is not");
      assertEquals(0, behind.green(before, after) + behind.blue(before, after), "nothing is");
      assertTrue(behind.green(after, after) > 200, "the nearest behind the first");
    }
  }

  @Test
  void theClipBoxCutsAwayWhatIsOutside() {
    var near = new ClipBox(new Vector3d(0, 0, 0), 3);
    Picture picture = draw(redBeforeGreen(), from(0, 0, 0), EVERYTHING.withClip(near));
    assertTrue(picture.red(128, 128) > 200);
    assertEquals(0, picture.green(20, 20));
    var half = new ClipBox(new Vector3d(-5, 0, 0), 5);
    picture = draw(redBeforeGreen(), from(0, 0, 0), EVERYTHING.withClip(half));
    assertTrue(picture.red(110, 128) > 200);
    assertEquals(0, picture.red(140, 128) + picture.green(140, 128));
  }

  @Test
  void blendedThingsAreDrawnFarOnesFirst() {
    Scene scene =
        new SceneBuilder()
            .add(Shapes.square(), SceneBuilder.glow(1, 0, 0, 0.5f), at(0, 0, -2))
            .add(Shapes.square(), SceneBuilder.glow(0, 0, 1, 0.5f), at(0, 0, -3))
            .build();
    Picture picture = draw(scene, from(0, 0, 0), EVERYTHING);
    assertTrue(picture.red(128, 128) > picture.blue(128, 128) + 40);
  }

  @Test
  void oneMeshDrawnManyTimesAppearsAtEveryNode() {
    var builder =
        new SceneBuilder()
            .add(Shapes.ball(), SceneBuilder.glow(1, 1, 1, 1), at(-2, 0, -4).scale(0.3f));
    for (int i = 1; i < 5; i++) {
      builder.again(0, at(-2 + i, 0, -4).scale(0.3f), false);
    }
    Picture picture = draw(builder.build(), from(0, 0, 0), EVERYTHING);
    for (int i = 0; i < 5; i++) {
      assertTrue(picture.red(128 + (i - 2) * 32, 128) > 200, "ball " + i);
    }
    assertEquals(0, picture.red(144, 128));
  }

  @Test
  void aMirroredNodeStillShowsItsFrontFaces() {
    Scene scene =
        new SceneBuilder()
            .add(Shapes.ball(), SceneBuilder.paint(1, 1, 1), at(0, 0, -3).scale(-1, 1, 1))
            .sun(0, 0, 1, 2)
            .build();
    assertTrue(draw(scene, from(0, 0, 0), EVERYTHING).brightness(128, 128) > 100);
  }

  @Test
  void everyAntiAliasingSmoothsTheEdgeOfABall() {
    Scene scene =
        new SceneBuilder().add(Shapes.ball(), SceneBuilder.glow(1, 1, 1, 1), at(0, 0, -2)).build();
    int hard = greys(scene, AntiAliasing.NONE);
    assertTrue(greys(scene, AntiAliasing.MSAA4) > hard + 50);
    assertTrue(greys(scene, AntiAliasing.FXAA) > hard + 50);
  }

  private static int greys(Scene scene, AntiAliasing antiAliasing) {
    try (var renderer = new SceneRenderer(scene, RenderSettings.standard());
        var target = RenderTarget.display(SIZE, SIZE, antiAliasing)) {
      renderer.draw(target, from(0, 0, 0), EVERYTHING);
      Picture picture = Picture.of(target);
      int greys = 0;
      for (int i = 0; i < SIZE * SIZE; i++) {
        int value = picture.red(i % SIZE, i / SIZE);
        greys += value > 20 && value < 220 ? 1 : 0;
      }
      return greys;
    }
  }
}
