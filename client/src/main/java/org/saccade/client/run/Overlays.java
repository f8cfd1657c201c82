package org.saccade.client.run;

import java.util.Set;
import org.saccade.offload.policy.Decision;
import org.saccade.render.gpu.Framebuffer;

/** What is drawn over the picture: the overlay and the help. Frame thread. */
public interface Overlays extends AutoCloseable {
  /** Nothing is drawn over. */
  Overlays NONE =
      new Overlays() {
        @Override
        public void decided(Decision decision, TileSupply.Asked asked, TileSupply.Standing tiles) {}

        @Override
        public void draw(Framebuffer over) {}

        @Override
        public void note(FrameFacts facts) {}

        @Override
        public void take(Set<ScreenInput.Wish> wishes) {}

        @Override
        public void close() {}
      };

  /** How the frame about to be shown was decided. */
  void decided(Decision decision, TileSupply.Asked asked, TileSupply.Standing tiles);

  /** Draws what is switched on over a finished picture. */
  void draw(Framebuffer over);

  /** Takes in a finished frame. */
  void note(FrameFacts facts);

  /** Takes in switches. */
  void take(Set<ScreenInput.Wish> wishes);

  @Override
  void close();
}
