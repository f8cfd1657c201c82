package org.saccade.offload.fov;

/**
 * How a chooser spends.
 *
 * @param capacityTiles the most tiles wanted at once, resident or not; less than the device holds,
 *     or tiles would push each other out for ever
 * @param guard how far beyond the views' edges tiles are drawn and asked for
 * @param acuity the eye
 * @param around whether the rest of the current cells is asked for when nothing better is missing
 */
public record ChooserSettings(
    int capacityTiles, GuardBand guard, AcuitySettings acuity, boolean around) {
  /** For a device with room for 1,000 tiles. */
  public static final ChooserSettings STANDARD =
      new ChooserSettings(800, GuardBand.STANDARD, AcuitySettings.STANDARD, true);

  public ChooserSettings {
    if (capacityTiles < 12) {
      throw new IllegalArgumentException(
          "chooser.capacityTiles is %d; expected 12 or more (the faces of two cells)"
              .formatted(capacityTiles));
    }
  }

  /** The same for another number of tiles. */
  public ChooserSettings withCapacity(int tiles) {
    return new ChooserSettings(tiles, guard, acuity, around);
  }
}
