package org.saccade.offload.policy;

/** Why a {@link Decision} was taken, for the overlay, the log and the tests. */
public enum Reason {
  /** The user fixed the mode by name. */
  CHOSEN_BY_NAME("chosen by name"),
  /** No edge is configured, so the device draws everything. */
  NO_EDGE("no edge is configured"),
  /** The device's own speed is not known yet. */
  MEASURING_LOCAL("measuring the device"),
  /** The device draws everything within the budget. */
  FITS_THE_BUDGET("everything fits the device"),
  /** The device was nearly fast enough a while ago; looking again. */
  TRYING_LOCAL_AGAIN("trying the device again"),
  /** Far tiles are there; measuring what the near part costs. */
  TRYING_HYBRID("measuring the near part"),
  /** The near part fits the device, all of it does not. */
  NEAR_FITS_THE_BUDGET("the near part fits the device"),
  /** The device draws too slowly, and the tiles are there. */
  DEVICE_TOO_SLOW("the device is too slow"),
  /** The link is down; the tiles at hand still serve. */
  LIVING_ON_CACHE("the link is down, living on cached tiles"),
  /** The device draws too slowly, but too few tiles are there yet. */
  TILES_STILL_MISSING("tiles are still missing"),
  /** The device draws too slowly, tiles are missing and nobody can send them. */
  NO_TILES_AND_NO_LINK("no tiles and no link"),
  /** Nothing that can be drawn fits the budget; this is the cheapest. */
  CHEAPEST_OF_ALL("nothing fits, this is the cheapest");

  private final String words;

  Reason(String words) {
    this.words = words;
  }

  /** The reason in a few words for people. */
  public String words() {
    return words;
  }
}
