package org.saccade.client.audio;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Hands the newest {@link Hearing} from the frame thread to the sound thread. There are three: one
 * being written, one being read, and the newest finished one between; each side exchanges its own
 * for that one by a single atomic step. Neither waits, and nothing is made.
 */
final class LatestHearing {
  private static final int UNREAD = 4;

  private final Hearing[] all;
  private final AtomicInteger between = new AtomicInteger(1);
  private int written;
  private int read = 2;

  LatestHearing(int sounds) {
    all = new Hearing[] {new Hearing(sounds), new Hearing(sounds), new Hearing(sounds)};
  }

  /** The one to fill. Frame thread. */
  Hearing draft() {
    return all[written];
  }

  /** The draft is finished; the next is another, to be filled whole. Frame thread. */
  void publish() {
    written = between.getAndSet(written | UNREAD) & ~UNREAD;
  }

  /** The newest, or null when it was taken before. Sound thread. */
  @Nullable Hearing take() {
    if ((between.get() & UNREAD) == 0) {
      return null;
    }
    read = between.getAndSet(read) & ~UNREAD;
    return all[read];
  }
}
