package org.saccade.client.ui;

import imgui.ImFontConfig;
import imgui.ImGui;
import imgui.flag.ImGuiConfigFlags;
import imgui.gl3.ImGuiImplGl3;
import imgui.internal.ImGuiContext;

/**
 * One of Dear ImGui's contexts and what draws it: a surface with letters, style and pointer of its
 * own. Several live side by side, each current only between its {@link #begin} and {@link #end}. It
 * draws into the framebuffer bound by the caller. Frame thread.
 */
final class Gui implements AutoCloseable {
  /** The size Dear ImGui's own letters were drawn for. */
  private static final float LETTER_PIXELS = 13;

  private final ImGuiContext context;
  private final ImGuiImplGl3 backend = new ImGuiImplGl3();
  private float scale;

  /**
   * Makes one for the GL context current on this thread.
   *
   * @param scale pixels per point
   */
  Gui(float scale) {
    this.scale = scale;
    context = ImGui.createContext();
    ImGui.setCurrentContext(context);
    var io = ImGui.getIO();
    io.setIniFilename(null);
    io.setLogFilename(null);
    io.addConfigFlags(ImGuiConfigFlags.NoMouseCursorChange);
    size();
    backend.init("#version 450");
  }

  /** Pixels per point. */
  float scale() {
    return scale;
  }

  /** Takes another size of text and panels from the next draw on. */
  void rescale(float pixelsPerPoint) {
    if (pixelsPerPoint != scale) {
      scale = pixelsPerPoint;
      ImGui.setCurrentContext(context);
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

  /** Windows may be described from here on. */
  void begin(PanelPointer pointer, int width, int height, float seconds) {
    ImGui.setCurrentContext(context);
    var io = ImGui.getIO();
    io.setDisplaySize(width, height);
    io.setDeltaTime(seconds);
    pointer.drainTo(io);
    backend.newFrame();
    ImGui.newFrame();
  }

  /** Draws them. */
  void end() {
    ImGui.render();
    backend.renderDrawData(ImGui.getDrawData());
  }

  /** Ends them without drawing. */
  void skip() {
    ImGui.endFrame();
  }

  @Override
  public void close() {
    ImGui.setCurrentContext(context);
    backend.shutdown();
    ImGui.destroyContext(context);
  }
}
