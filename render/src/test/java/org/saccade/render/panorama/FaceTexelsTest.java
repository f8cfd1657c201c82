package org.saccade.render.panorama;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lwjgl.BufferUtils;
import org.saccade.render.gpu.GlDebug;
import org.saccade.render.gpu.GpuScope;
import org.saccade.render.pass.AntiAliasing;
import org.saccade.render.pass.RenderTarget;
import org.saccade.render.window.OffscreenContext;

/** Random samples halved by the GPU, beside the pyramid's rule on the CPU. */
@Tag("gpu")
final class FaceTexelsTest {
  private static final int SIZE = 64;
  private static final float NEAR = 0.25f;
  private static final float[] PLACES = {0, 0, 0.1f, 0.12f, 0.15f, 0.4f, 0.42f, 1.9f};

  private final FaceImage fine = new FaceImage(2 * SIZE);
  private final FaceImage wanted = new FaceImage(SIZE);
  private final FaceImage found = new FaceImage(SIZE);

  @SuppressWarnings("NullAway.Init") // set before each test
  private OffscreenContext context;

  @BeforeEach
  void open() {
    context = OffscreenContext.createDebug();
  }

  @AfterEach
  void close() {
    GlDebug.requireNoErrors();
    assertEquals(List.of(), GpuScope.openOnThisThread());
    context.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void halvesAsThePyramidDoes(boolean isSkyCovered) {
    try (var drawn = RenderTarget.display(2 * SIZE, 2 * SIZE, AntiAliasing.NONE);
        var texels = new FaceTexels(SIZE, true)) {
      fill(drawn, isSkyCovered);
      new FacePyramid(2).halve(fine, wanted);
      texels.take(drawn, NEAR, isSkyCovered);
      texels.readColour(found);
      texels.readDepth(found, NEAR);
      requireAlike();
      texels.takeDepth(drawn, NEAR, isSkyCovered);
      texels.readColour(found);
      for (int i = 0; i < found.rgba.length; i++) {
        assertEquals(wanted.isCovered(i), found.isCovered(i), "texel " + i);
      }
    }
  }

  private void requireAlike() {
    int covered = 0;
    for (int i = 0; i < wanted.rgba.length; i++) {
      assertEquals(Integer.toHexString(wanted.rgba[i]), Integer.toHexString(found.rgba[i]));
      assertEquals(wanted.inverseDepth[i], found.inverseDepth[i], 1e-6f);
      covered += wanted.isCovered(i) ? 1 : 0;
    }
    assertTrue(covered > SIZE * SIZE / 2);
  }

  /** Row 0 of the image is the top, of the textures the bottom. */
  private void fill(RenderTarget drawn, boolean isSkyCovered) {
    var random = new Random(3);
    int size = fine.size;
    ByteBuffer colours = BufferUtils.createByteBuffer(4 * size * size);
    ByteBuffer depths = BufferUtils.createByteBuffer(4 * size * size);
    for (int i = 0; i < fine.rgba.length; i++) {
      int rgba = random.nextInt() | FaceImage.OPAQUE;
      float depth = NEAR * PLACES[random.nextInt(PLACES.length)] * random.nextFloat(0.97f, 1);
      int at = 4 * ((size - 1 - Math.floorDiv(i, size)) * size + i % size);
      colours.putInt(at, rgba);
      depths.putFloat(at, depth);
      fine.rgba[i] = isSkyCovered || depth > 0 ? rgba : 0;
      fine.inverseDepth[i] = depth / NEAR;
    }
    drawn.colour().upload(colours);
    drawn.depth().upload(depths);
  }
}
