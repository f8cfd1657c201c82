package org.saccade.client.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lwjgl.BufferUtils;
import org.lwjgl.opengl.GL45C;
import org.saccade.render.gpu.GlDebug;
import org.saccade.render.gpu.GpuScope;
import org.saccade.render.pass.AntiAliasing;
import org.saccade.render.pass.RenderTarget;
import org.saccade.render.window.OffscreenContext;
import org.saccade.xr.Fov;

@NullMarked
@Tag("gpu")
final class VignettePassTest {
  private static final int SIZE = 160;

  /** An eye that sees further to the left than to the right. */
  private static final Fov FOV =
      new Fov(
          (float) -Math.atan(1.5),
          (float) Math.atan(1),
          (float) Math.atan(1.25),
          (float) -Math.atan(1.25));

  /** Straight ahead lies three fifths from the left. */
  private static final int AHEAD = SIZE * 3 / 5;

  @Test
  void darkensTheRimRoundStraightAheadAndLeavesTheMiddle() {
    try (var context = OffscreenContext.createDebug();
        var gpu = new GpuScope("test");
        var target = RenderTarget.display(SIZE, SIZE, AntiAliasing.NONE)) {
      var half = drawn(new VignettePass(gpu), target, 0.5f);
      assertEquals(200, half.get(at(AHEAD, SIZE / 2)) & 255);
      assertTrue((half.get(at(0, SIZE / 2)) & 255) <= 101, "the rim is half as bright");
      int left = half.get(at(AHEAD - 62, SIZE / 2)) & 255;
      int right = half.get(at(AHEAD + 61, SIZE / 2)) & 255;
      assertEquals(left, right, 2, "as dark on both sides of straight ahead");
      assertTrue(left < 199 && left > 101, "softly: %d".formatted(left));

      var whole = drawn(new VignettePass(gpu), target, 1);
      assertEquals(0, whole.get(at(0, 0)) & 255);
      assertEquals(200, whole.get(at(AHEAD, SIZE / 2)) & 255);
      GlDebug.requireNoErrors();
      assertTrue(context.device().renderer().length() > 0);
    }
  }

  @Test
  void drawsNothingWhileItIsOff() {
    try (var context = OffscreenContext.createDebug();
        var gpu = new GpuScope("test");
        var target = RenderTarget.display(SIZE, SIZE, AntiAliasing.NONE)) {
      int before = GL45C.glGetInteger(GL45C.GL_CURRENT_PROGRAM);
      var off = drawn(new VignettePass(gpu), target, 0);
      assertEquals(200, off.get(0) & 255);
      assertEquals(before, GL45C.glGetInteger(GL45C.GL_CURRENT_PROGRAM));
      assertTrue(context.device().renderer().length() > 0);
    }
  }

  private static ByteBuffer drawn(VignettePass pass, RenderTarget target, float strength) {
    target.bind();
    float bright = 200 / 255f;
    GL45C.glClearBufferfv(GL45C.GL_COLOR, 0, new float[] {bright, bright, bright, 1});
    pass.draw(target.resolved(), FOV, strength);
    var pixels = BufferUtils.createByteBuffer(SIZE * SIZE * 4);
    GL45C.glReadPixels(0, 0, SIZE, SIZE, GL45C.GL_RGBA, GL45C.GL_UNSIGNED_BYTE, pixels);
    return pixels;
  }

  private static int at(int x, int y) {
    return (y * SIZE + x) * 4;
  }
}
