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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saccade.render.gpu.GlDebug;
import org.saccade.render.gpu.GpuScope;
import org.saccade.render.scene.Scene;
import org.saccade.render.window.OffscreenContext;

@Tag("gpu")
final class CapsulePassTest {
  private static final int SIZE = 128;
  private static final float NEAR = 0.05f;
  private static final Capsules.Look RED = new Capsules.Look(new Vector3f(1, 0, 0), 1);
  private static final Capsules.Look GREY = new Capsules.Look(new Vector3f(0.5f), 0);

  /** Far from the world's origin, where floats are coarse. */
  private static final Vector3d EYE = new Vector3d(5_000, 2, -3_000);

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

  private static DrawView ahead() {
    var projection = DrawView.projection(Math.PI / 2, 1, NEAR);
    return new DrawView(new Matrix4f(), EYE, projection, NEAR, SIZE, SIZE);
  }

  /** A wall two metres ahead, in the sun from the right. */
  private static Scene wall() {
    return new SceneBuilder()
        .add(
            Shapes.square(),
            SceneBuilder.paint(0.1f, 0.1f, 0.8f),
            new Matrix4f().translation(5_000, 2, -3_002).scale(0.5f))
        .sun(1, 0, 1, 3)
        .build();
  }

  @ParameterizedTest
  @EnumSource(AntiAliasing.class)
  void barsHideWhatIsBehindThemAndHideBehindWhatIsNearer(AntiAliasing antiAliasing) {
    try (var renderer = new SceneRenderer(wall(), RenderSettings.standard());
        var target = RenderTarget.display(SIZE, SIZE, antiAliasing);
        var bars = new Capsules();
        var pass = new CapsulePass(renderer)) {
      renderer.draw(target, ahead(), DrawOptions.everything());
      bars.clear(EYE);
      bars.add(point(-0.3, 0.2, -1), 0.05, point(0.3, 0.2, -1), 0.05, RED);
      bars.add(point(-0.8, -0.2, -3), 0.05, point(0.8, -0.2, -3), 0.05, RED);
      pass.upload(bars);
      pass.draw(target, ahead(), bars);
      var picture = Picture.of(target);
      int middle = SIZE / 2;
      int above = middle - (int) Math.round(0.2 * middle);
      assertTrue(picture.red(middle, above) > 200, "in front of the wall");
      if (antiAliasing != AntiAliasing.MSAA4) {
        assertEquals(NEAR / 0.95f, Picture.depth(target, middle, above), 1e-3f);
      }
      int below = middle + (int) Math.round(0.2 / 3 * middle);
      assertTrue(picture.blue(middle, below) > picture.red(middle, below), "behind the wall");
      assertEquals(2, bars.count());
    }
  }

  @Test
  void aBallIsBrighterTowardsTheSun() {
    try (var renderer = new SceneRenderer(wall(), RenderSettings.standard());
        var target = RenderTarget.display(SIZE, SIZE, AntiAliasing.NONE);
        var bars = new Capsules();
        var pass = new CapsulePass(renderer)) {
      target.clear();
      bars.clear(EYE);
      bars.add(point(0, 0, -1), 0.4, point(0, 0, -1), 0.4, GREY);
      pass.upload(bars);
      pass.draw(target, ahead(), bars);
      var picture = Picture.of(target);
      assertTrue(picture.brightness(80, 64) > picture.brightness(48, 64) + 30);
      assertEquals(0, picture.brightness(2, 2));
    }
  }

  @Test
  void moreBarsThanFitAreLeftOut() {
    try (var bars = new Capsules()) {
      bars.clear(EYE);
      for (int i = 0; i < Capsules.MOST + 5; i++) {
        bars.add(EYE, 1, EYE, 1, RED);
      }
      assertEquals(Capsules.MOST, bars.count());
    }
  }

  private static Vector3d point(double x, double y, double z) {
    return new Vector3d(x, y, z).add(EYE);
  }
}
