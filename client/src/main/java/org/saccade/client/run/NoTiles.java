package org.saccade.client.run;

import org.jspecify.annotations.Nullable;
import org.saccade.client.ui.TileMap;
import org.saccade.offload.policy.Mode;
import org.saccade.render.pass.ClipBox;
import org.saccade.render.pass.DrawView;
import org.saccade.render.pass.RenderTarget;
import org.saccade.render.tile.Shell;

/** No edge was asked for: the device draws everything. */
final class NoTiles implements TileSupply {
  @Override
  public int poll(long nowNanos) {
    return 0;
  }

  @Override
  public Standing standing(long nowNanos) {
    return Standing.NONE;
  }

  @Override
  public Asked request(Request request) {
    return Asked.NOTHING;
  }

  @Override
  public @Nullable ClipBox nearBox() {
    return null;
  }

  @Override
  public @Nullable TileMap map(Shell shell) {
    return null;
  }

  @Override
  public int resident() {
    return 0;
  }

  @Override
  public void draw(RenderTarget target, DrawView view, Mode mode) {}

  @Override
  public void close() {}
}
