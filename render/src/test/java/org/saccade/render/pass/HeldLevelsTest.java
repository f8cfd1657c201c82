package org.saccade.render.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.joml.Matrix4f;
import org.joml.Vector3d;
import org.joml.Vector3f;
import org.junit.jupiter.api.Test;
import org.saccade.render.scene.Aabb;

/** Levels of one instance that two passes of a frame draw, one with pixels twice as large. */
final class HeldLevelsTest {
  private static final Vector3f AHEAD = new Vector3f(0, 0, -1);
  private static final Detail COARSE = new Detail(1, AHEAD, 0, 0, Detail.PERIPHERY);
  private static final Detail FINE = new Detail(1, AHEAD, 0, 0, Detail.INSET);
  private static final int COARSE_PIXELS = 400;
  private static final int FINE_PIXELS = 800;

  /** From here on, and with {@link #FINE_PIXELS}, one level may be lost; with the others two. */
  private static final float LIMIT = 10;

  /** Farther than the limit, and not far enough to lose a level for it. */
  private static final float[] WAVERING = {10.2f, 11.9f, 10.4f, 11.5f, 12.1f, 10.1f};

  private final LevelPicker picker = new LevelPicker();
  private final HeldLevels held = new HeldLevels(entries());

  private double lost(Detail detail, int pixels, float nearest) {
    var projection = DrawView.projection(Math.PI / 2, 1, 0.05f);
    picker.set(
        detail, new DrawView(new Matrix4f(), new Vector3d(), projection, 0.05f, pixels, pixels));
    return picker.lostMetres(0, 0, -nearest - 0.5f, 0.5f, 0.5f, 0.5f);
  }

  private DrawEntries entries() {
    var box = new Aabb(-0.5f, -0.5f, -0.5f, 0.5f, 0.5f, 0.5f);
    var chunks = List.of(new Chunk(0, 0, 3, 0, box));
    var filling = new DrawEntries.Filling();
    filling.add(
        0,
        List.of(
            new SceneMeshes.Level(0, chunks),
            new SceneMeshes.Level((float) lost(FINE, FINE_PIXELS, LIMIT), chunks),
            new SceneMeshes.Level((float) lost(COARSE, COARSE_PIXELS, LIMIT), chunks)));
    return filling.done();
  }

  private int level(Detail detail, int pixels, float nearest) {
    double allowed = lost(detail, pixels, nearest);
    return held.level(picker.pass(), 0, allowed);
  }

  private void drawBoth(int coarse, int fine, float nearest) {
    assertEquals(coarse, level(COARSE, COARSE_PIXELS, nearest), "coarse at " + nearest);
    assertEquals(fine, level(FINE, FINE_PIXELS, nearest), "fine at " + nearest);
  }

  @Test
  void passesOfOtherPixelsDoNotUndoEachOthersLevels() {
    drawBoth(2, 1, 1.4f * LIMIT);
    for (float nearest : WAVERING) {
      drawBoth(2, 1, nearest);
    }
  }

  @Test
  void norDoTheyCoarsenEachOther() {
    drawBoth(1, 0, 0.7f * LIMIT);
    for (float nearest : WAVERING) {
      drawBoth(1, 0, nearest);
    }
  }

  @Test
  void aPictureAloneIsTheSameWhateverWasDrawnBefore() {
    var alone = new Detail(1, AHEAD, 0, 0, Detail.ALONE);
    assertEquals(0, level(alone, FINE_PIXELS, 1.1f * LIMIT));
    assertEquals(2, level(alone, FINE_PIXELS, 10 * LIMIT));
    assertEquals(0, level(alone, FINE_PIXELS, 1.1f * LIMIT));
    assertEquals(alone, alone.of(Detail.INSET));
  }

  @Test
  void aPassIsOneOfThoseKnown() {
    assertThrows(IllegalArgumentException.class, () -> new Detail(1, AHEAD, 0, 0, Detail.PASSES));
  }
}
