package org.saccade.render.tile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class RecipeTest {
  private static final Fingerprint LOOK = Fingerprint.sha256(new byte[] {7});

  @Test
  void whatChangesATilesLookChangesTheFingerprint() {
    Recipe recipe = Recipe.standard(1f, LOOK);
    assertEquals(recipe.fingerprint(), Recipe.standard(1f, LOOK).fingerprint());
    assertNotEquals(recipe.fingerprint(), Recipe.standard(1.5f, LOOK).fingerprint());
    assertNotEquals(recipe.fingerprint(), Recipe.standard(1f, LOOK, 2, 92).fingerprint());
    assertNotEquals(
        recipe.fingerprint(), Recipe.standard(1f, Fingerprint.sha256(new byte[0])).fingerprint());
  }

  @Test
  void leavesNeverStraddleABlockOfTheFinestLevel() {
    Recipe recipe = Recipe.standard(1f, LOOK);
    assertEquals(64, recipe.largestLeaf(0));
    assertEquals(256, recipe.largestLeaf(2));
  }

  @Test
  void aPlaneAtToleranceMovesATexelByOnePixelAtTheLargestOffset() {
    Recipe recipe = Recipe.standard(1f, LOOK);
    assertEquals(0.433f, recipe.maxOffset(Shell.NEAR), 1e-3f);
    float moved = recipe.tolerance(Shell.NEAR, 2) * recipe.maxOffset(Shell.NEAR) * 512;
    assertEquals(1f, moved, 1e-6f);
  }

  @Test
  void nearReachesAsFarAsAnyFarCellThatHoldsTheEyeBegins() {
    Recipe recipe = Recipe.standard(1f, LOOK);
    assertEquals(5f, recipe.farPlane(Shell.NEAR));
    assertEquals(4f, recipe.nearPlane(Shell.FAR));
  }

  @Test
  void aBadValueIsNamedWithItsLimits() {
    var e = assertThrows(IllegalArgumentException.class, () -> Recipe.standard(1f, LOOK, 9, 85));
    assertTrue(e.toString().contains("maxLevel is 9; expected 0..4"), e.toString());
  }

  @Test
  void aDigestOfKnownInputIsTheStandardsOne() {
    assertEquals(
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        Fingerprint.sha256().hex());
  }
}
