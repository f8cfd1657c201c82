package org.saccade.client.run;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.saccade.client.run.ScreenInput.Wish;
import org.saccade.client.settings.Setting;
import org.saccade.offload.policy.Decision;
import org.saccade.render.gpu.Framebuffer;

/**
 * Overlays while a headset is worn: the figures float in the headset, its mirror keeps help and
 * settings. Frame thread.
 *
 * @param mirror what lies over the mirror; null where there is none
 */
record WornOverlays(@Nullable LiveOverlay mirror, LiveFigures figures, HeadsetMenu menu)
    implements Overlays {
  @Override
  public void draw(Framebuffer over) {
    if (mirror != null) {
      mirror.draw(over, false);
    }
  }

  @Override
  public void decided(Decision decision, TileSupply.Asked asked, TileSupply.Standing tiles) {
    figures.decided(decision, asked, tiles);
  }

  @Override
  public void note(FrameFacts facts) {
    figures.note(facts);
  }

  @Override
  public void take(Set<Wish> wishes) {
    if (wishes.contains(Wish.TOGGLE_MENU)) {
      menu.toggle();
    }
    if (mirror != null) {
      mirror.take(wishes);
    } else if (wishes.contains(Wish.TOGGLE_OVERLAY)) {
      menu.live().change(menu.live().now().toggled(Setting.OVERLAY));
    }
  }

  @Override
  public void close() {}
}
