package org.saccade.client.run;

import static org.lwjgl.opengl.GL11C.GL_DEPTH_TEST;
import static org.lwjgl.opengl.GL11C.glDepthMask;
import static org.lwjgl.opengl.GL11C.glDisable;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.saccade.client.run.ScreenInput.Wish;
import org.saccade.client.settings.Setting;
import org.saccade.client.ui.HelpLine;
import org.saccade.client.ui.Overlay;
import org.saccade.client.ui.OverlayState;
import org.saccade.client.ui.PanelPointer;
import org.saccade.offload.profile.Profiler;
import org.saccade.render.gpu.Framebuffer;
import org.saccade.render.tile.Shell;

/** The overlay and the help of a run, switched by keys. Frame thread. */
final class LiveOverlay implements Overlays {
  private static final List<HelpLine> HELP =
      List.of(
          new HelpLine("click / Esc", "take the mouse / give it back, Esc again closes"),
          new HelpLine("W A S D, Shift", "walk, run"),
          new HelpLine("mouse, Q E", "look round"),
          new HelpLine("wheel", "field of view"),
          new HelpLine("P", "next policy"),
          new HelpLine("F1 / F2 / F3", "this help / the overlay / settings"),
          new HelpLine("F11 / F12", "full screen / take a picture"));

  private final Overlay overlay;
  private final Profiler profiler;
  private final TileSupply tiles;
  private final LiveSettings settings;
  private final PanelPointer pointer;
  private boolean isHelpShown;
  private @Nullable FrameFacts last;
  private double megabits;
  private long windowNanos;
  private long windowBytes;

  /**
   * Needs the run's context current.
   *
   * @param scale pixels per point
   */
  LiveOverlay(
      Profiler profiler,
      TileSupply tiles,
      LiveSettings settings,
      PanelPointer pointer,
      float scale,
      boolean hasHelp) {
    overlay = Overlay.create(scale);
    this.profiler = profiler;
    this.tiles = tiles;
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
    var shown =
        new Overlay.Shown(
            settings.now().is(Setting.OVERLAY) ? state() : null,
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

  private OverlayState state() {
    var facts = last;
    return new OverlayState(
        facts == null ? null : facts.decision(),
        profiler.last(0),
        facts == null ? 0 : facts.asked().coverage(),
        link(facts),
        tiles.map(Shell.NEAR),
        tiles.map(Shell.FAR));
  }

  private OverlayState.LinkFigures link(@Nullable FrameFacts facts) {
    if (facts == null) {
      return new OverlayState.LinkFigures("starting", -1, 0, 0, 0, 0);
    }
    var standing = facts.tiles();
    var words =
        !standing.isConfigured() ? "no edge" : standing.isLinkUp() ? "edge up" : "edge down";
    return new OverlayState.LinkFigures(
        words,
        Double.isFinite(standing.rttMillis()) ? standing.rttMillis() : -1,
        megabits,
        tiles.resident(),
        facts.asked().wanted(),
        profiler.framesMissedByNetwork());
  }

  @Override
  public void note(FrameFacts facts) {
    last = facts;
    var record = profiler.last(0);
    if (record != null) {
      overlay
          .history()
          .add(record.busyNanos() * 1e-6, facts.decision().mode(), facts.asked().coverage());
    }
    long elapsed = facts.endedNanos() - windowNanos;
    if (elapsed > 500_000_000L) {
      megabits = (facts.tiles().receivedBytes() - windowBytes) * 8e3 / elapsed;
      windowBytes = facts.tiles().receivedBytes();
      windowNanos = facts.endedNanos();
    }
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
