package org.saccade.client.ui;

import imgui.ImGui;
import imgui.flag.ImGuiCond;
import java.util.List;

/** The keys, on screen. */
final class HelpPanel {
  private HelpPanel() {}

  static void draw(List<HelpLine> lines, int width, int height, float scale) {
    ImGui.setNextWindowPos(width / 2f, height - 24 * scale, ImGuiCond.Always, 0.5f, 1);
    ImGui.setNextWindowBgAlpha(0.72f);
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
