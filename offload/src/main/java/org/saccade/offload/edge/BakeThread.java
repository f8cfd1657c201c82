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

  private final EdgeConfig config;
  private final TileSource.Opener opener;
  private final BakeQueue queue;
  private final EdgeCounters counters;
  private final LongSupplier clock;
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
    for (long face = queue.take(); face != BakeQueue.NONE; face = queue.take()) {
      long start = clock.getAsLong();
      boolean isBaked = bake(face, source, store);
      long nanos = clock.getAsLong() - start;
      if (isBaked) {
        counters.bakedFaces.increment();
        counters.bakeNanos.add(nanos);
        counters.lastBakeNanos.set(nanos);
      } else {
        counters.failedFaces.increment();
      }
      queue.finish(face, isBaked, clock.getAsLong());
    }
  }

  private boolean bake(long face, TileSource source, TileStore store) {
    try {
      source.bakeFace(
          TileAddress.shell(face),
          TileAddress.cell(face, source.recipe()),
          TileAddress.face(face),
          (long address, TileBody body) -> {
            store.put(address, body, clock.getAsLong());
            counters.bakedTiles.increment();
          });
      return true;
    } catch (RuntimeException | OutOfMemoryError e) {
      LOG.warn("baking {} failed: {}", TileAddress.describe(face), e.toString(), e);
      return false;
    }
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
