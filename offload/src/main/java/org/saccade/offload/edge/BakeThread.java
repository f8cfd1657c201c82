package org.saccade.offload.edge;

import java.io.IOException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.saccade.offload.cache.DiskTileCache;
import org.saccade.offload.protocol.Manifest;
import org.saccade.render.codec.TileBody;
import org.saccade.render.tile.TileAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads the scene, then bakes the faces that are waited for. Owns the tile source and with it the
 * edge's GL context.
 */
final class BakeThread implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(BakeThread.class);

  /** What a whole face costs in drafts, about; only to know where one of each is worth it. */
  private static final int DRAFTS_IN_A_FACE = 5;

  private final EdgeConfig config;
  private final TileSource.Opener opener;
  private final BakeQueue queue;
  private final EdgeCounters counters;
  private final LongSupplier clock;
  private boolean canDraft = true;
  private volatile EdgeReadiness readiness = EdgeReadiness.LOADING;

  BakeThread(
      EdgeConfig config,
      TileSource.Opener opener,
      BakeQueue queue,
      EdgeCounters counters,
      LongSupplier clock) {
    this.config = config;
    this.opener = opener;
    this.queue = queue;
    this.counters = counters;
    this.clock = clock;
  }

  EdgeReadiness readiness() {
    return readiness;
  }

  @Override
  public void run() {
    try (TileSource source = opener.open();
        TileStore store = openStore(source)) {
      Manifest manifest =
          new Manifest(config.name(), source.sceneName(), source.scene(), source.recipe());
      readiness = new EdgeReadiness(manifest, store, null);
      LOG.debug("serving {}", source.sceneName());
      bakeUntilClosed(source, store);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception | LinkageError | OutOfMemoryError e) {
      LOG.error("the edge cannot serve its scene: {}", e.toString(), e);
      String words = e.getMessage() == null ? e.toString() : e.getMessage();
      readiness = new EdgeReadiness(null, null, words);
    }
  }

  private void bakeUntilClosed(TileSource source, TileStore store) throws InterruptedException {
    for (Bake next = queue.take(); next != null; next = queue.take()) {
      long start = clock.getAsLong();
      Bake made = bake(next, source, store);
      count(made, clock.getAsLong() - start);
      queue.finish(made == null ? next : made, made != null, clock.getAsLong());
    }
  }

  private void count(@Nullable Bake done, long nanos) {
    if (done == null) {
      counters.failedFaces.increment();
      return;
    }
    counters.bakeNanos.add(nanos);
    if (LOG.isDebugEnabled()) {
      String what = done.isDraft() ? "a draft of " : "";
      LOG.debug("baked {}{} in {} ms", what, TileAddress.describe(done.face()), nanos / 1_000_000);
    }
    if (done.isDraft()) {
      counters.draftFaces.increment();
      counters.wholeFaceNanos.compareAndSet(0, DRAFTS_IN_A_FACE * nanos);
    } else {
      counters.bakedFaces.increment();
      counters.lastBakeNanos.set(nanos);
      counters.wholeFaceNanos.set(nanos);
    }
  }

  /** Gives what was made: the whole face where drafts fail; null where that fails, too. */
  private @Nullable Bake bake(Bake next, TileSource source, TileStore store) {
    long face = next.face();
    var shell = TileAddress.shell(face);
    var cell = TileAddress.cell(face, source.recipe());
    var side = TileAddress.face(face);
    if (next.isDraft() && canDraft) {
      try {
        source.bakeDraft(shell, cell, side, (address, body) -> draft(store, address, body));
        return next;
      } catch (RuntimeException | OutOfMemoryError e) {
        canDraft = false;
        LOG.warn("no more drafts, whole faces alone: {}", e.toString(), e);
      }
    }
    try {
      source.bakeFace(shell, cell, side, (address, body) -> keep(store, address, body));
      return new Bake(face, false);
    } catch (RuntimeException | OutOfMemoryError e) {
      LOG.warn("baking {} failed: {}", TileAddress.describe(face), e.toString(), e);
      return null;
    }
  }

  private void keep(TileStore store, long address, TileBody body) {
    store.put(address, body, clock.getAsLong());
    counters.bakedTiles.increment();
  }

  private void draft(TileStore store, long address, TileBody body) {
    store.putDraft(address, body, clock.getAsLong());
    counters.bakedTiles.increment();
  }

  private TileStore openStore(TileSource source) {
    @Nullable DiskTileCache disk = null;
    if (config.cacheFolder() != null) {
      try {
        disk =
            DiskTileCache.open(
                config.cacheFolder(),
                source.scene(),
                source.recipe().fingerprint(),
                config.diskBytes());
      } catch (IOException e) {
        LOG.warn("no tiles are kept in {}: {}", config.cacheFolder(), e.toString());
      }
    }
    return new TileStore(config.memoryBytes(), source.recipe().maxLevel(), disk);
  }
}
