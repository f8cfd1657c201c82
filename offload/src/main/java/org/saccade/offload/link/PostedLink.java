package org.saccade.offload.link;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.saccade.offload.protocol.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A link whose messages leave on a thread of their own: KryoNet sends under locks that its own
 * thread holds too, and a frame must not wait for a thread that the system has set aside.
 *
 * <p>What waits is bounded. Of datagrams it is only the newest, as a device's newest request
 * replaces every older one; of what must not be lost, at most {@link #MOST_LETTERS}: a device sends
 * two in a session, its hello and its goodbye, so a link that lets so many lie is stuck, and ends.
 */
public final class PostedLink implements Link {
  private static final Logger LOG = LoggerFactory.getLogger(PostedLink.class);

  static final int MOST_LETTERS = 64;

  private static final LinkState STUCK =
      LinkState.down("%d messages wait and none leaves".formatted(MOST_LETTERS));
  private static final Duration FAREWELL = Duration.ofMillis(200);

  private final Link inner;
  private final AtomicInteger waiting = new AtomicInteger();
  private final Queue<Message> letters = new ConcurrentLinkedQueue<>();
  private final AtomicReference<@Nullable Message> newest = new AtomicReference<>();
  private final Thread postman;
  private volatile boolean isClosed;
  private volatile boolean isStuck;

  private PostedLink(Link inner) {
    this.inner = inner;
    postman = Thread.ofPlatform().daemon().name("saccade-link-post").unstarted(this::post);
  }

  /** Takes over a link; it is closed with this one. */
  public static PostedLink over(Link inner) {
    var link = new PostedLink(inner);
    link.postman.start();
    return link;
  }

  /** True when it will be sent, unless the link ends before. */
  @Override
  public boolean sendReliable(Message message) {
    if (!isUp()) {
      return false;
    }
    if (waiting.incrementAndGet() > MOST_LETTERS) {
      waiting.decrementAndGet();
      isStuck = true;
      close();
      inner.close(); // its thread, which frees whoever waits in it
      return false;
    }
    return letters.add(message) && wake();
  }

  /** True when it will be sent, unless a newer one comes before. */
  @Override
  public boolean sendDatagram(Message message) {
    if (!isUp()) {
      return false;
    }
    newest.set(message);
    return wake();
  }

  private boolean isUp() {
    return !isClosed && inner.state().isUp();
  }

  private boolean wake() {
    LockSupport.unpark(postman);
    return true;
  }

  private void post() {
    try {
      while (!isClosed) {
        if (!postOne()) {
          LockSupport.park(this);
        }
      }
      postNewest();
      while (postLetter()) {} // a goodbye given before the end, after everything else
    } catch (RuntimeException failed) {
      LOG.warn("a message could not be sent; the link ends", failed);
    } finally {
      isClosed = true;
      inner.close();
    }
  }

  /** Whether there was anything to send. */
  private boolean postOne() {
    return postLetter() || postNewest();
  }

  private boolean postLetter() {
    var letter = letters.poll();
    if (letter == null) {
      return false;
    }
    waiting.decrementAndGet();
    inner.sendReliable(letter);
    return true;
  }

  private boolean postNewest() {
    var message = newest.getAndSet(null);
    if (message != null) {
      inner.sendDatagram(message);
      return true;
    }
    return false;
  }

  @Override
  public int drain(Sink sink, int atMost) {
    return inner.drain(sink, atMost);
  }

  @Override
  public LinkState state() {
    return isStuck ? STUCK : inner.state();
  }

  @Override
  public long receivedBytes() {
    return inner.receivedBytes();
  }

  @Override
  public LinkStatistics statistics() {
    return inner.statistics();
  }

  /**
   * Ends the connection once what was given before has left, a goodbye last. Does not wait for
   * that, as it may be called in the middle of a run.
   */
  @Override
  public void close() {
    isClosed = true;
    wake();
  }

  /**
   * The same, waiting until all has left and then until the link inside, which may have a thread of
   * its own that lets messages out, has ended; 200 ms at most for each. For the end of a run, which
   * ends its threads.
   */
  public void closeAndWait() {
    close();
    try {
      if (postman.join(FAREWELL)) {
        for (long i = 0; i < FAREWELL.toMillis() && !inner.state().isDown(); i++) {
          Thread.sleep(1);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
