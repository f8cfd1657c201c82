package org.saccade.client.ui;

import imgui.ImGui;

/** Text in a colour; Dear ImGui reads it as a format, so a percent sign is doubled. */
final class Words {
  private Words() {}

  static void show(int colour, String words) {
    ImGui.textColored(colour, words.replace("%", "%%"));
  }
}
