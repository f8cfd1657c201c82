package org.saccade.offload.edge;

import org.saccade.offload.link.Link;
import org.saccade.offload.link.LoopbackLink;
import org.saccade.offload.protocol.Manifest;
import org.saccade.offload.protocol.Message;
import org.saccade.render.codec.TileBody;
import org.saccade.render.tile.Cell;
import org.saccade.render.tile.Face;
import org.saccade.render.tile.Shell;

/**
 * An edge's session with the tiles of one face and no sockets or threads, which begins anew when it
 * ends: for whatever is thrown at it. One thread.
 */
public final class LoneSession implements Link.Sink {
  private static final long MEMORY_BYTES = 1 << 20;
  private static final long STEP_NANOS = 1_000_000;
  private static final int MOST_MESSAGES = 1_024;

  private final long token;
  private final Manifest manifest;
  private final TileStore store;
  private final BakeQueue queue = new BakeQueue();
  private final EdgeCounters counters = new EdgeCounters();
  private long now;
  private LoopbackLink.Pair link;
  private Session session;

  /**
   * @param tiles of which one face is baked
   * @param token of every session
   */
  public LoneSession(TileSource tiles, Face face, long token) {
    this.token = token;
    manifest = new Manifest("lone", tiles.sceneName(), tiles.scene(), tiles.recipe());
    store = new TileStore(MEMORY_BYTES, tiles.recipe().maxLevel(), null);
    Cell cell = new Cell(tiles.recipe().cellLog2(Shell.FAR), 0, 0, 0);
    tiles.bakeFace(
        Shell.FAR, cell, face, (long address, TileBody body) -> store.put(address, body, 0));
    link = LoopbackLink.pair(() -> now);
    session = begin();
  }

  private Session begin() {
    link = LoopbackLink.pair(() -> now);
    Session fresh = new Session(link.edge(), token, store, queue, counters, () -> now);
    link.device().sendReliable(new Message.Hello("lone"));
    fresh.step(manifest);
    return fresh;
  }

  @Override
  public void take(Message message, long arrivedNanos) {
    now += STEP_NANOS;
    link.device().sendReliable(message);
    session.step(manifest);
    link.device().drain((answer, at) -> {}, MOST_MESSAGES);
    if (session.isOver()) {
      session = begin();
    }
  }

  /** Tiles sent whole. */
  public long sentTiles() {
    return counters.sentTiles.sum();
  }
}
