package org.saccade.offload.fov;

import java.util.List;
import org.joml.Vector3fc;
import org.jspecify.annotations.Nullable;
import org.saccade.render.tile.TileResidency;

/**
 * What a plan is made for.
 *
 * @param now the views at display time, one or two
 * @param ahead the same views predicted 0.5 to 1 s ahead, for the cells walked into next; may be
 *     empty
 * @param look where the eye looks, as far as that is known
 * @param haste how soon all this is old
 * @param near what NEAR tiles are for in this frame
 * @param far what FAR tiles are for in this frame
 * @param residency the tiles that can be drawn
 * @param edgeBakes whether the edge has yet to bake what it was asked for: then coarser tiles come
 *     sooner, and are asked for besides
 */
public record PlanInput(
    List<ViewFrustum> now,
    List<ViewFrustum> ahead,
    Look look,
    Haste haste,
    ShellUse near,
    ShellUse far,
    TileResidency residency,
    boolean edgeBakes) {
  /** The most views of one instant. */
  public static final int MAX_VIEWS = 4;

  public PlanInput {
    if (now.isEmpty() || now.size() > MAX_VIEWS || ahead.size() > MAX_VIEWS) {
      throw new IllegalArgumentException(
          "%d views now, %d ahead; expected 1..%d now and 0..%d ahead"
              .formatted(now.size(), ahead.size(), MAX_VIEWS, MAX_VIEWS));
    }
  }

  /** For an edge that has baked all. */
  public PlanInput(
      List<ViewFrustum> now,
      List<ViewFrustum> ahead,
      Look look,
      Haste haste,
      ShellUse near,
      ShellUse far,
      TileResidency residency) {
    this(now, ahead, look, haste, near, far, residency, false);
  }

  /**
   * With an ordinary haste.
   *
   * @param gaze where the eye looks, in the world; null when it is not measured, and then the whole
   *     view counts as looked at
   */
  public PlanInput(
      List<ViewFrustum> now,
      List<ViewFrustum> ahead,
      @Nullable Vector3fc gaze,
      ShellUse near,
      ShellUse far,
      TileResidency residency) {
    this(now, ahead, Look.of(gaze), Haste.LEISURELY, near, far, residency);
  }
}
