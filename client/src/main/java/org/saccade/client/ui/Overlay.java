package org.saccade.client.ui;

import imgui.ImGui;
import imgui.flag.ImGuiCond;
import imgui.flag.ImGuiWindowFlags;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.saccade.client.settings.SavedSettings;

/**
 * The developer's overlay: where a frame's milliseconds went, who drew it and why, and which tiles
 * are there. It draws into the framebuffer bound by the caller, with or without a window; the frame
 * thread owns it.
 *
 * <p>The overlay shows, and the client's own keys toggle it; only the settings take the mouse.
 */
public final class Overlay implements AutoCloseable {
  static final int PANEL_FLAGS =
      ImGuiWindowFlags.NoDecoration
          | ImGuiWindowFlags.NoInputs
          | ImGuiWindowFlags.NoNav
          | ImGuiWindowFlags.AlwaysAutoResize
          | ImGuiWindowFlags.NoSavedSettings;

  private static final float MARGIN = 12;

  /** Points of height below which the tile maps are left out: the help would cover them. */
  private static final float LOW = 560;

  private final OverlayHistory history;
  private final Gui gui;
  private final SettingsPanel settingsPanel = new SettingsPanel();
  private boolean hasLayout;

  private Overlay(float scale, OverlayHistory history) {
    this.history = history;
    gui = new Gui(scale);
  }

  /**
   * What is switched on.
   *
   * @param state figures of this instant; null hides the panels
   * @param help lines to show at the bottom; empty hides them
   * @param settings to change on screen; null hides them
   */
  public record Shown(
      @Nullable OverlayState state, List<HelpLine> help, @Nullable SavedSettings settings) {
    public Shown {
      help = List.copyOf(help);
    }

    /** Whether nothing is. */
    public boolean isNothing() {
      return state == null && help.isEmpty() && settings == null;
    }
  }

  /**
   * Makes the overlay for the GL context current on this thread.
   *
   * @param scale pixels per point: 1, or the window's content scale on a HiDPI display
   * @param history the frames the plots show; the frame loop adds each finished one
   */
  public static Overlay create(float scale, OverlayHistory history) {
    return new Overlay(scale, history);
  }

  /** Takes another size of text and panels from the next draw on. */
  public void rescale(float pixelsPerPoint) {
    gui.rescale(pixelsPerPoint);
  }

  /**
   * Draws what is switched on over the picture.
   *
   * @return the settings shown, as the person changed them; null when none are
   */
  public @Nullable SavedSettings draw(Shown shown, PanelPointer pointer, int width, int height) {
    if (shown.settings() == null) {
      settingsPanel.letGo();
    }
    if (shown.isNothing()) {
      pointer.clear();
      return null;
    }
    if (!hasLayout) { // Dear ImGui learns how large panels are from a first pass, and shows none in
      // it
      gui.begin(new PanelPointer(), width, height, 1 / 60f);
      describe(shown, width, height);
      gui.skip();
      hasLayout = true;
    }
    gui.begin(pointer, width, height, 1 / 60f);
    var wanted = describe(shown, width, height);
    gui.end();
    return wanted;
  }

  private @Nullable SavedSettings describe(Shown shown, int width, int height) {
    float scale = gui.scale();
    if (shown.state() != null) {
      boolean isLow = height < LOW * scale;
      panel(shown.state(), !isLow);
    }
    boolean isCrowded = shown.state() != null && HelpPanel.isNarrow(width, height, scale);
    if (!shown.help().isEmpty() && !isCrowded) {
      HelpPanel.draw(shown.help(), width, height, scale);
    }
    var settings = shown.settings();
    return settings == null ? null : settingsPanel.draw(settings, width, scale);
  }

  private void panel(OverlayState state, boolean hasTileMaps) {
    float scale = gui.scale();
    ImGui.setNextWindowPos(MARGIN * scale, MARGIN * scale, ImGuiCond.Always);
    ImGui.setNextWindowBgAlpha(0.72f);
    if (ImGui.begin("frame", PANEL_FLAGS)) {
      FiguresPanel.column(state, history, scale, hasTileMaps);
    }
    ImGui.end();
  }

  @Override
  public void close() {
    gui.close();
  }
}
