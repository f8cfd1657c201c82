package org.saccade.client.ui;

import imgui.ImGui;
import imgui.flag.ImGuiCond;
import java.util.List;

/** The keys, on screen. */
final class HelpPanel {
  private static final float NARROW = 900;
  private static final float LOW = 700;
  private static final float MARGIN = 12;

  private HelpPanel() {}

  /** Whether the help would cover other panels, wherever it lies. */
  static boolean isNarrow(int width, int height, float scale) {
    return width < NARROW * scale && height < LOW * scale;
  }

  /** In the middle at the bottom; in a narrow window at the right, beside the panels. */
  static void draw(List<HelpLine> lines, int width, int height, float scale) {
    boolean isNarrow = width < NARROW * scale;
    float across = isNarrow ? width - MARGIN * scale : width / 2f;
    float pivot = isNarrow ? 1 : 0.5f;
    ImGui.setNextWindowPos(across, height - 24 * scale, ImGuiCond.Always, pivot, 1);
    ImGui.setNextWindowBgAlpha(0.82f);
    if (ImGui.begin("help", Overlay.PANEL_FLAGS)) {
      for (var line : lines) {
        Words.show(Palette.TEXT, line.keys());
        ImGui.sameLine(170 * scale);
        Words.show(Palette.FAINT, line.effect());
      }
    }
    ImGui.end();
  }
}
