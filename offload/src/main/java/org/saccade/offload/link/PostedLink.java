package org.saccade.offload.link;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.saccade.offload.protocol.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A link whose messages leave on a thread of their own: KryoNet sends under locks that its own
 * thread holds too, and a frame must not wait for a thread that the system has set aside. Of
 * datagrams only the newest waits to leave, as a device's newest request replaces every older one.
 */
public final class PostedLink implements Link {
  private static final Logger LOG = LoggerFactory.getLogger(PostedLink.class);

  private final Link inner;
  private final Queue<Message> letters = new ConcurrentLinkedQueue<>();
  private final AtomicReference<@Nullable Message> newest = new AtomicReference<>();
  private final Thread postman;
  private volatile boolean isClosed;

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
    return isUp() && letters.add(message) && wake();
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
      while (postOne()) {} // a goodbye given before the end
    } catch (RuntimeException failed) {
      LOG.warn("a message could not be sent; the link ends", failed);
    } finally {
      isClosed = true;
      inner.close();
    }
  }

  /** Whether there was anything to send. */
  private boolean postOne() {
    var letter = letters.poll();
    if (letter != null) {
      inner.sendReliable(letter);
      return true;
    }
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
    return inner.state();
  }

  @Override
  public long receivedBytes() {
    return inner.receivedBytes();
  }

  @Override
  public LinkStatistics statistics() {
    return inner.statistics();
  }

  /** Ends the connection once what was given before has left. */
  @Override
  public void close() {
    isClosed = true;
    wake();
  }
}
