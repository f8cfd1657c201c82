package org.saccade.render.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.joml.Matrix4f;
import org.joml.Vector3d;
import org.joml.Vector3f;
import org.junit.jupiter.api.Test;

/** Which level of a mesh is drawn, from errors and places alone. */
final class DetailTest {
  private static final float[] ERRORS = {0, 0.001f, 0.004f, 0.004f, 0.03f};
  private static final Vector3f AHEAD = new Vector3f(0, 0, -1);
  private static final Detail PIXELS = new Detail(1, AHEAD, 0, 0, Detail.VIEW);
  private static final Detail FOVEATED =
      new Detail(1, AHEAD, Math.toRadians(1.0 / 48), 0.022, Detail.VIEW);

  private static int level(double allowed, int held) {
    return Detail.level(ERRORS, 0, ERRORS.length, allowed, held);
  }

  private static LevelPicker picker(Detail detail, int pixels) {
    var picker = new LevelPicker();
    var projection = DrawView.projection(Math.PI / 2, 1, 0.05f);
    picker.set(
        detail, new DrawView(new Matrix4f(), new Vector3d(), projection, 0.05f, pixels, pixels));
    return picker;
  }

  private static double lost(Detail detail, int pixels, float x, float z) {
    return picker(detail, pixels).lostMetres(x, 0, z, 0.5f, 0.5f, 0.5f);
  }

  @Test
  void theWholeMeshIsDrawnWhereNothingMayBeLost() {
    assertEquals(0, level(0, 0));
    assertEquals(0, level(0, 4));
  }

  @Test
  void moreAllowedNeverGivesAFinerLevel() {
    for (int held = 0; held < ERRORS.length; held++) {
      int before = 0;
      for (double allowed = 0; allowed < 0.05; allowed += 1e-4) {
        int now = level(allowed, held);
        assertTrue(now >= before, "level %d after %d".formatted(now, before));
        assertTrue(ERRORS[now] <= allowed + 1e-9);
        before = now;
      }
      assertEquals(4, before);
    }
  }

  @Test
  void aLevelStaysWhileWhatIsAllowedWavers() {
    assertEquals(0, level(0.0011, 0));
    assertEquals(1, level(0.0013, 0));
    assertEquals(1, level(0.0011, 1));
    assertEquals(0, level(0.0009, 1));
  }

  @Test
  void aLevelIsOneOfTheMeshes() {
    assertEquals(1, Detail.level(ERRORS, 0, 2, 1, 0));
    assertEquals(0, Detail.level(ERRORS, 2, 1, 1, 0));
  }

  @Test
  void moreMayBeLostFartherAway() {
    double before = 0;
    for (float z = -1; z > -100; z -= 0.5f) {
      double now = lost(PIXELS, 800, 0, z);
      assertTrue(now > before, "%s m at %s m".formatted(now, z));
      before = now;
    }
  }

  @Test
  void nothingMayBeLostOfWhatTheEyeIsIn() {
    assertEquals(0, lost(PIXELS, 800, 0.2f, -0.2f));
  }

  @Test
  void anErrorIsLessThanAPixelWide() {
    double pixels = lost(PIXELS, 800, 0, -10.5f) / 10 / (2.0 / 800);
    assertTrue(pixels > 0.1 && pixels < 0.5, pixels + " pixels");
  }

  @Test
  void largerPixelsHideMore() {
    assertEquals(2, lost(PIXELS, 400, 0, -10) / lost(PIXELS, 800, 0, -10), 1e-6);
  }

  @Test
  void anAllowanceMultipliesWhatMayBeLost() {
    var generous = new Detail(4, AHEAD, 0, 0, Detail.VIEW);
    assertEquals(4, lost(generous, 800, 0, -10) / lost(PIXELS, 800, 0, -10), 1e-6);
    assertThrows(IllegalArgumentException.class, () -> new Detail(0.5, AHEAD, 0, 0, Detail.VIEW));
  }

  @Test
  void theEyeHidesMoreBesideWhereItLooks() {
    double beside = lost(FOVEATED, 800, 10, -10);
    assertTrue(beside > 2 * lost(PIXELS, 800, 10, -10), beside + " m");
    assertEquals(lost(PIXELS, 800, 0, -10), lost(FOVEATED, 800, 0, -10), 1e-9);
  }

  @Test
  void pixelsAreNarrowerOffTheAxis() {
    assertTrue(lost(PIXELS, 800, 7, -7) < 0.6 * lost(PIXELS, 800, 0, -9.9f));
  }
}
