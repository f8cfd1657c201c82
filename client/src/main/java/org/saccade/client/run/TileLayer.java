package org.saccade.client.run;

import org.saccade.offload.policy.Mode;
import org.saccade.render.pass.DrawView;
import org.saccade.render.pass.RenderTarget;
import org.saccade.render.pass.StereoTarget;

/** Draws a mode's share of tiles into a picture. */
@FunctionalInterface
public interface TileLayer {
  /** No tiles. */
  TileLayer NONE = (target, view, mode) -> {};

  /** Draws them over what the target holds, by depth. */
  void draw(RenderTarget target, DrawView view, Mode mode);

  /** Draws them for both eyes. */
  default void draw(StereoTarget target, DrawView left, DrawView right, Mode mode) {
    draw(target.left(), left, mode);
    draw(target.right(), right, mode);
  }
}
