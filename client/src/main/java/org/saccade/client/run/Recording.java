package org.saccade.client.run;

import org.saccade.xr.Origin;
import org.saccade.xr.RigFrame;

/** What a run's frames are noted in, if that was asked for. Frame thread. */
interface Recording extends AutoCloseable {
  /** Nothing is kept. */
  Recording NONE =
      new Recording() {
        @Override
        public void enter(Origin start) {}

        @Override
        public void note(long nanos, RigFrame seen) {}

        @Override
        public void close() {}
      };

  /** From now on poses are relative to another scene's start. */
  void enter(Origin start);

  /**
   * Notes a frame that was seen. Never waits.
   *
   * @param nanos when it was seen; the frame has that instant on its rig's clock
   * @param seen head and gaze, in the world
   */
  void note(long nanos, RigFrame seen);

  @Override
  void close();
}
