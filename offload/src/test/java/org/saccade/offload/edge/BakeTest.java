package org.saccade.offload.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.saccade.render.tile.Face;
import org.saccade.render.tile.Fingerprint;
import org.saccade.render.tile.Recipe;
import org.saccade.render.tile.Shell;
import org.saccade.render.tile.Surface;
import org.saccade.render.tile.TileAddress;

final class BakeTest {
  private static final long SLOW = Bake.WORTH_A_DRAFT_NANOS;

  private static Recipe recipe(int maxLevel) {
    return Recipe.standard(1, Fingerprint.sha256(new byte[] {1}), maxLevel, 85);
  }

  private static long tile(Surface surface, int level) {
    return TileAddress.of(Shell.FAR, 1, 2, 3, surface, Face.POSITIVE_X, level, 0, 0);
  }

  private static boolean isDraft(int maxLevel, Surface surface, int level, long wholeNanos) {
    return Bake.of(tile(surface, level), recipe(maxLevel), wholeNanos).isDraft();
  }

  @Test
  void coarseTilesNeedADraftAndTheFinestTheWholeFace() {
    assertEquals(true, isDraft(2, Surface.FIRST, 0, SLOW));
    assertEquals(true, isDraft(2, Surface.FIRST, 1, SLOW));
    assertEquals(false, isDraft(2, Surface.FIRST, 2, SLOW));
    assertEquals(false, isDraft(0, Surface.FIRST, 0, SLOW));
  }

  @Test
  void whatIsHiddenIsInNoDraft() {
    for (int level = 0; level <= 3; level++) {
      assertEquals(false, isDraft(3, Surface.BEHIND, level, SLOW));
    }
  }

  @Test
  void anEdgeThatBakesFastMakesNoDrafts() {
    assertEquals(false, isDraft(2, Surface.FIRST, 0, SLOW - 1));
    assertEquals(true, isDraft(2, Surface.FIRST, 0, 0), "nobody knows yet");
  }

  @Test
  void theFaceIsNamedAlikeByAllItsTiles() {
    var whole = new Bake(tile(Surface.FIRST, 0), false);
    assertEquals(whole, Bake.of(tile(Surface.BEHIND, 2), recipe(2), SLOW));
    assertEquals(whole, Bake.of(tile(Surface.FIRST, 2), recipe(2), SLOW));
  }
}
