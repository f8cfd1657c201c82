package org.saccade.client.run;

import org.saccade.offload.policy.Mode;
import org.saccade.render.pass.DrawView;
import org.saccade.render.pass.RenderTarget;

/** Draws a mode's share of tiles into a picture. */
@FunctionalInterface
public interface TileLayer {
  /** No tiles. */
  TileLayer NONE = (target, view, mode) -> {};

  /** Draws them over what the target holds, by depth. */
  void draw(RenderTarget target, DrawView view, Mode mode);
}
