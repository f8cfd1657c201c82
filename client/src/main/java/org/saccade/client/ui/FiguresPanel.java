package org.saccade.client.ui;

import imgui.ImGui;
import java.util.Locale;

/** The figures of a frame: its plot, who drew it and why, the link, the phases and the tiles. */
final class FiguresPanel {
  static final float WIDTH = 320;

  private FiguresPanel() {}

  /** One below the other, into the current window. */
  static void column(OverlayState state, OverlayHistory history, float scale, boolean hasTileMaps) {
    float width = WIDTH * scale;
    plot(state, history, width, scale);
    decision(state);
    link(state, false);
    if (state.lastFrame() != null) {
      ImGui.separator();
      PhasePanel.draw(state.lastFrame(), width, scale);
    }
    if (hasTileMaps && state.near() != null && state.far() != null) {
      ImGui.separator();
      tiles(state, width);
    }
  }

  /** In two columns: times on the left, tiles on the right. */
  static void spread(OverlayState state, OverlayHistory history, float width, float scale) {
    float left = 0.44f * width;
    float right = width - left - 16 * scale;
    ImGui.beginGroup();
    plot(state, history, left, scale);
    if (state.lastFrame() != null) {
      PhasePanel.draw(state.lastFrame(), left, scale);
    }
    ImGui.endGroup();
    ImGui.sameLine(0, 16 * scale);
    ImGui.beginGroup();
    decision(state);
    link(state, true);
    ImGui.dummy(right, 4 * scale);
    tiles(state, right);
    ImGui.endGroup();
  }

  private static void plot(OverlayState state, OverlayHistory history, float width, float scale) {
    var frame = state.lastFrame();
    double millis = frame == null ? 0 : frame.busyNanos() / 1e6;
    Words.show(
        Palette.TEXT,
        String.format(
            Locale.ROOT,
            "%.1f ms   %.0f frames/s   %.2f M triangles",
            millis,
            1000 / Math.max(millis, 1),
            1e-6 * state.triangles()));
    FramePanel.draw(history, state.decision(), width, scale);
    if (!state.notice().isEmpty()) {
      Words.show(Palette.WARNING, state.notice());
    }
  }

  private static void decision(OverlayState state) {
    if (state.decision() != null) {
      DecisionPanel.draw(state.decision(), state.coverage());
    }
  }

  /** In three lines, or in four where they would be too long. */
  private static void link(OverlayState state, boolean isNarrow) {
    var link = state.link();
    Words.show(Palette.TEXT, link.words());
    Words.show(
        Palette.FAINT,
        String.format(
            Locale.ROOT,
            "rtt %s   %.1f Mbit/s",
            link.roundTripMillis() < 0
                ? "?"
                : String.format(Locale.ROOT, "%.1f ms", link.roundTripMillis()),
            link.megabitsPerSecond()));
    if (!isNarrow) {
      ImGui.sameLine();
    }
    Words.show(Palette.FAINT, "missed by network %d".formatted(link.missedByNetwork()));
    if (link.roundTripMillis() >= 0) {
      var pace = link.pace();
      Words.show(
          Palette.FAINT,
          String.format(
              Locale.ROOT, "up to %.1f Mbit/s: %s", pace.bytesPerSecond() * 8e-6, pace.words()));
    }
    Words.show(
        Palette.FAINT, "tiles %d, missing %d".formatted(link.residentTiles(), link.missingTiles()));
  }

  private static void tiles(OverlayState state, float width) {
    var near = state.near();
    var far = state.far();
    if (near == null || far == null) {
      return;
    }
    float half = width / 2 - 4;
    ImGui.beginGroup();
    TilePanel.draw(near, half);
    ImGui.endGroup();
    ImGui.sameLine();
    ImGui.beginGroup();
    TilePanel.draw(far, half);
    ImGui.endGroup();
  }
}
