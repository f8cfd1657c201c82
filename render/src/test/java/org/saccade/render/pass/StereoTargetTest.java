package org.saccade.render.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
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
import org.junit.jupiter.params.provider.ValueSource;
import org.lwjgl.BufferUtils;
import org.saccade.render.gpu.GlDebug;
import org.saccade.render.gpu.GpuScope;
import org.saccade.render.gpu.Texture;
import org.saccade.render.scene.Scene;
import org.saccade.render.scene.SceneLight;
import org.saccade.render.window.OffscreenContext;

/** Both eyes in one pass, beside each drawn alone, in a scene with every kind of surface. */
@Tag("gpu")
final class StereoTargetTest {
  private static final int SIZE = 256;
  private static final float NEAR = 0.05f;
  private static final double HALF_APART = 0.032;
  private static final boolean[] EYES = {true, false};
  private static final DrawOptions EVERYTHING = DrawOptions.everything();
  private static final DrawOptions STILL =
      EVERYTHING.withContent(DrawOptions.Content.STATIC).withSky(false);
  private static final DrawOptions MOVABLES =
      EVERYTHING.withContent(DrawOptions.Content.MOVABLE).withSky(false).withClear(false);

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

  private static Scene room(double x, SceneLight.Kind key) {
    var at = new Vector3f((float) x, 0, 0);
    return new SceneBuilder()
        .sky(0.4f, 0.6f, 0.1f)
        .add(Shapes.square(), SceneBuilder.paint(0.7f, 0.6f, 0.5f), place(at, 0, 0, -4, 3))
        .add(Shapes.ball(), SceneBuilder.metal(0.2f), place(at, -0.8f, 0.3f, -2.5f, 0.4f))
        .add(Shapes.square(), SceneBuilder.cutOut(0.2f, 0.7f, 0.2f), place(at, 1, -1, -3, 0.5f))
        .add(Shapes.ball(), SceneBuilder.glow(1, 0.5f, 0, 0.4f), place(at, 0.2f, -0.5f, -2, 0.3f))
        .add(Shapes.ball(), SceneBuilder.paint(1, 0, 0), place(at, 0.4f, 0.4f, -1.8f, 0.2f), true)
        .light(key, new Vector3f(at).add(1, 1.5f, 0), new Vector3f(0.2f, 0.4f, 1), 30, true)
        .light(
            SceneLight.Kind.POINT, new Vector3f(at).add(-1, 1, -2), new Vector3f(0, 0, 1), 4, false)
        .light(SceneLight.Kind.DIRECTIONAL, at, new Vector3f(-1, 1, 1), 0.5f, false)
        .build();
  }

  private static Matrix4f place(Vector3f at, float x, float y, float z, float scale) {
    return new Matrix4f().translation(at.x + x, y, z).scale(scale);
  }

  /** An eye of a headset whose displays are canted a little and see farther outwards. */
  private static DrawView eye(double x, boolean isLeft) {
    float side = isLeft ? 1 : -1;
    return new DrawView(
        new Matrix4f().rotateX(0.05f).rotateY(0.06f * side),
        new Vector3d(x - side * HALF_APART, 0.1, 0),
        DrawView.projection(1 + 0.2f * side, 1 - 0.2f * side, 1.1f, 0.9f, NEAR),
        NEAR,
        SIZE,
        SIZE);
  }

  @ParameterizedTest
  @EnumSource(AntiAliasing.class)
  void eachEyeSeesWhatItWouldAlone(AntiAliasing antiAliasing) {
    assertEyesSeeTheSame(room(0, SceneLight.Kind.SPOT), 0, antiAliasing);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 2000})
  void alsoInTheSunAndFarFromTheOrigin(double x) {
    assertEyesSeeTheSame(room(x, SceneLight.Kind.DIRECTIONAL), x, AntiAliasing.NONE);
  }

  private static void assertEyesSeeTheSame(Scene scene, double x, AntiAliasing antiAliasing) {
    DrawView left = eye(x, true);
    DrawView right = eye(x, false);
    try (var renderer = new SceneRenderer(scene, RenderSettings.standard());
        var shadows = new MovableShadowPass(renderer);
        var pair = StereoTarget.display(SIZE, SIZE, antiAliasing);
        var single = RenderTarget.display(SIZE, SIZE, antiAliasing)) {
      assertTrue(pair.isOnePass(), "the driver draws eye after eye");
      renderer.draw(pair, left, right, EVERYTHING);
      pair.resolve();
      for (boolean isLeft : EYES) {
        DrawView view = isLeft ? left : right;
        renderer.draw(single, view, EVERYTHING);
        single.resolve();
        assertSame(single, isLeft ? pair.left() : pair.right());
      }
      DrawOptions near = STILL.withClip(new ClipBox(new Vector3d(x, 0, -2), 1.2));
      renderer.draw(pair, left, right, near);
      renderer.drawSkyAt(pair, left, right, 0);
      shadows.draw(pair, left, right);
      renderer.draw(pair, left, right, MOVABLES);
      pair.resolve();
      for (boolean isLeft : EYES) {
        DrawView view = isLeft ? left : right;
        renderer.draw(single, view, near);
        renderer.drawSkyAt(single, view, 0);
        shadows.draw(single, view);
        renderer.draw(single, view, MOVABLES);
        single.resolve();
        assertSame(single, isLeft ? pair.left() : pair.right());
      }
    }
  }

  /**
   * Depths are the same; colours but for rounding, which a shadow's edge amplifies: 9 on NVIDIA.
   */
  private static void assertSame(RenderTarget alone, RenderTarget ofPair) {
    ByteBuffer one = read(alone.colour());
    ByteBuffer other = read(ofPair.colour());
    int different = 0;
    for (int i = 0; i < one.capacity(); i++) {
      int apart = Math.abs((one.get(i) & 255) - (other.get(i) & 255));
      assertTrue(apart <= 16, "channel %d of %d differs by %d".formatted(i, one.capacity(), apart));
      different += apart == 0 ? 0 : 1;
    }
    assertTrue(different < one.capacity() / 2000, different + " channels differ");
    assertEquals(read(alone.depth()), read(ofPair.depth()), "depths");
  }

  private static ByteBuffer read(Texture texture) {
    ByteBuffer texels = BufferUtils.createByteBuffer(4 * SIZE * SIZE);
    texture.read(texels);
    return texels;
  }

  @ParameterizedTest
  @EnumSource(AntiAliasing.class)
  void anEyesPictureIsBlittedFromItsOwnLayer(AntiAliasing antiAliasing) {
    try (var renderer =
            new SceneRenderer(room(0, SceneLight.Kind.SPOT), RenderSettings.standard());
        var pair = StereoTarget.display(SIZE, SIZE, antiAliasing);
        var copy = RenderTarget.display(SIZE, SIZE, AntiAliasing.NONE)) {
      renderer.draw(pair, eye(0, true), eye(0, false), EVERYTHING);
      pair.resolve();
      for (RenderTarget eye : List.of(pair.left(), pair.right())) {
        eye.resolved().blitColour(copy.resolved());
        assertEquals(read(eye.colour()), read(copy.colour()));
      }
      assertFalse(read(pair.left().colour()).equals(read(pair.right().colour())), "one picture");
    }
  }

  @Test
  void oneEyeCanBeDrawnAloneAndTheOtherKeepsItsPicture() {
    try (var renderer =
            new SceneRenderer(room(0, SceneLight.Kind.SPOT), RenderSettings.standard());
        var pair = StereoTarget.display(SIZE, SIZE, AntiAliasing.NONE)) {
      renderer.draw(pair, eye(0, true), eye(0, false), EVERYTHING);
      pair.resolve();
      ByteBuffer left = read(pair.left().colour());
      ByteBuffer right = read(pair.right().colour());
      renderer.draw(pair.right(), eye(0, true), EVERYTHING);
      pair.resolve();
      assertEquals(left, read(pair.left().colour()));
      assertEquals(left, read(pair.right().colour()));
      assertFalse(left.equals(right), "both eyes saw the same");
    }
  }

  @Test
  void whatOnlyTheRightEyeSeesIsDrawn() {
    Scene scene =
        new SceneBuilder()
            .add(
                Shapes.square(),
                SceneBuilder.glow(1, 1, 1, 1),
                place(new Vector3f(3), 0, -3, -4, 1))
            .build();
    DrawView left = eye(0, true);
    DrawView right = eye(0, false);
    var away =
        new DrawView(
            new Matrix4f().rotateY((float) -Math.PI / 2),
            left.eye(),
            left.projection(),
            NEAR,
            SIZE,
            SIZE);
    try (var renderer = new SceneRenderer(scene, RenderSettings.standard());
        var pair = StereoTarget.display(SIZE, SIZE, AntiAliasing.NONE)) {
      renderer.draw(pair, away, right, EVERYTHING);
      pair.resolve();
      assertEquals(BufferUtils.createByteBuffer(4 * SIZE * SIZE), read(pair.left().depth()));
      ByteBuffer both = read(pair.right().depth());
      renderer.draw(pair.right(), right, EVERYTHING);
      pair.resolve();
      assertEquals(both, read(pair.right().depth()));
      assertFalse(BufferUtils.createByteBuffer(4 * SIZE * SIZE).equals(both), "nothing to see");
    }
  }

  @Test
  void viewsOfUnlikeEyesAreRefusedWithTheirNumbers() {
    DrawView left = eye(0, true);
    var right = new DrawView(left.rotation(), left.eye(), left.projection(), 0.1f, SIZE, SIZE);
    var refused = assertThrows(IllegalArgumentException.class, () -> new Eyes().set(left, right));
    assertTrue(String.valueOf(refused.getMessage()).contains("0.05 and 0.1"));
  }
}
