package org.saccade.client.ui;

import org.saccade.offload.policy.Mode;

/** The overlay's colours, packed as Dear ImGui wants them (ABGR). */
final class Palette {
  static final int TEXT = colour(0xE8, 0xEC, 0xF1, 0xFF);
  static final int FAINT = colour(0x93, 0x9D, 0xAA, 0xFF);
  static final int GOOD = colour(0x5C, 0xD6, 0x9A, 0xFF);
  static final int WARNING = colour(0xF2, 0xB1, 0x4A, 0xFF);
  static final int BAD = colour(0xF0, 0x6A, 0x6A, 0xFF);
  static final int GROUND = colour(0x10, 0x14, 0x1A, 0xB0);
  static final int SHEET = colour(0x10, 0x14, 0x1A, 0xFC);
  static final int FIELD = colour(0x08, 0x0B, 0x0F, 0xFF);
  static final int KEY = colour(0x26, 0x2D, 0x37, 0xFF);
  static final int KEY_UNDER_RAY = colour(0x3A, 0x45, 0x54, 0xFF);
  static final int KEY_HELD = colour(0x50, 0x5F, 0x73, 0xFF);
  static final int CHOSEN = colour(0x2C, 0x7C, 0xB8, 0xFF);
  static final int CHOSEN_UNDER_RAY = colour(0x38, 0x8E, 0xCC, 0xFF);
  static final int GRID = colour(0xFF, 0xFF, 0xFF, 0x38);
  static final int MISSING_TILE = colour(0x30, 0x36, 0x40, 0xC0);

  private Palette() {}

  static int of(Mode mode) {
    return switch (mode) {
      case LOCAL -> colour(0xF2, 0x8E, 0x5B, 0xFF);
      case HYBRID -> colour(0xB9, 0x8C, 0xF0, 0xFF);
      case EDGE -> colour(0x4F, 0xB6, 0xF5, 0xFF);
    };
  }

  /** From a dim blue for the coarsest level to a bright one for the finest. */
  static int ofLevel(int level, int finest) {
    if (level < 0) {
      return MISSING_TILE;
    }
    float share = finest == 0 ? 1 : (float) level / finest;
    return colour(
        Math.round(0x24 + share * 0x38),
        Math.round(0x4E + share * 0x88),
        Math.round(0x78 + share * 0x22),
        0xFF);
  }

  static int colour(int red, int green, int blue, int alpha) {
    return alpha << 24 | blue << 16 | green << 8 | red;
  }
}
