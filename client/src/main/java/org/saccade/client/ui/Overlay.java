package org.saccade.client.ui;

import imgui.ImFontConfig;
import imgui.ImGui;
import imgui.flag.ImGuiCond;
import imgui.flag.ImGuiConfigFlags;
import imgui.flag.ImGuiWindowFlags;
import imgui.gl3.ImGuiImplGl3;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.saccade.client.settings.SavedSettings;

/**
 * The developer's overlay: where a frame's milliseconds went, who drew it and why, and which tiles
 * are there. It draws into the framebuffer bound by the caller, with or without a window, and owns
 * Dear ImGui's one context; the frame thread owns it.
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

  private static final float PANEL_WIDTH = 320;
  private static final float MARGIN = 12;

  /** The size Dear ImGui's own letters were drawn for. */
  private static final float LETTER_PIXELS = 13;

  /** Points of height below which the tile maps are left out: the help would cover them. */
  private static final float LOW = 560;

  private final ImGuiImplGl3 backend = new ImGuiImplGl3();
  private final OverlayHistory history = new OverlayHistory();
  private final SettingsPanel settingsPanel = new SettingsPanel();
  private float scale;

  private Overlay(float scale) {
    this.scale = scale;
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
   */
  public static Overlay create(float scale) {
    ImGui.createContext();
    var io = ImGui.getIO();
    io.setIniFilename(null);
    io.setLogFilename(null);
    io.addConfigFlags(ImGuiConfigFlags.NoMouseCursorChange);
    var overlay = new Overlay(scale);
    overlay.size();
    overlay.backend.init("#version 450");
    return overlay;
  }

  /** Takes another size of text and panels from the next draw on. */
  public void rescale(float pixelsPerPoint) {
    if (pixelsPerPoint != scale) {
      scale = pixelsPerPoint;
      backend.destroyFontsTexture();
      size();
      backend.createFontsTexture();
    }
  }

  /** Letters are made for the size they are shown at: stretched ones would be blurred. */
  private void size() {
    var fonts = ImGui.getIO().getFonts();
    fonts.clear();
    var config = new ImFontConfig();
    config.setSizePixels(Math.max(6, Math.round(LETTER_PIXELS * scale)));
    fonts.addFontDefault(config);
    config.destroy();
    var style = ImGui.getStyle();
    style.setWindowPadding(8 * scale, 8 * scale);
    style.setFramePadding(4 * scale, 3 * scale);
    style.setItemSpacing(8 * scale, 4 * scale);
    style.setItemInnerSpacing(4 * scale, 4 * scale);
    style.setGrabMinSize(10 * scale);
    style.setWindowRounding(6 * scale);
    style.setFrameRounding(3 * scale);
    style.setGrabRounding(3 * scale);
  }

  /** The frames the plots show; the frame loop adds each finished one. */
  public OverlayHistory history() {
    return history;
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
    var io = ImGui.getIO();
    io.setDisplaySize(width, height);
    io.setDeltaTime(1 / 60f);
    pointer.drainTo(io);
    backend.newFrame();
    ImGui.newFrame();
    if (shown.state() != null) {
      boolean isLow = height < LOW * scale;
      panel(shown.state(), !isLow);
    }
    boolean isCrowded = shown.state() != null && HelpPanel.isNarrow(width, height, scale);
    if (!shown.help().isEmpty() && !isCrowded) {
      HelpPanel.draw(shown.help(), width, height, scale);
    }
    var settings = shown.settings();
    var wanted = settings == null ? null : settingsPanel.draw(settings, width, scale);
    ImGui.render();
    backend.renderDrawData(ImGui.getDrawData());
    return wanted;
  }

  private void panel(OverlayState state, boolean hasTileMaps) {
    float width = PANEL_WIDTH * scale;
    ImGui.setNextWindowPos(MARGIN * scale, MARGIN * scale, ImGuiCond.Always);
    ImGui.setNextWindowBgAlpha(0.72f);
    if (ImGui.begin("frame", PANEL_FLAGS)) {
      headline(state);
      FramePanel.draw(history, state.decision(), width, scale);
      if (state.decision() != null) {
        DecisionPanel.draw(state.decision(), state.coverage());
      }
      link(state.link());
      if (state.lastFrame() != null) {
        ImGui.separator();
        PhasePanel.draw(state.lastFrame(), width, scale);
      }
      if (hasTileMaps) {
        tiles(state, width);
      }
    }
    ImGui.end();
  }

  private static void headline(OverlayState state) {
    var frame = state.lastFrame();
    double millis = frame == null ? 0 : frame.busyNanos() / 1e6;
    Words.show(
        Palette.TEXT,
        String.format(Locale.ROOT, "%.1f ms   %.0f frames/s", millis, 1000 / Math.max(millis, 1)));
  }

  private static void link(OverlayState.LinkFigures link) {
    Words.show(Palette.TEXT, link.words());
    Words.show(
        Palette.FAINT,
        String.format(
            Locale.ROOT,
            "rtt %s   %.1f Mbit/s   missed by network %d",
            link.roundTripMillis() < 0
                ? "?"
                : String.format(Locale.ROOT, "%.1f ms", link.roundTripMillis()),
            link.megabitsPerSecond(),
            link.missedByNetwork()));
    Words.show(
        Palette.FAINT, "tiles %d, missing %d".formatted(link.residentTiles(), link.missingTiles()));
  }

  private static void tiles(OverlayState state, float width) {
    var near = state.near();
    var far = state.far();
    if (near == null || far == null) {
      return;
    }
    ImGui.separator();
    float half = width / 2 - 4;
    ImGui.beginGroup();
    TilePanel.draw(near, half);
    ImGui.endGroup();
    ImGui.sameLine();
    ImGui.beginGroup();
    TilePanel.draw(far, half);
    ImGui.endGroup();
  }

  @Override
  public void close() {
    backend.shutdown();
    ImGui.destroyContext();
  }
}
