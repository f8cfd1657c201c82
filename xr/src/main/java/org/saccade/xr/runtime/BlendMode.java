package org.saccade.xr.runtime;

import java.util.List;

/** How pictures meet the room around the person: OpenXR's environment blend modes. */
public enum BlendMode {
  /** The room is not seen. */
  OPAQUE(1, "opaque"),
  /** Light is added to the room's: black is clear. */
  ADDITIVE(2, "see-through, light is added"),
  /** The room is seen where alpha is low; ours is 1. */
  ALPHA_BLEND(3, "see-through, covered by pictures");

  private final int value;
  private final String words;

  BlendMode(int value, String words) {
    this.value = value;
    this.words = words;
  }

  /** An XrEnvironmentBlendMode. */
  int value() {
    return value;
  }

  /** For a person. */
  public String words() {
    return words;
  }

  /**
   * Opaque where it is offered: these are whole worlds. Else what the runtime likes best.
   *
   * @param offered XrEnvironmentBlendModes, the runtime's favourite first
   */
  static BlendMode choose(List<Integer> offered) {
    if (offered.contains(OPAQUE.value)) {
      return OPAQUE;
    }
    for (int each : offered) {
      for (var mode : values()) {
        if (mode.value == each) {
          return mode;
        }
      }
    }
    return OPAQUE; // every version of OpenXR knows it
  }
}
