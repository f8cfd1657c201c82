package org.saccade.offload.runtime;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.saccade.offload.link.Link;
import org.saccade.render.tile.Fingerprint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Dials the best of several edges, and keeps a session with the next best one warm: when the first
 * link ends, the next dial gives that one, greeted and welcomed, at once. A thread of its own looks
 * for edges and keeps the warm one; {@link #dial} never waits for it.
 *
 * <p>Who took over stays in use, and the former best becomes the one that stands by when it is
 * back: changing edges costs more than the few milliseconds between them.
 */
public final class StandbyDialer implements LinkDialer, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StandbyDialer.class);
  private static final long STEP_NANOS = 50_000_000L;

  /** Without any edge they are looked for so often; with one that has no second, more rarely. */
  private static final long SEEK_NANOS = 3_000_000_000L;

  private static final long SEEK_SECOND_NANOS = 30_000_000_000L;

  /** An edge that could not stand by is tried again after so long. */
  private static final long RETRY_NANOS = 5_000_000_000L;

  private static final Duration LONGEST_CLOSE = Duration.ofSeconds(2);

  private final Seeker seeker;
  private final String clientName;
  private final LongSupplier clock;
  private final @Nullable Fingerprint scene;
  private final AtomicReference<@Nullable Standing> standing = new AtomicReference<>();
  private final Thread thread;
  private volatile List<Route> routes = List.of();
  private volatile @Nullable Route current;
  private volatile boolean isClosed;
  private boolean hasSought; // standby thread, as all below
  private long soughtNanos;
  private long tryNanos;
  private int tries;

  /**
   * A way to an edge.
   *
   * @param words its address, for people
   * @param edge which edge it is: two ways to one edge are no second
   */
  public record Route(String words, String edge, LinkDialer dialer) {}

  /** Finds ways to edges. */
  @FunctionalInterface
  public interface Seeker {
    /** Those there are now, best first; may take a second, and is called by the standby thread. */
    List<Route> seek();
  }

  private record Standing(Route route, StandbyLink link) {}

  private StandbyDialer(
      Seeker seeker, String clientName, @Nullable Fingerprint scene, LongSupplier clock) {
    this.seeker = seeker;
    this.clientName = clientName;
    this.scene = scene;
    this.clock = clock;
    thread = Thread.ofPlatform().daemon().name("saccade-standby").unstarted(this::run);
  }

  /**
   * Begins to look for edges.
   *
   * @param scene the only one of use in a second edge; null takes any
   */
  public static StandbyDialer start(
      Seeker seeker, String clientName, @Nullable Fingerprint scene, LongSupplier clock) {
    var dialer = new StandbyDialer(seeker, clientName, scene, clock);
    dialer.thread.start();
    return dialer;
  }

  /** The session that stands by, if it is ready; else a new link to the next edge. */
  @Override
  public Link dial() {
    var ready = standing.get();
    if (ready != null && ready.link.isReady() && standing.compareAndSet(ready, null)) {
      ready.link.take();
      current = ready.route;
      return ready.link;
    }
    var next = next(routes, current);
    if (next == null) {
      return new NoLink("no edge of yours was found in this network yet");
    }
    current = next;
    return next.dialer.dial();
  }

  @Override
  public boolean hasSpare() {
    var ready = standing.get();
    return ready != null && ready.link.isReady();
  }

  /** The edge that was dialled last, for people; empty before the first. */
  public String words() {
    var at = current;
    return at == null ? "" : at.words;
  }

  /** The best at first; then, as the former link ended, the one after it. */
  private static @Nullable Route next(List<Route> routes, @Nullable Route former) {
    if (routes.isEmpty()) {
      return null;
    }
    for (int i = 0; i < routes.size(); i++) {
      if (former != null && routes.get(i).words.equals(former.words)) {
        return routes.get((i + 1) % routes.size());
      }
    }
    return routes.getFirst();
  }

  private void run() {
    while (!isClosed) {
      try {
        step(clock.getAsLong());
      } catch (RuntimeException e) {
        LOG.debug("standing by: {}", e.toString(), e);
      }
      LockSupport.parkNanos(STEP_NANOS);
    }
    var last = standing.getAndSet(null);
    if (last != null) {
      last.link.leave();
    }
  }

  private void step(long now) {
    var at = standing.get();
    if (at != null) {
      keep(at, now);
      return;
    }
    long restNanos = routes.isEmpty() ? SEEK_NANOS : SEEK_SECOND_NANOS;
    if (!hasSought || now - soughtNanos > restNanos) {
      hasSought = true;
      soughtNanos = now;
      var found = seeker.seek();
      routes = found.isEmpty() ? routes : List.copyOf(found);
    }
    var used = current;
    if (used != null && now - tryNanos >= 0) {
      dialSecond(used, now);
    }
  }

  private void keep(Standing at, long now) {
    boolean isOfUse = at.link.stand(clientName, now);
    var manifest = at.link.manifest();
    boolean isForeign = manifest != null && scene != null && !scene.equals(manifest.scene());
    if (!isOfUse || isForeign) {
      if (standing.compareAndSet(at, null)) {
        at.link.leave();
      }
    } else if (manifest != null) {
      at.link.setReady();
    }
  }

  /** Takes turns among the edges that are not in use. */
  private void dialSecond(Route used, long now) {
    var others = routes.stream().filter(route -> !route.edge.equals(used.edge)).toList();
    if (others.isEmpty()) {
      return;
    }
    tryNanos = now + RETRY_NANOS;
    var route = others.get(tries++ % others.size());
    standing.set(new Standing(route, new StandbyLink(route.dialer.dial(), now)));
  }

  /** Gives the warm session's place back. */
  @Override
  public void close() {
    isClosed = true;
    LockSupport.unpark(thread);
    try {
      thread.join(LONGEST_CLOSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
