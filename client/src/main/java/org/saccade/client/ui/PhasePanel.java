package org.saccade.client.ui;

import imgui.ImGui;
import java.util.Locale;
import org.saccade.offload.profile.FrameRecord;
import org.saccade.offload.profile.Phase;

/** Where the last frame's milliseconds went, a bar a phase. */
final class PhasePanel {
  private static final float NAME_WIDTH = 70;

  private PhasePanel() {}

  static void draw(FrameRecord frame, float width, float scale) {
    double whole = Math.max(frame.busyNanos(), 1);
    for (var phase : Phase.values()) {
      if (phase != Phase.WAIT) {
        row(phase, frame.phases().nanos(phase), whole, width, scale);
      }
    }
  }

  private static void row(Phase phase, long nanos, double whole, float width, float scale) {
    float left = ImGui.getCursorScreenPosX();
    float top = ImGui.getCursorScreenPosY();
    float line = ImGui.getTextLineHeight();
    float start = left + NAME_WIDTH * scale;
    float room = width - (NAME_WIDTH + 64) * scale;
    var list = ImGui.getWindowDrawList();
    list.addText(left, top, Palette.FAINT, phase.name().toLowerCase(Locale.ROOT));
    list.addRectFilled(start, top + 2, start + room, top + line - 2, Palette.GROUND);
    float filled = (float) Math.min(room, room * nanos / whole);
    list.addRectFilled(start, top + 2, start + filled, top + line - 2, Palette.GOOD);
    list.addText(
        start + room + 8 * scale,
        top,
        Palette.TEXT,
        String.format(Locale.ROOT, "%.2f", nanos / 1e6));
    ImGui.dummy(width, line);
  }
}
