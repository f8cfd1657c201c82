package org.saccade.client.ui;

import imgui.flag.ImGuiWindowFlags;

/** What panels in the headset have in common. */
public final class Sheets {
  static final int FLAGS =
      ImGuiWindowFlags.NoDecoration
          | ImGuiWindowFlags.NoNav
          | ImGuiWindowFlags.NoMove
          | ImGuiWindowFlags.NoSavedSettings;

  private Sheets() {}

  /**
   * Red, green, blue of the ground a sheet is drawn on, 0..1 and display-referred. Cleared to it
   * with alpha 0, what Dear ImGui blends over it leaves each pixel's own colour beside its alpha
   * (straight, not premultiplied): the rim of a rounded corner stays dark, and the runtime, which
   * decodes sRGB before it multiplies, gets every colour right.
   */
  public static float ground(int channel) {
    return (Palette.SHEET >> 8 * channel & 0xFF) / 255f;
  }
}
