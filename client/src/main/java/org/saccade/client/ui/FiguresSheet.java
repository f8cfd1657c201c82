package org.saccade.client.ui;

import imgui.ImGui;
import imgui.flag.ImGuiCol;
import imgui.flag.ImGuiCond;

/** The overlay's figures on a sheet of their own, for a panel in the headset. Frame thread. */
public final class FiguresSheet implements AutoCloseable {
  /** Pixels of the sheet. */
  public static final int WIDTH = 1280;

  /** Pixels of the sheet. */
  public static final int HEIGHT = 612;

  private static final float SCALE = 2;

  private final Gui gui = new Gui(SCALE);
  private final PanelPointer nobody = new PanelPointer();

  /** Draws the sheet whole into the framebuffer bound by the caller. */
  public void draw(OverlayState state, OverlayHistory history, float seconds) {
    gui.begin(nobody, WIDTH, HEIGHT, seconds);
    Sheets.style();
    ImGui.setNextWindowPos(0, 0, ImGuiCond.Always);
    ImGui.setNextWindowSize(WIDTH, HEIGHT, ImGuiCond.Always);
    ImGui.pushStyleColor(ImGuiCol.WindowBg, Palette.SHEET);
    if (ImGui.begin("figures", Sheets.FLAGS)) {
      FiguresPanel.spread(state, history, ImGui.getContentRegionAvailX(), SCALE);
    }
    ImGui.end();
    ImGui.popStyleColor();
    gui.end();
  }

  @Override
  public void close() {
    gui.close();
  }
}
