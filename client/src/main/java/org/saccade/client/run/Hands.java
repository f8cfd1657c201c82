package org.saccade.client.run;

/** What a person's hands do to a frame. Frame thread. */
interface Hands extends AutoCloseable {
  /** No hands are seen here. */
  Hands NONE =
      new Hands() {
        @Override
        public void act(long displayNanos) {}

        @Override
        public void close() {}
      };

  /**
   * Takes in what they did up to now and does it: walks, touches, grabs; once the frame's turn has
   * come, before anything is located for it.
   */
  void act(long displayNanos);

  @Override
  void close();
}
