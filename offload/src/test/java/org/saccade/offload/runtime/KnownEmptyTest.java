package org.saccade.offload.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.joml.Vector3d;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saccade.assets.ProgressListener;
import org.saccade.assets.SceneLibrary;
import org.saccade.render.codec.JpegCodec;
import org.saccade.render.codec.QuadMesh;
import org.saccade.render.codec.TileBody;
import org.saccade.render.codec.TileDecoder;
import org.saccade.render.panorama.TileBaker;
import org.saccade.render.scene.SceneLoader;
import org.saccade.render.tile.Face;
import org.saccade.render.tile.Fingerprint;
import org.saccade.render.tile.Recipe;
import org.saccade.render.tile.Shell;
import org.saccade.render.tile.Surface;
import org.saccade.render.tile.TileAddress;
import org.saccade.render.window.OffscreenContext;

final class KnownEmptyTest {
  private static final Recipe RECIPE =
      Recipe.standard(1, Fingerprint.sha256(new byte[] {1}), 2, 85);

  private final KnownEmpty known = new KnownEmpty();

  @Tag("gpu")
  @ParameterizedTest
  @EnumSource(Shell.class)
  void aFacesCoarsestHiddenTileTellsWhichFinerOnesAreEmpty(Shell shell, @TempDir Path folder)
      throws Exception {
    var scene =
        SceneLoader.load(SceneLibrary.materialise("studio", folder, ProgressListener.none()));
    var eye = new Vector3d(scene.start().position()).add(0.3, 1.6, 1.2);
    Map<Long, TileBody> bodies = new HashMap<>();
    int empty = 0;
    int shown = 0;
    try (var _ = OffscreenContext.createDebug();
        var baker = new TileBaker(scene, RECIPE, JpegCodec.best());
        var decoder = new TileDecoder(JpegCodec.best())) {
      for (var face : new Face[] {Face.NEGATIVE_Z, Face.POSITIVE_X}) {
        baker.bakeFace(shell, RECIPE.cellFor(shell, eye), face, bodies::put);
      }
      for (var tile : bodies.entrySet()) {
        if (TileAddress.level(tile.getKey()) == 0) {
          try (var decoded = decoder.decode(tile.getKey(), tile.getValue(), RECIPE)) {
            known.saw(tile.getKey(), decoded.quads(), RECIPE);
          }
        }
      }
    }
    for (var tile : bodies.entrySet()) {
      long address = tile.getKey();
      boolean isFineHidden =
          TileAddress.surface(address) == Surface.BEHIND && TileAddress.level(address) > 0;
      boolean isEmpty = isFineHidden && tile.getValue().isEmpty();
      assertEquals(isEmpty, known.has(address), TileAddress.describe(address));
      empty += isEmpty ? 1 : 0;
      shown += isFineHidden && !isEmpty ? 1 : 0;
    }
    assertTrue(empty > 4 && shown > 4, empty + " empty and " + shown + " shown tell little");
  }

  @Test
  void nothingIsKnownOfFacesNotSeenAndForgottenOnes() {
    long face = TileAddress.of(Shell.FAR, 1, 2, 3, Surface.BEHIND, Face.POSITIVE_Y, 0, 0, 0);
    long fine = TileAddress.withPlace(face, 2, 3, 1);
    assertFalse(known.has(fine));
    known.saw(face, QuadMesh.EMPTY, RECIPE);
    assertTrue(known.has(fine));
    assertFalse(known.has(face), "the coarsest is asked for");
    assertFalse(known.has(TileAddress.withSurface(fine, Surface.FIRST)));
    known.clear();
    assertFalse(known.has(fine));
  }

  @Test
  void firstSurfacesTellNothing() {
    long face = TileAddress.of(Shell.NEAR, 1, 2, 3, Surface.FIRST, Face.POSITIVE_Y, 0, 0, 0);
    known.saw(face, QuadMesh.EMPTY, RECIPE);
    assertFalse(known.has(TileAddress.withPlace(face, 1, 0, 0)));
  }
}
