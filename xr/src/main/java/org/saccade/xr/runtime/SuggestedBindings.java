package org.saccade.xr.runtime;

import static org.lwjgl.openxr.EXTHandInteraction.XR_EXT_HAND_INTERACTION_EXTENSION_NAME;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.saccade.xr.Hand;

/**
 * What each kind of controller's buttons do unless the person binds them otherwise: a table a
 * profile, each row an action, the hands, and the part of the controller. The left stick walks, the
 * right one turns; the right A (or pad) teleports, and what has no such thing does it with the left
 * hand.
 */
enum SuggestedBindings {
  SIMPLE(
      "khr/simple_controller",
      "",
      """
      grip      both   input/grip/pose
      aim       both   input/aim/pose
      select    right  input/select/click
      grab      right  input/select/click
      teleport  left   input/select/click
      menu      both   input/menu/click
      haptic    both   output/haptic
      """),
  TOUCH(
      "oculus/touch_controller",
      "",
      """
      grip      both   input/grip/pose
      aim       both   input/aim/pose
      move      left   input/thumbstick
      turn      right  input/thumbstick
      teleport  right  input/a/click
      grab      both   input/squeeze/value
      select    both   input/trigger/value
      menu      left   input/menu/click
      haptic    both   output/haptic
      """),
  INDEX(
      "valve/index_controller",
      "",
      """
      grip      both   input/grip/pose
      aim       both   input/aim/pose
      move      left   input/thumbstick
      turn      right  input/thumbstick
      teleport  right  input/a/click
      grab      both   input/squeeze/value
      select    both   input/trigger/value
      menu      left   input/b/click
      haptic    both   output/haptic
      """),
  MOTION(
      "microsoft/motion_controller",
      "",
      """
      grip      both   input/grip/pose
      aim       both   input/aim/pose
      move      left   input/thumbstick
      turn      right  input/thumbstick
      teleport  right  input/trackpad/click
      grab      both   input/squeeze/click
      select    both   input/trigger/value
      menu      both   input/menu/click
      haptic    both   output/haptic
      """),
  VIVE(
      "htc/vive_controller",
      "",
      """
      grip      both   input/grip/pose
      aim       both   input/aim/pose
      move      left   input/trackpad
      turn      right  input/trackpad
      teleport  right  input/trackpad/click
      grab      both   input/squeeze/click
      select    both   input/trigger/value
      menu      both   input/menu/click
      haptic    both   output/haptic
      """),
  BARE_HANDS(
      "ext/hand_interaction_ext",
      XR_EXT_HAND_INTERACTION_EXTENSION_NAME,
      """
      grip      both   input/grip/pose
      aim       both   input/aim/pose
      select    both   input/aim_activate_ext/value
      teleport  left   input/aim_activate_ext/value
      grab      both   input/grasp_ext/value
      grab      both   input/pinch_ext/value
      """);

  private final String profile;
  private final String extension;
  private final String table;

  /** One action, on one hand, by one part of its controller. */
  record Row(HandAction action, Hand hand, String path) {}

  SuggestedBindings(String profile, String extension, String table) {
    this.profile = "/interaction_profiles/" + profile;
    this.extension = extension;
    this.table = table;
  }

  private static Stream<Row> rows(String line) {
    var cells = line.split(" +");
    var action = HandAction.valueOf(cells[0].toUpperCase(Locale.ROOT));
    return Stream.of(Hand.values())
        .filter(hand -> cells[1].equals("both") || cells[1].equals(name(hand)))
        .map(hand -> new Row(action, hand, user(hand) + "/" + cells[2]));
  }

  private static String name(Hand hand) {
    return hand.name().toLowerCase(Locale.ROOT);
  }

  /** The top-level path of a hand. */
  static String user(Hand hand) {
    return "/user/hand/" + name(hand);
  }

  /** The interaction profile's path. */
  String profile() {
    return profile;
  }

  /** The extension that must be on for it; empty for none. */
  String extension() {
    return extension;
  }

  List<Row> rows() {
    return table.lines().flatMap(SuggestedBindings::rows).toList();
  }
}
