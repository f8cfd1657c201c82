package org.saccade.offload.link;

import org.jspecify.annotations.Nullable;

/** Where devices arrive at an edge. One owner thread takes them. */
public interface LinkListener extends AutoCloseable {
  /** The next device's link, or null when none waits; never blocks. */
  @Nullable Link accept();

  /** The port of TCP and UDP. */
  int port();

  /** Stops listening and ends every link; idempotent. */
  @Override
  void close();
}
