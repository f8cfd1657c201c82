package org.saccade.offload.runtime;

import org.jspecify.annotations.Nullable;
import org.saccade.render.codec.DecodedTile;
import org.saccade.render.codec.TileBody;
import org.saccade.render.tile.Recipe;

/**
 * One tile on its way through the decode pool. The worker writes the outcome before it puts the job
 * into the done queue; the frame thread reads it after taking it out.
 */
final class DecodeJob {
  final long address;
  final TileBody body;
  final Recipe recipe;

  /** The last request that still wanted it; frame thread. */
  int wantedBy;

  /** Set by the frame thread when nobody wants the tile any more. */
  volatile boolean isDropped;

  /** Of another scene or recipe than the edge serves now; frame thread. */
  boolean isForeign;

  @Nullable DecodedTile tile;
  boolean isMalformed;

  DecodeJob(long address, TileBody body, Recipe recipe, int wantedBy) {
    this.address = address;
    this.body = body;
    this.recipe = recipe;
    this.wantedBy = wantedBy;
  }
}
