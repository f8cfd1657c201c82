package org.saccade.client.bench.foveation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.joml.Quaternionf;
import org.joml.Vector3f;
import org.junit.jupiter.api.Test;
import org.saccade.offload.fov.AcuitySettings;
import org.saccade.offload.fov.ChooserSettings;
import org.saccade.offload.fov.GuardBand;
import org.saccade.offload.fov.Look;
import org.saccade.render.tile.Face;
import org.saccade.render.tile.Fingerprint;
import org.saccade.render.tile.Recipe;

final class LayoutsTest {
  private static final int PIXELS = 320;
  private static final Look.At AHEAD = new Look.At(new Vector3f(0, 0, -1), 0);
  private static final List<Layout> LAYOUTS =
      List.of(
          new Uniform(),
          Wivrn.standard(),
          new Alvr(false),
          new Alvr(true),
          new QuadViews(),
          tiles());

  private final SourceView view = view();
  private final Coder coder = new Coder();

  @Test
  void everyMapHoldsTheWholeViewAndWholePixelsAtTheGaze() {
    for (double gaze : new double[] {-1, -0.6, 0, 0.31, 1}) {
      for (var axis : List.of(Wivrn.standard().axis(1440, gaze), Alvr.axis(1440, 0.45, 4, gaze))) {
        assertEquals(0, axis.edge(0));
        assertEquals(1440, axis.edge(axis.texels()), 1e-9);
        double at = Math.clamp((gaze + 1) / 2 * 1440, 1, 1439);
        int texel = 0;
        while (axis.edge(texel + 1) < at) {
          texel++;
        }
        assertEquals(1, axis.edge(texel + 1) - axis.edge(texel), 0.2, "gaze at " + gaze);
      }
    }
  }

  @Test
  void theMapsHaveThePublishedNumbersOfPixels() {
    assertEquals(432, Wivrn.standard().axis(1440, 0).texels(), "0.3");
    assertEquals(846, Alvr.axis(1440, 0.45, 4, 0).texels(), "0.45 + 0.55 / 4");
    assertEquals(744, Alvr.axis(1440, 0.4, 5, 0).texels(), "0.4 + 0.6 / 5, in whole tens");
  }

  @Test
  void whatIsSentIsShownAgainSharplyWhereTheEyeLooks() {
    for (var layout : LAYOUTS) {
      var shown = layout.send(view, AHEAD, 95, coder).shown();
      int off = 0;
      for (int y = PIXELS / 2 - 8; y < PIXELS / 2 + 8; y++) {
        for (int x = PIXELS / 2 - 8; x < PIXELS / 2 + 8; x++) {
          off += Math.abs((shown.at(x, y) & 255) - (view.truth().at(x, y) & 255));
        }
      }
      assertTrue(off < 256 * 12, layout.name() + " is off by " + off / 256.0);
    }
  }

  @Test
  void mapsTakeFewerBytesThanEveryPixelAndQualityTakesMore() {
    long all = new Uniform().send(view, AHEAD, 60, coder).bytes();
    for (var layout : LAYOUTS) {
      long bytes = layout.send(view, AHEAD, 60, coder).bytes();
      assertTrue(layout.send(view, AHEAD, 85, coder).bytes() > bytes, layout.name());
      boolean isMap = !(layout instanceof Uniform || layout instanceof TileMosaic);
      assertTrue(!isMap || bytes < all, layout.name() + " takes " + bytes + " of " + all);
    }
  }

  @Test
  void tilesTakeFewerBytesWhereTheEyeIsKnownThanWhereItIsNot() {
    long known = tiles().send(view, AHEAD, 60, coder).bytes();
    var unsure = new Look.At(new Vector3f(0, 0, -1), 0.7);
    long unknown = tiles().send(view, unsure, 60, coder).bytes();
    assertTrue(known < unknown, known + " and " + unknown);
  }

  @Test
  void aMeanOfPixelsKeepsWhatIsFlat() {
    int[] flat = new int[64 * 64];
    java.util.Arrays.fill(flat, 0xFF204060);
    var squeezed = GridMap.even(24, 32).squeeze(new Raster(64, 64, flat), 2);
    int[] expected = new int[24 * 24];
    java.util.Arrays.fill(expected, 0xFF204060);
    assertArrayEquals(expected, squeezed.rgba());
  }

  @Test
  void bytesAtAnErrorLieBetweenThoseOfTwoQualitiesAndNowhereElse() {
    var curve =
        new Curve(
            List.of(
                new Curve.Point(20, 100, 0.4, 0, 0.2, 0),
                new Curve.Point(80, 400, 0.2, 0, 0.1, 0)));
    assertEquals(200, curve.at(0.3).bytes(), 1e-9);
    assertEquals(0.15, curve.at(0.3).middle(), 1e-9);
    assertTrue(Double.isNaN(curve.at(0.5).bytes()) && Double.isNaN(curve.at(0.1).bytes()));
  }

  private static TileMosaic tiles() {
    var look = new Fingerprint(0, 0, 0, 0);
    var recipe = new Recipe(Recipe.FORMAT_VERSION, 64, 3, -1, 0, 4, 85, 1, 8, 0.02f, 1, look);
    var settings =
        new ChooserSettings(1_000, new GuardBand(0.002f, 0.002f), AcuitySettings.STANDARD, false);
    return new TileMosaic("ours", recipe, settings);
  }

  /** A pattern fine enough to cost bytes, coarse enough to be seen. */
  private static SourceView view() {
    int side = PIXELS * SourceView.FINER;
    int[] rgba = new int[side * side];
    for (int i = 0; i < rgba.length; i++) {
      int row = i / side;
      int wave = (int) (128 + 90 * Math.sin(i % side * 0.11) * Math.cos(row * 0.09));
      rgba[i] = 0xFF000000 | wave << 16 | wave << 8 | wave;
    }
    var faces = java.util.Collections.nCopies(Face.COUNT, new Raster(1, 1, new int[] {0xFF808080}));
    return new SourceView(new Raster(side, side, rgba), faces, new Quaternionf(), 1);
  }
}
