package org.saccade.xr.runtime;

import static org.lwjgl.openxr.XR10.*;

import java.util.Locale;

/** What hands can do here, each an action of the runtime's that people may bind as they like. */
enum HandAction {
  GRIP("Hand", XR_ACTION_TYPE_POSE_INPUT),
  AIM("Pointing hand", XR_ACTION_TYPE_POSE_INPUT),
  MOVE("Walk", XR_ACTION_TYPE_VECTOR2F_INPUT),
  TURN("Turn", XR_ACTION_TYPE_VECTOR2F_INPUT),
  TELEPORT("Teleport", XR_ACTION_TYPE_BOOLEAN_INPUT),
  GRAB("Grab", XR_ACTION_TYPE_FLOAT_INPUT),
  SELECT("Point and select", XR_ACTION_TYPE_FLOAT_INPUT),
  MENU("Menu", XR_ACTION_TYPE_BOOLEAN_INPUT),
  HAPTIC("Vibration", XR_ACTION_TYPE_VIBRATION_OUTPUT);

  private final String words;
  private final int type;

  HandAction(String words, int type) {
    this.words = words;
    this.type = type;
  }

  /** Its name in the runtime's paths. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its name for a person. */
  String words() {
    return words;
  }

  /** Its XrActionType. */
  int type() {
    return type;
  }
}
