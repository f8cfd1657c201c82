package org.saccade.offload.edge;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.saccade.offload.link.Link;
import org.saccade.offload.link.LinkListener;
import org.saccade.offload.protocol.Manifest;
import org.saccade.offload.protocol.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The session thread: takes devices in, lets each session step in turn, and rests between. */
final class Sessions implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);

  /** Between steps while fragments wait for their pace. */
  private static final long BUSY_NANOS = 250_000L;

  /** Between steps while sessions are quiet; a request that arrives ends it. */
  private static final long QUIET_NANOS = 1_000_000L;

  /** Between looks for devices while there are none. */
  private static final long EMPTY_NANOS = 10_000_000L;

  private final EdgeConfig config;
  private final LinkListener listener;
  private final Supplier<EdgeReadiness> readiness;
  private final BakeQueue queue;
  private final EdgeCounters counters;
  private final UnaryOperator<Link> network;
  private final LongSupplier clock;
  private final SecureRandom random = new SecureRandom();
  private final List<Link> waiting = new ArrayList<>();
  private final List<Session> sessions = new ArrayList<>();
  private volatile int welcomed;
  private volatile boolean isClosed;

  Sessions(
      EdgeConfig config,
      LinkListener listener,
      Supplier<EdgeReadiness> readiness,
      BakeQueue queue,
      EdgeCounters counters,
      UnaryOperator<Link> network,
      LongSupplier clock) {
    this.config = config;
    this.listener = listener;
    this.readiness = readiness;
    this.queue = queue;
    this.counters = counters;
    this.network = network;
    this.clock = clock;
  }

  int welcomed() {
    return welcomed;
  }

  void close() {
    isClosed = true;
  }

  @Override
  public void run() {
    Thread own = Thread.currentThread();
    listener.onNews(() -> LockSupport.unpark(own));
    while (!isClosed) {
      boolean isBusy = false;
      try {
        isBusy = step();
      } catch (RuntimeException e) {
        LOG.error("serving devices: {}", e.toString(), e);
      }
      LockSupport.parkNanos(isBusy ? BUSY_NANOS : sessions.isEmpty() ? EMPTY_NANOS : QUIET_NANOS);
    }
    waiting.forEach(Link::close);
    sessions.forEach(session -> session.end(Reason.CLOSING));
  }

  private boolean step() {
    for (Link link = listener.accept(); link != null; link = listener.accept()) {
      waiting.add(network.apply(link));
    }
    waiting.removeIf(Sessions::isGone);
    EdgeReadiness now = readiness.get();
    admit(now);
    boolean isBusy = false;
    int count = 0;
    for (Session session : sessions) {
      isBusy |= step(session, now.manifest());
      count += session.isWelcomed() && !session.isOver() ? 1 : 0;
    }
    sessions.removeIf(Session::isOver);
    welcomed = count;
    return isBusy;
  }

  /** Whether a device left before the scene was loaded. */
  private static boolean isGone(Link link) {
    boolean isDown = link.state().isDown();
    if (isDown) {
      link.close();
    }
    return isDown;
  }

  /** One session's trouble ends that session alone. */
  private static boolean step(Session session, @Nullable Manifest manifest) {
    try {
      return session.step(manifest);
    } catch (RuntimeException e) {
      LOG.warn("ending a session: {}", e.toString(), e);
      session.end(Reason.MALFORMED);
      return false;
    }
  }

  private void admit(EdgeReadiness now) {
    TileStore store = now.store();
    String failure = now.failure();
    if (waiting.isEmpty() || (store == null && failure == null)) {
      return;
    }
    for (Link link : waiting) {
      if (store == null) {
        Session.refuse(link, Reason.NO_SCENE, String.valueOf(failure));
      } else if (sessions.size() >= config.maxSessions()) {
        Session.refuse(
            link, Reason.FULL, config.maxSessions() + " sessions are all this edge serves");
      } else {
        sessions.add(new Session(link, token(), store, queue, counters, clock));
      }
    }
    waiting.clear();
  }

  private long token() {
    long token = random.nextLong();
    return token == 0 ? 1 : token;
  }
}
