package org.saccade.render.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lwjgl.opengl.GL45C.*;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lwjgl.BufferUtils;
import org.saccade.render.gpu.Framebuffer;
import org.saccade.render.gpu.GlDebug;
import org.saccade.render.gpu.GpuScope;
import org.saccade.render.gpu.Texture;
import org.saccade.render.gpu.TextureFormat;

@Tag("gpu")
final class OffscreenContextTest {

  @Test
  void severalContextsDrawOnSeveralThreadsAtOnce() throws Exception {
    var together = new CyclicBarrier(3);
    try (var threads = Executors.newFixedThreadPool(3)) {
      List<Future<Integer>> results = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        int red = 50 * (i + 1);
        results.add(threads.submit(() -> clearAndRead(red, together)));
      }
      for (int i = 0; i < 3; i++) {
        assertEquals(50 * (i + 1), results.get(i).get(20, TimeUnit.SECONDS));
      }
    }
  }

  private static int clearAndRead(int red, CyclicBarrier together) throws Exception {
    try (var context = OffscreenContext.createDebug();
        var gpu = new GpuScope("test")) {
      assertEquals(GL_CONTEXT_CORE_PROFILE_BIT, glGetInteger(GL_CONTEXT_PROFILE_MASK));
      assertTrue(context.device().version().startsWith("4."));
      Texture colour = gpu.texture2d(8, 8, 1, TextureFormat.RGBA8);
      Framebuffer target = gpu.framebuffer(colour, null);
      together.await(20, TimeUnit.SECONDS);
      glClearNamedFramebufferfv(target.name(), GL_COLOR, 0, new float[] {red / 255f, 0, 0, 1});
      var texels = BufferUtils.createByteBuffer(8 * 8 * 4);
      colour.read(texels);
      GlDebug.requireNoErrors();
      return texels.get(0) & 255;
    }
  }

  @Test
  void namesTheDevicesWhenOneIsAskedForThatDoesNotExist() {
    var failure =
        assertThrows(
            GlUnavailableException.class, () -> OffscreenContext.create(99, false).close());
    assertTrue(String.valueOf(failure.getMessage()).contains("EGL device 99"));
  }

  @Test
  void reportsScopesLeftOpenByName() {
    try (var context = OffscreenContext.create()) {
      assertTrue(context.device().renderer().length() > 0);
      try (var gpu = new GpuScope("forgotten")) {
        gpu.dynamicBuffer(64);
        assertEquals(List.of("forgotten"), GpuScope.openOnThisThread());
      }
      assertEquals(List.of(), GpuScope.openOnThisThread());
    }
  }
}
