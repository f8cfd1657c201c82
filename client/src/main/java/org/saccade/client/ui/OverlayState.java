package org.saccade.client.ui;

import org.jspecify.annotations.Nullable;
import org.saccade.offload.policy.Decision;
import org.saccade.offload.profile.FrameRecord;

/**
 * What the overlay shows of this instant.
 *
 * @param decision the decision the shown frame was drawn by; null before the first
 * @param lastFrame the frame finished last; null before the first
 * @param coverage acuity-weighted share of the view whose wanted level is resident, 0..1
 * @param link the edge in numbers
 * @param near the NEAR shell's cube; null while there is no edge
 * @param far the FAR shell's cube; null while there is no edge
 * @param triangles the device drew in the frame finished last
 * @param notice what a person must know while it is so, as that gaze is recorded; empty for nothing
 */
public record OverlayState(
    @Nullable Decision decision,
    @Nullable FrameRecord lastFrame,
    double coverage,
    LinkFigures link,
    @Nullable TileMap near,
    @Nullable TileMap far,
    long triangles,
    String notice) {

  /**
   * The link and what lies on the device.
   *
   * @param words who the edge is and how it does, for people
   * @param roundTripMillis measured round trip; negative while unknown
   * @param megabitsPerSecond arriving now
   * @param pace how fast tiles may come, and why not faster
   * @param residentTiles tiles ready to be drawn
   * @param missingTiles wanted and not there
   * @param missedByNetwork frames missed because a phase waited on the link
   */
  public record LinkFigures(
      String words,
      double roundTripMillis,
      double megabitsPerSecond,
      LinkPace pace,
      int residentTiles,
      int missingTiles,
      long missedByNetwork) {}
}
