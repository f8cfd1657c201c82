package org.saccade.client.run;

import org.jspecify.annotations.Nullable;
import org.saccade.client.ui.LinkPace;
import org.saccade.client.ui.OverlayHistory;
import org.saccade.client.ui.OverlayState;
import org.saccade.offload.policy.Decision;
import org.saccade.offload.profile.Profiler;
import org.saccade.render.tile.Shell;

/** The figures of a run's frames, for overlays wherever they are drawn. Frame thread. */
final class LiveFigures {
  private final Profiler profiler;
  private final TileSupply tiles;
  private final String notice;
  private final OverlayHistory history = new OverlayHistory();
  private @Nullable Decision decision;
  private TileSupply.Asked asked = TileSupply.Asked.NOTHING;
  private TileSupply.@Nullable Standing standing;
  private double megabits;
  private long windowNanos;
  private long windowBytes;
  private long triangles;

  LiveFigures(Profiler profiler, TileSupply tiles) {
    this(profiler, tiles, "");
  }

  /** The same with a line that must be seen as long as they are. */
  LiveFigures(Profiler profiler, TileSupply tiles, String notice) {
    this.profiler = profiler;
    this.tiles = tiles;
    this.notice = notice;
  }

  /** The frames the plots show. */
  OverlayHistory history() {
    return history;
  }

  /** Whether there is a line that must be seen, figures wanted or not. */
  boolean hasNotice() {
    return !notice.isEmpty() || tiles.refusal().isPresent();
  }

  /** What overlays show of this instant. */
  OverlayState state() {
    return new OverlayState(
        decision,
        profiler.last(0),
        asked.coverage(),
        link(standing),
        tiles.map(Shell.NEAR),
        tiles.map(Shell.FAR),
        triangles,
        tiles.refusal().orElse(notice));
  }

  /** How the edge stands, in two words. */
  String edge() {
    var now = standing;
    return now == null ? "starting" : edge(now);
  }

  /** Whether there is no edge, or one that answers. */
  boolean isEdgeWell() {
    var now = standing;
    return now == null || !now.isConfigured() || now.isLinkUp();
  }

  private static String edge(TileSupply.Standing standing) {
    return !standing.isConfigured() ? "no edge" : standing.isLinkUp() ? "edge up" : "edge down";
  }

  private OverlayState.LinkFigures link(TileSupply.@Nullable Standing now) {
    if (now == null) {
      return new OverlayState.LinkFigures("starting", -1, 0, LinkPace.NONE, 0, 0, 0);
    }
    return new OverlayState.LinkFigures(
        edge(now),
        Double.isFinite(now.rttMillis()) ? now.rttMillis() : -1,
        megabits,
        now.pace(),
        tiles.resident(),
        asked.wanted(),
        profiler.framesMissedByNetwork());
  }

  /** Takes in how the frame about to be shown was decided. */
  void decided(Decision by, TileSupply.Asked forIt, TileSupply.Standing then) {
    decision = by;
    asked = forIt;
    standing = then;
  }

  /** Takes in a finished frame. */
  void note(FrameFacts facts) {
    triangles = facts.triangles();
    if (profiler.frames() > 0) {
      history.add(
          profiler.lastBusyNanos() * 1e-6, facts.decision().mode(), facts.asked().coverage());
    }
    long elapsed = facts.endedNanos() - windowNanos;
    if (elapsed > 500_000_000L) {
      megabits = (facts.tiles().receivedBytes() - windowBytes) * 8e3 / elapsed;
      windowBytes = facts.tiles().receivedBytes();
      windowNanos = facts.endedNanos();
    }
  }
}
