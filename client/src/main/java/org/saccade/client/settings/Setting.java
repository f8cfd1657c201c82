package org.saccade.client.settings;

import java.util.Locale;

/** One thing a person may choose: a number within limits, or a switch (0 or 1). */
public enum Setting {
  FOV_DEGREES(70, 20, 150),
  MOUSE_SENSITIVITY(1, 0.1, 5),
  INVERTED_PITCH(false),
  WALKING_METRES_PER_SECOND(1.4, 0.5, 5),
  VOLUME_PERCENT(80, 0, 100),
  FULL_SCREEN(false),
  VSYNC(true),
  OVERLAY(false),
  OVERLAY_SCALE(1, 0.5, 3),
  /** In a headset a push of the stick turns at once by so much; off, it turns smoothly. */
  SNAP_TURN(true),
  TURN_DEGREES(30, 10, 90),
  /** How dark the rim of a headset's picture becomes while a stick moves the person. */
  VIGNETTE(0.7, 0, 1),
  /** In a headset on a chair: the floor is brought up to where a standing person would see it. */
  SEATED(false),
  WINDOW_WIDTH(1280, 160, 8192),
  WINDOW_HEIGHT(720, 120, 8192);

  private final double standard;
  private final double least;
  private final double most;
  private final boolean isSwitch;

  Setting(double standard, double least, double most) {
    this.standard = standard;
    this.least = least;
    this.most = most;
    isSwitch = false;
  }

  Setting(boolean isOn) {
    standard = isOn ? 1 : 0;
    least = 0;
    most = 1;
    isSwitch = true;
  }

  /** What a first start uses. */
  public double standard() {
    return standard;
  }

  /** The nearest value allowed. */
  double nearest(double value) {
    return Math.clamp(value, least, most);
  }

  boolean allows(double value) {
    return value >= least && value <= most;
  }

  boolean isSwitch() {
    return isSwitch;
  }

  /** Its name in the file. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What may be written in the file. */
  String expected() {
    return isSwitch ? "true or false" : "%s to %s".formatted(words(least), words(most));
  }

  private static String words(double value) {
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }
}
