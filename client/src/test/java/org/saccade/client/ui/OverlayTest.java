package org.saccade.client.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lwjgl.BufferUtils;
import org.lwjgl.opengl.GL45C;
import org.saccade.client.settings.SavedSettings;
import org.saccade.offload.policy.Mode;
import org.saccade.offload.policy.Observation;
import org.saccade.offload.policy.Policies;
import org.saccade.offload.policy.Readiness;
import org.saccade.offload.profile.Phase;
import org.saccade.offload.profile.Profiler;
import org.saccade.offload.rate.RateLimit;
import org.saccade.render.gpu.GlDebug;
import org.saccade.render.pass.AntiAliasing;
import org.saccade.render.pass.RenderTarget;
import org.saccade.render.tile.Face;
import org.saccade.render.tile.Fingerprint;
import org.saccade.render.tile.Recipe;
import org.saccade.render.tile.Shell;
import org.saccade.render.tile.Surface;
import org.saccade.render.tile.TileAddress;
import org.saccade.render.window.OffscreenContext;

@NullMarked
final class OverlayTest {
  private static final int SIZE = 512;
  private static final long NEAR_CELL =
      TileAddress.of(Shell.NEAR, 1, 2, 3, Surface.FIRST, Face.NEGATIVE_Z, 0, 0, 0);

  private final OverlayHistory history = new OverlayHistory();

  @Test
  @Tag("gpu")
  void drawsItsPanelsWithoutAWindowAndLeavesTheRestAlone() {
    try (var context = OffscreenContext.createDebug();
        var target = RenderTarget.display(SIZE, SIZE, AntiAliasing.NONE);
        var overlay = Overlay.create(1, history)) {
      target.bind();
      GL45C.glClearColor(0, 0, 0, 1);
      GL45C.glClear(GL45C.GL_COLOR_BUFFER_BIT);
      for (int frame = 0; frame < 300; frame++) {
        history.add(10 + frame % 7, frame < 100 ? Mode.LOCAL : Mode.EDGE, frame / 300.0);
      }
      var shown = new Overlay.Shown(state(), List.of(new HelpLine("F1", "this help")), null);
      overlay.draw(shown, new PanelPointer(), SIZE, SIZE); // the first picture has it
      var pixels = BufferUtils.createByteBuffer(SIZE * SIZE * 4);
      GL45C.glReadPixels(0, 0, SIZE, SIZE, GL45C.GL_RGBA, GL45C.GL_UNSIGNED_BYTE, pixels);

      assertTrue(litShare(pixels, 0, SIZE / 2) > 0.2, "the panel lies on the left");
      assertTrue(litShare(pixels, 400, SIZE) < 0.1, "the right holds at most the help");
      GlDebug.requireNoErrors();
      assertTrue(context.device().renderer().length() > 0);
    }
  }

  @Test
  @Tag("gpu")
  void aClickInTheSettingsThrowsASwitchAtAnyScale() {
    try (var context = OffscreenContext.createDebug();
        var target = RenderTarget.display(1024, 1024, AntiAliasing.NONE);
        var overlay = Overlay.create(1, history)) {
      target.bind();
      for (float scale : new float[] {1, 1.5f, 2}) {
        overlay.rescale(scale);
        int thrown = 0;
        for (int y = 0; y < 400 * scale; y += 6) {
          thrown += click(overlay, 1024 - 180 * scale, y) ? 1 : 0;
        }
        assertTrue(thrown >= 4, "switches thrown at scale %s: %d".formatted(scale, thrown));
      }
      GlDebug.requireNoErrors();
      assertTrue(context.device().renderer().length() > 0);
    }
  }

  private static boolean click(Overlay overlay, float x, float y) {
    var settings = SavedSettings.standard();
    var pointer = new PanelPointer();
    pointer.move(x, y);
    pointer.press(true);
    pointer.press(false);
    boolean isThrown = false;
    for (int draw = 0; draw < 5; draw++) { // a move, a press and a release take a frame each
      var shown = new Overlay.Shown(null, List.of(), settings);
      var wanted = overlay.draw(shown, pointer, 1024, 1024);
      isThrown |= wanted != null && !wanted.equals(settings);
    }
    return isThrown;
  }

  @Test
  void showsTheFinestResidentLevelOfEachBlock() {
    long leftHalf = TileAddress.of(Shell.NEAR, 1, 2, 3, Surface.FIRST, Face.NEGATIVE_Z, 1, 0, 0);
    var map =
        TileMap.of(
            address -> address == NEAR_CELL || address == leftHalf,
            recipe(),
            Shell.NEAR,
            NEAR_CELL);

    assertEquals(1, map.level(Face.NEGATIVE_Z, 1, 1));
    assertEquals(0, map.level(Face.NEGATIVE_Z, 2, 1));
    assertEquals(TileMap.MISSING, map.level(Face.POSITIVE_Z, 0, 0));
  }

  private static OverlayState state() {
    var profiler = new Profiler(4);
    profiler.beginFrame(0, 33_000_000);
    profiler.endPhase(Phase.POLL, 1_000_000);
    profiler.endPhase(Phase.DRAW, 22_000_000);
    profiler.endPhase(Phase.END, 23_000_000);
    profiler.endFrame();
    var decision =
        Policies.named("auto")
            .decide(
                new Observation(
                    0, 33_000_000, null, Readiness.FULL, Readiness.FULL, true, true, null));
    var map = TileMap.of(a -> TileAddress.level(a) < 2, recipe(), Shell.NEAR, NEAR_CELL);
    return new OverlayState(
        decision,
        profiler.last(0),
        0.93,
        new OverlayState.LinkFigures(
            "embedded edge, up", 20.4, 48.3, new LinkPace(9_000_000, RateLimit.QUEUE), 512, 12, 0),
        map,
        map,
        210_000,
        "recording raw gaze");
  }

  private static Recipe recipe() {
    return Recipe.standard(1, new Fingerprint(0, 0, 0, 0), 2, 85);
  }

  private static double litShare(ByteBuffer pixels, int fromX, int toX) {
    int lit = 0;
    for (int y = 0; y < SIZE; y++) {
      for (int x = fromX; x < toX; x++) {
        int at = (y * SIZE + x) * 4;
        int sum = (pixels.get(at) & 255) + (pixels.get(at + 1) & 255) + (pixels.get(at + 2) & 255);
        lit += sum > 24 ? 1 : 0;
      }
    }
    return lit / (double) (SIZE * (toX - fromX));
  }
}
