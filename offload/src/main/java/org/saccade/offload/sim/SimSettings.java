package org.saccade.offload.sim;

import org.saccade.offload.fov.ChooserSettings;
import org.saccade.offload.netem.model.NetworkTrace;
import org.saccade.render.tile.Recipe;

/**
 * What a simulated device, its link and its edge are like.
 *
 * @param recipe of the tiles
 * @param tileBytes what they weigh
 * @param network between device and edge
 * @param deviceBytes encoded tiles that the device keeps
 * @param decodeNanos from a tile's last datagram to the tile's being ready, on one core
 * @param isCaching whether the device keeps tiles that its last view did not show
 * @param isPrefetching whether it asks for what its view does not show yet
 * @param eyes what it makes of a measured gaze
 * @param pixels of a view of 90 degrees along a side
 */
public record SimSettings(
    Recipe recipe,
    TileBytes tileBytes,
    NetworkTrace network,
    long deviceBytes,
    long decodeNanos,
    boolean isCaching,
    boolean isPrefetching,
    Eyes eyes,
    int pixels) {
  /** Frames a second of every headset here. */
  public static final int HZ = 90;

  /** A frame's period. */
  public static final long FRAME_NANOS = 1_000_000_000L / HZ;

  /** Where tiles are asked for. */
  public enum Eyes {
    /** Nobody measures a gaze: about the view's axis. */
    UNKNOWN,
    /** Where the eye looked last. */
    HELD,
    /** Where a saccade under way will land, else where the eye is expected. */
    FORESEEN
  }

  /** How a chooser spends: as ever, or nothing on what no view shows. */
  ChooserSettings chooser() {
    var standard = ChooserSettings.STANDARD;
    return new ChooserSettings(
        standard.capacityTiles(), standard.guard(), standard.acuity(), isPrefetching);
  }

  /** The same with other habits. */
  public SimSettings with(boolean caching, boolean prefetching, Eyes by) {
    return new SimSettings(
        recipe, tileBytes, network, deviceBytes, decodeNanos, caching, prefetching, by, pixels);
  }
}
