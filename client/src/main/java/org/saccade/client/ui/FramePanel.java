package org.saccade.client.ui;

import imgui.ImDrawList;
import imgui.ImGui;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.saccade.offload.policy.Decision;

/**
 * Frame times as bars coloured by who drew the frame, the display period as a line, and below them
 * a thin ribbon of coverage.
 */
final class FramePanel {
  private static final float HEIGHT = 84;
  private static final float RIBBON = 6;

  private FramePanel() {}

  static void draw(OverlayHistory history, @Nullable Decision decision, float width, float scale) {
    float left = ImGui.getCursorScreenPosX();
    float top = ImGui.getCursorScreenPosY();
    float height = HEIGHT * scale;
    double budgetMillis = decision == null ? 0 : decision.costs().budgetNanos() / 1e6;
    double ceiling = Math.max(history.longestMillis(), budgetMillis) * 1.15 + 1e-3;
    var list = ImGui.getWindowDrawList();
    list.addRectFilled(left, top, left + width, top + height, Palette.GROUND, 3 * scale);
    bars(list, history, new Box(left, top, width, height), ceiling, scale);
    if (budgetMillis > 0) {
      float y = top + height * (float) (1 - budgetMillis / ceiling);
      list.addLine(left, y, left + width, y, Palette.GRID, scale);
      list.addText(
          left + 4 * scale,
          y - ImGui.getTextLineHeight(),
          Palette.FAINT,
          String.format(Locale.ROOT, "%.1f ms a frame", budgetMillis));
    }
    ImGui.dummy(width, height + (RIBBON + 3) * scale);
  }

  private static void bars(
      ImDrawList list, OverlayHistory history, Box box, double ceiling, float scale) {
    float step = box.width / OverlayHistory.LENGTH;
    float ribbonTop = box.top + box.height + 2 * scale;
    for (int back = 0; back < history.count(); back++) {
      float right = box.left + box.width - back * step;
      float left = right - Math.max(step - 0.5f, 1);
      float barTop = box.top + box.height * (float) (1 - history.busyMillis(back) / ceiling);
      list.addRectFilled(left, barTop, right, box.top + box.height, Palette.of(history.mode(back)));
      float coverage = history.coverage(back);
      int colour =
          coverage >= 0.9f ? Palette.GOOD : coverage >= 0.5f ? Palette.WARNING : Palette.BAD;
      list.addRectFilled(left, ribbonTop, right, ribbonTop + RIBBON * scale, colour);
    }
  }

  private record Box(float left, float top, float width, float height) {}
}
