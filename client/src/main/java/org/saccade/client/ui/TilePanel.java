package org.saccade.client.ui;

import imgui.ImDrawList;
import imgui.ImGui;
import org.saccade.render.tile.Face;

/** The cube of a cell unfolded as a cross; the brighter a block, the finer its tile. */
final class TilePanel {
  private TilePanel() {}

  /** Draws the cross in a box of {@code width} by three quarters of it. */
  static void draw(TileMap map, float width) {
    float left = ImGui.getCursorScreenPosX();
    float top = ImGui.getCursorScreenPosY();
    float face = width / 4;
    var list = ImGui.getWindowDrawList();
    for (var each : Face.values()) {
      drawFace(list, map, each, left + column(each) * face, top + row(each) * face, face);
    }
    list.addText(left, top, Palette.FAINT, map.title());
    ImGui.dummy(width, 3 * face);
  }

  private static void drawFace(
      ImDrawList list, TileMap map, Face face, float left, float top, float size) {
    float step = size / map.side();
    for (int y = 0; y < map.side(); y++) {
      for (int x = 0; x < map.side(); x++) {
        int colour = Palette.ofLevel(map.level(face, x, y), map.finest());
        float blockLeft = left + x * step;
        float blockTop = top + y * step;
        list.addRectFilled(blockLeft, blockTop, blockLeft + step - 1, blockTop + step - 1, colour);
      }
    }
  }

  /** Left, front, right, back in the middle row; front is -Z. */
  private static int column(Face face) {
    return switch (face) {
      case NEGATIVE_X -> 0;
      case NEGATIVE_Z, POSITIVE_Y, NEGATIVE_Y -> 1;
      case POSITIVE_X -> 2;
      case POSITIVE_Z -> 3;
    };
  }

  private static int row(Face face) {
    return switch (face) {
      case POSITIVE_Y -> 0;
      case NEGATIVE_Y -> 2;
      default -> 1;
    };
  }
}
