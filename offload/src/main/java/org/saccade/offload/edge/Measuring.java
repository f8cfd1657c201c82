package org.saccade.offload.edge;

import org.saccade.offload.protocol.Fragmenter;
import org.saccade.offload.protocol.MeasuringTiles;
import org.saccade.render.codec.TileBody;
import org.saccade.render.tile.Bytes;

/**
 * Which measuring tiles a session may still have: each once, in rising order, at the first attempt
 * alone, so that no session gets more than {@link MeasuringTiles#COUNT} of them. Session thread.
 */
final class Measuring {
  private static final Bytes BODY = MeasuringTiles.body();
  private static final long HASH = TileBody.contentHash(BODY);

  private int next;

  /** Whether the session may have it. */
  boolean gives(long address, int attempt) {
    return attempt == 0 && MeasuringTiles.index(address) >= next;
  }

  /** Begins sending it. */
  Fragmenter begin(long address, boolean byDatagram) {
    next = MeasuringTiles.index(address) + 1;
    return byDatagram ? Fragmenter.forDatagrams(BODY, HASH) : Fragmenter.forStream(BODY, HASH);
  }
}
