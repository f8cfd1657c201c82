package org.saccade.offload.edge;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.saccade.offload.link.EdgeDoor;
import org.saccade.offload.link.KryoListener;
import org.saccade.offload.link.Link;
import org.saccade.offload.link.LinkListener;
import org.saccade.offload.protocol.Manifest;
import org.saccade.render.window.EglDevices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves tiles of one scene to devices, inside another process or alone in its own. Three threads:
 * the link thread (sockets), the session thread (requests, pacing) and the bake thread (the scene,
 * GL). Every call is safe from any thread.
 */
public final class EdgeServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EdgeServer.class);
  private static final Duration LONGEST_CLOSE = Duration.ofSeconds(10);

  private final LinkListener listener;
  private final BakeQueue queue = new BakeQueue();
  private final EdgeCounters counters = new EdgeCounters();
  private final BakeThread baking;
  private final Sessions sessions;
  private final Thread bakeThread;
  private final Thread sessionThread;

  private EdgeServer(
      EdgeConfig config,
      LinkListener listener,
      TileSource.Opener tiles,
      UnaryOperator<Link> network,
      LongSupplier clock) {
    this.listener = listener;
    baking = new BakeThread(config, tiles, queue, counters, clock);
    sessions = new Sessions(config, listener, baking::readiness, queue, counters, network, clock);
    bakeThread = Thread.ofPlatform().daemon().name("saccade-edge-bake").start(baking);
    sessionThread = Thread.ofPlatform().daemon().name("saccade-edge").start(sessions);
  }

  /**
   * Listens, and begins loading the scene on the bake thread; devices that come early are welcomed
   * when it is loaded.
   *
   * @param door who is let in
   * @param clock nanoseconds, monotonic
   * @throws IOException when the port is in use or may not be had; the message names it
   */
  public static EdgeServer start(
      EdgeConfig config, EdgeDoor door, TileSource.Opener tiles, LongSupplier clock)
      throws IOException {
    return start(config, door, tiles, UnaryOperator.identity(), clock);
  }

  /**
   * The same behind an emulated network.
   *
   * @param network wraps each device's link
   */
  public static EdgeServer start(
      EdgeConfig config,
      EdgeDoor door,
      TileSource.Opener tiles,
      UnaryOperator<Link> network,
      LongSupplier clock)
      throws IOException {
    EglDevices.load();
    // Two places beyond the sessions, so that one device too many can be told so.
    KryoListener listener =
        KryoListener.listen(
            new InetSocketAddress(config.bind(), config.port()),
            config.maxSessions() + 2,
            door,
            clock);
    return new EdgeServer(config, listener, tiles, network, clock);
  }

  /** The port of TCP and UDP. */
  public int port() {
    return listener.port();
  }

  /** What is served; empty while loading, or when loading failed. */
  public Optional<Manifest> manifest() {
    return Optional.ofNullable(baking.readiness().manifest());
  }

  /** Why nothing can be served; empty when all is well. */
  public Optional<String> failure() {
    return Optional.ofNullable(baking.readiness().failure());
  }

  public EdgeStatistics statistics() {
    TileStore store = baking.readiness().store();
    return new EdgeStatistics(
        sessions.welcomed(),
        counters.welcomed.sum(),
        counters.requests.sum(),
        counters.sentTiles.sum(),
        counters.sentFragments.sum(),
        counters.sentRepairs.sum(),
        counters.sentBytes.sum(),
        counters.unavailable.sum(),
        store == null ? 0 : store.memoryHits(),
        store == null ? 0 : store.diskHits(),
        queue.size(),
        counters.bakedFaces.sum(),
        counters.draftFaces.sum(),
        counters.bakedTiles.sum(),
        counters.bakeNanos.sum(),
        counters.lastBakeNanos.get(),
        counters.failedFaces.sum());
  }

  /** Says goodbye to every device, finishes the face being baked, frees all; idempotent. */
  @Override
  public void close() {
    sessions.close();
    queue.close();
    join(sessionThread);
    listener.close();
    join(bakeThread);
  }

  private static void join(Thread thread) {
    try {
      if (!thread.join(LONGEST_CLOSE)) {
        LOG.warn("{} did not end within {}", thread.getName(), LONGEST_CLOSE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
