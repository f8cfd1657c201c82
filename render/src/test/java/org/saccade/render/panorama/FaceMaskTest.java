package org.saccade.render.panorama;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lwjgl.opengl.GL45C.*;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saccade.render.gpu.GlDebug;
import org.saccade.render.pass.AntiAliasing;
import org.saccade.render.pass.RenderTarget;
import org.saccade.render.window.OffscreenContext;

@Tag("gpu")
final class FaceMaskTest {
  private static final int FACE = 4;
  private static final int DRAWN = 8;

  @SuppressWarnings("NullAway.Init") // set before each test
  private OffscreenContext context;

  @BeforeEach
  void open() {
    context = OffscreenContext.createDebug();
  }

  @AfterEach
  void close() {
    GlDebug.requireNoErrors();
    context.close();
  }

  @Test
  void aCoveredCornerKeepsJustItsOwnPixels() {
    try (var target = RenderTarget.display(DRAWN, DRAWN, AntiAliasing.NONE);
        var mask = new FaceMask(FACE, DRAWN)) {
      var face = new FaceImage(FACE);
      target.clear();
      assertFalse(mask.apply(face, target), "an empty face shows something");
      int upperRight = FACE - 1;
      face.rgba[upperRight] = FaceImage.OPAQUE;
      assertTrue(mask.apply(face, target));
      assertTrue(mask.isKept(upperRight));
      assertFalse(mask.isKept(0));
      assertOpenOnlyAtTheUpperRight(depths(target));
    }
  }

  /** GL's rows start at the bottom. */
  private static float[] depths(RenderTarget target) {
    float[] depths = new float[DRAWN * DRAWN];
    glGetTextureImage(target.drawnDepth().name(), 0, GL_DEPTH_COMPONENT, GL_FLOAT, depths);
    return depths;
  }

  private static void assertOpenOnlyAtTheUpperRight(float[] depths) {
    int texel = DRAWN / FACE;
    for (int y = 0; y < DRAWN; y++) {
      for (int x = 0; x < DRAWN; x++) {
        boolean isOpen = x >= DRAWN - texel && y >= DRAWN - texel;
        assertEquals(isOpen ? 0 : 1, depths[y * DRAWN + x], "pixel %d, %d".formatted(x, y));
      }
    }
  }
}
