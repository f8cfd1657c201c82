package org.saccade.offload.edge;

import org.jspecify.annotations.Nullable;
import org.saccade.offload.protocol.Manifest;

/** Whether an edge can serve: loading (all null), ready (manifest and store), or not (failure). */
record EdgeReadiness(
    @Nullable Manifest manifest, @Nullable TileStore store, @Nullable String failure) {
  static final EdgeReadiness LOADING = new EdgeReadiness(null, null, null);
}
