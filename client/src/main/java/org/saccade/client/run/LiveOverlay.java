package org.saccade.client.run;

import static org.lwjgl.opengl.GL11C.GL_DEPTH_TEST;
import static org.lwjgl.opengl.GL11C.glDepthMask;
import static org.lwjgl.opengl.GL11C.glDisable;

import java.util.List;
import java.util.Set;
import org.saccade.client.run.ScreenInput.Wish;
import org.saccade.client.settings.Setting;
import org.saccade.client.ui.HelpLine;
import org.saccade.client.ui.Overlay;
import org.saccade.client.ui.PanelPointer;
import org.saccade.offload.policy.Decision;
import org.saccade.render.gpu.Framebuffer;

/** The overlay and the help of a run, switched by keys. Frame thread. */
final class LiveOverlay implements Overlays {
  private static final List<HelpLine> HELP =
      List.of(
          new HelpLine("click / Esc", "take the mouse / give it back, Esc again closes"),
          new HelpLine("W A S D, Shift", "walk, run"),
          new HelpLine("mouse, Q E", "look round"),
          new HelpLine("wheel", "field of view"),
          new HelpLine("P / M", "next policy / the menu in the headset"),
          new HelpLine("F1 / F2 / F3", "this help / the overlay / settings"),
          new HelpLine("F11 / F12", "full screen / take a picture"));

  private final Overlay overlay;
  private final LiveFigures figures;
  private final LiveSettings settings;
  private final PanelPointer pointer;
  private boolean isHelpShown;

  /**
   * Needs the run's context current.
   *
   * @param scale pixels per point
   */
  LiveOverlay(
      LiveFigures figures,
      LiveSettings settings,
      PanelPointer pointer,
      float scale,
      boolean hasHelp) {
    overlay = Overlay.create(scale, figures.history());
    this.figures = figures;
    this.settings = settings;
    this.pointer = pointer;
    this.isHelpShown = hasHelp;
  }

  /** Takes another number of pixels per point. */
  void rescale(float scale) {
    overlay.rescale(scale);
  }

  @Override
  public void draw(Framebuffer over) {
    draw(over, settings.now().is(Setting.OVERLAY));
  }

  /** Draws help and settings, and the figures where they are wanted here. */
  void draw(Framebuffer over, boolean hasFigures) {
    var shown =
        new Overlay.Shown(
            hasFigures || figures.hasNotice() ? figures.state() : null,
            isHelpShown ? HELP : List.of(),
            settings.isPanelShown() ? settings.now() : null);
    if (!shown.isNothing()) {
      over.bind();
      glDisable(GL_DEPTH_TEST);
      glDepthMask(false);
    }
    var wanted = overlay.draw(shown, pointer, over.width(), over.height());
    if (wanted != null) {
      settings.change(wanted);
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
    if (wishes.contains(Wish.TOGGLE_OVERLAY)) {
      settings.change(settings.now().toggled(Setting.OVERLAY));
    }
    isHelpShown ^= wishes.contains(Wish.TOGGLE_HELP);
  }

  @Override
  public void close() {
    overlay.close();
  }
}
