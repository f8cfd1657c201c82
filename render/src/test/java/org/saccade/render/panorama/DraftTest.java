package org.saccade.render.panorama;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.joml.Vector3d;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saccade.assets.ProgressListener;
import org.saccade.assets.SceneLibrary;
import org.saccade.render.codec.JpegCodec;
import org.saccade.render.codec.TileBody;
import org.saccade.render.codec.TileDecoder;
import org.saccade.render.quality.Ssim;
import org.saccade.render.scene.SceneLoader;
import org.saccade.render.tile.Face;
import org.saccade.render.tile.Fingerprint;
import org.saccade.render.tile.Recipe;
import org.saccade.render.tile.Shell;
import org.saccade.render.tile.TileAddress;
import org.saccade.render.window.OffscreenContext;

/** Drafts of the studio beside the tiles of whole faces. */
@Tag("gpu")
final class DraftTest {
  private static final Recipe RECIPE =
      Recipe.standard(1, Fingerprint.sha256(new byte[] {1}), 2, 95);

  @ParameterizedTest
  @EnumSource(Shell.class)
  void aDraftLooksLikeTheTilesOfTheWholeFace(Shell shell, @TempDir Path folder) throws Exception {
    var scene =
        SceneLoader.load(SceneLibrary.materialise("studio", folder, ProgressListener.none()));
    var eye = new Vector3d(scene.start().position()).add(0.3, 1.6, 1.2);
    var cell = RECIPE.cellFor(shell, eye);
    Map<Long, TileBody> whole = new HashMap<>();
    Map<Long, TileBody> draft = new HashMap<>();
    try (var _ = OffscreenContext.createDebug();
        var baker = new TileBaker(scene, RECIPE, JpegCodec.best())) {
      baker.bakeFace(shell, cell, Face.NEGATIVE_Z, whole::put);
      baker.bakeDraft(shell, cell, Face.NEGATIVE_Z, draft::put);
    }
    Set<Long> expected = new HashSet<>(whole.keySet());
    expected.removeIf(tile -> !RECIPE.isInDraft(tile));
    assertEquals(expected, draft.keySet());
    assertEquals(5, draft.size());
    for (var tile : draft.entrySet()) {
      double alike =
          alike(tile.getKey(), tile.getValue(), requireNonNull(whole.get(tile.getKey())));
      assertTrue(
          alike > 0.9, "%s: SSIM %.3f".formatted(TileAddress.describe(tile.getKey()), alike));
    }
  }

  private static double alike(long address, TileBody one, TileBody other) throws Exception {
    return Ssim.mean(
        Ssim.map(
            luma(address, one), luma(address, other), RECIPE.tilePixels(), RECIPE.tilePixels()));
  }

  /** 0..1, and 0 where nothing is. */
  private static float[] luma(long address, TileBody body) throws Exception {
    float[] luma = new float[RECIPE.tilePixels() * RECIPE.tilePixels()];
    try (var decoder = new TileDecoder(JpegCodec.best());
        var tile = decoder.decode(address, body, RECIPE)) {
      var rgba = tile.rgba().buffer();
      for (int i = 0; i < luma.length && !tile.isEmpty(); i++) {
        float green = (rgba.get(4 * i + 1) & 255) / 255f;
        luma[i] = rgba.get(4 * i + 3) == 0 ? 0 : green;
      }
    }
    return luma;
  }
}
