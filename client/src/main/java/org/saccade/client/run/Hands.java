package org.saccade.client.run;

/** What a person's hands do to a frame. Frame thread. */
interface Hands extends AutoCloseable {
  /** No hands are seen here. */
  Hands NONE =
      new Hands() {
        @Override
        public void sync() {}

        @Override
        public void act(long displayNanos) {}

        @Override
        public void close() {}
      };

  /** Takes in what they did since the last frame. */
  void sync();

  /** Does it: walks, touches, grabs; before anything is located for this frame. */
  void act(long displayNanos);

  @Override
  void close();
}
