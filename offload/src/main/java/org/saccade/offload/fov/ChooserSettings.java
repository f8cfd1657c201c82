package org.saccade.offload.fov;

/**
 * How a chooser spends.
 *
 * @param capacityTiles the most tiles wanted at once, resident or not; less than the device holds,
 *     or tiles would push each other out for ever
 * @param guardRadians how far beyond the views' edges tiles are drawn and asked for, because the
 *     views are located again just before they are drawn
 * @param around whether the rest of the current cells is asked for when nothing better is missing
 */
public record ChooserSettings(int capacityTiles, float guardRadians, boolean around) {
  /** For a device with room for 1,000 tiles. */
  public static final ChooserSettings STANDARD =
      new ChooserSettings(800, (float) Math.toRadians(4), true);

  public ChooserSettings {
    if (capacityTiles < 12) {
      throw new IllegalArgumentException(
          "chooser.capacityTiles is %d; expected 12 or more (the faces of two cells)"
              .formatted(capacityTiles));
    }
    if (!(guardRadians >= 0 && guardRadians < 0.5)) {
      throw new IllegalArgumentException(
          "chooser.guardRadians is %s; expected 0..0.5".formatted(guardRadians));
    }
  }
}
