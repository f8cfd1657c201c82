package org.saccade.offload.runtime;

import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.saccade.offload.fov.ChooserSettings;
import org.saccade.render.tile.Fingerprint;

/**
 * What an {@link Offloader} is made with.
 *
 * @param dialer reaches the edge; null when there is none and the device lives alone
 * @param decodeThreads platform threads that decode tiles
 * @param mostBytesPerSecond the most that is granted to the edge, whatever the network carries; 0
 *     asks for nothing
 * @param cacheBytes bound of the encoded tiles kept in memory
 * @param chooser how tiles are chosen
 * @param clientName told to the edge, for its log
 * @param clock nanoseconds, monotonic; the clock of every instant handed to the offloader
 * @param scene what the device itself draws: an edge with another scene is asked for nothing; null
 *     takes whatever the edge serves
 */
public record OffloadConfig(
    @Nullable LinkDialer dialer,
    int decodeThreads,
    long mostBytesPerSecond,
    long cacheBytes,
    ChooserSettings chooser,
    String clientName,
    LongSupplier clock,
    @Nullable Fingerprint scene) {
  /** Room for some 8,000 tiles. */
  public static final long STANDARD_CACHE_BYTES = 96L << 20;

  /** All that the network carries. */
  public static final long UNBOUNDED = Long.MAX_VALUE;

  public OffloadConfig {
    if (mostBytesPerSecond < 0) {
      throw new IllegalArgumentException(
          "offload.mostBytesPerSecond is %d; expected 0 or more".formatted(mostBytesPerSecond));
    }
    if (decodeThreads < 1 || decodeThreads > 64) {
      throw new IllegalArgumentException(
          "offload.decodeThreads is %d; expected 1..64".formatted(decodeThreads));
    }
    if (cacheBytes < 1 << 20) {
      throw new IllegalArgumentException(
          "offload.cacheBytes is %d; expected 1 MiB or more".formatted(cacheBytes));
    }
  }

  /** One decode thread, 96 MiB of encoded tiles, any scene. */
  public static OffloadConfig standard(@Nullable LinkDialer dialer, LongSupplier clock) {
    return new OffloadConfig(
        dialer,
        1,
        UNBOUNDED,
        STANDARD_CACHE_BYTES,
        ChooserSettings.STANDARD,
        "saccade",
        clock,
        null);
  }
}
