package org.saccade.offload.link;

import org.jspecify.annotations.Nullable;

/** Where devices arrive at an edge. One owner thread takes them. */
public interface LinkListener extends AutoCloseable {
  /** The next device's link, or null when none waits; never blocks. */
  @Nullable Link accept();

  /**
   * Has the owner woken when a device arrived or said something, instead of finding it when it
   * looks next. Called once, before there are devices.
   *
   * @param wake cheap and safe from any thread
   */
  void onNews(Runnable wake);

  /** The port of TCP and UDP. */
  int port();

  /** Stops listening and ends every link; idempotent. */
  @Override
  void close();
}
