package org.saccade.client.ui;

import imgui.ImGui;
import imgui.flag.ImGuiWindowFlags;

/** What panels in the headset have in common. */
public final class Sheets {
  static final int FLAGS =
      ImGuiWindowFlags.NoDecoration
          | ImGuiWindowFlags.NoNav
          | ImGuiWindowFlags.NoMove
          | ImGuiWindowFlags.NoSavedSettings;

  static final float PADDING = 36;

  private Sheets() {}

  /** Between a context's beginning and its first window. */
  static void style() {
    var style = ImGui.getStyle();
    style.setWindowPadding(PADDING, PADDING - 6);
    style.setFrameRounding(12);
    style.setWindowRounding(28);
    style.setWindowBorderSize(0);
    style.setDisabledAlpha(0.45f);
  }

  /**
   * Red, green, blue of the ground a sheet is drawn on, 0..1 and display-referred. Cleared to it
   * with alpha 0, what Dear ImGui blends over it leaves each pixel's own colour beside its alpha
   * (straight, not premultiplied): the rim of a rounded corner stays dark, and the runtime, which
   * decodes sRGB before it multiplies, gets every colour right.
   */
  public static float ground(int channel) {
    return ((Palette.SHEET >> (8 * channel)) & 0xFF) / 255f;
  }
}
