package org.saccade.client.ui;

import imgui.ImGui;
import imgui.flag.ImGuiCond;
import imgui.flag.ImGuiWindowFlags;
import org.saccade.client.settings.SavedSettings;
import org.saccade.client.settings.Setting;

/**
 * The settings on screen, for the mouse. The scale is taken over when its slider is let go: a panel
 * that grew while it is held would run away from the pointer.
 */
final class SettingsPanel {
  private static final int FLAGS =
      ImGuiWindowFlags.NoDecoration
          | ImGuiWindowFlags.NoNav
          | ImGuiWindowFlags.NoMove
          | ImGuiWindowFlags.AlwaysAutoResize
          | ImGuiWindowFlags.NoSavedSettings;
  private static final float MARGIN = 12;
  private static final float NAMES = 130;
  private static final float SLIDERS = 180;

  private final float[] slid = new float[1];
  private float heldScale;

  /** At the upper right; returns the settings as the person left them. */
  SavedSettings draw(SavedSettings settings, int width, float scale) {
    ImGui.setNextWindowPos(width - MARGIN * scale, MARGIN * scale, ImGuiCond.Always, 1, 0);
    ImGui.setNextWindowBgAlpha(0.88f);
    var wanted = settings;
    if (ImGui.begin("settings", FLAGS)) {
      Words.show(Palette.TEXT, "Settings");
      ImGui.sameLine(NAMES * scale);
      Words.show(Palette.FAINT, "F3 or Esc closes and saves");
      ImGui.separator();
      wanted = number(wanted, Setting.FOV_DEGREES, "field of view", 30, 110, "%.0f deg", scale);
      wanted = number(wanted, Setting.MOUSE_SENSITIVITY, "mouse", 0.1f, 3, "%.2f x", scale);
      wanted = toggle(wanted, Setting.INVERTED_PITCH, "invert up and down", scale);
      wanted =
          number(wanted, Setting.WALKING_METRES_PER_SECOND, "walking", 0.5f, 5, "%.1f m/s", scale);
      wanted = number(wanted, Setting.VOLUME_PERCENT, "volume", 0, 100, "%.0f %%", scale);
      ImGui.separator();
      wanted = toggle(wanted, Setting.VSYNC, "wait for the display (vsync)", scale);
      wanted = toggle(wanted, Setting.FULL_SCREEN, "full screen (F11)", scale);
      wanted = toggle(wanted, Setting.OVERLAY, "overlay of figures (F2)", scale);
      wanted = size(wanted, scale);
      ImGui.separator();
      if (ImGui.button("as at first")) {
        wanted = SavedSettings.standard();
      }
    }
    ImGui.end();
    return wanted;
  }

  /** Forgets a slider held while the panel was closed. */
  void letGo() {
    heldScale = 0;
  }

  private SavedSettings number(
      SavedSettings settings,
      Setting setting,
      String name,
      float least,
      float most,
      String format,
      float scale) {
    slid[0] = (float) settings.get(setting);
    boolean isMoved = slider(name, least, most, format, scale);
    return isMoved ? settings.with(setting, Math.round(slid[0] * 100) / 100.0) : settings;
  }

  private SavedSettings size(SavedSettings settings, float scale) {
    slid[0] = heldScale > 0 ? heldScale : (float) settings.get(Setting.OVERLAY_SCALE);
    if (slider("text size", 0.5f, 3, "%.2f x", scale)) {
      heldScale = slid[0];
    }
    if (heldScale > 0 && !ImGui.isItemActive()) {
      var wanted = settings.with(Setting.OVERLAY_SCALE, Math.round(heldScale * 20) / 20.0);
      heldScale = 0;
      return wanted;
    }
    return settings;
  }

  private boolean slider(String name, float least, float most, String format, float scale) {
    ImGui.alignTextToFramePadding();
    Words.show(Palette.FAINT, name);
    ImGui.sameLine(NAMES * scale);
    ImGui.setNextItemWidth(SLIDERS * scale);
    return ImGui.sliderFloat("##" + name, slid, least, most, format);
  }

  private static SavedSettings toggle(
      SavedSettings settings, Setting setting, String name, float scale) {
    ImGui.setCursorPosX(NAMES * scale);
    return ImGui.checkbox(name, settings.is(setting)) ? settings.toggled(setting) : settings;
  }
}
