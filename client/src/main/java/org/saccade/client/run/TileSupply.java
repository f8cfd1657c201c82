package org.saccade.client.run;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.saccade.client.ui.LinkPace;
import org.saccade.client.ui.TileMap;
import org.saccade.offload.fov.Look;
import org.saccade.offload.fov.ViewFrustum;
import org.saccade.offload.policy.Decision;
import org.saccade.offload.policy.Mode;
import org.saccade.offload.policy.Readiness;
import org.saccade.render.pass.ClipBox;
import org.saccade.render.tile.Shell;

/**
 * The frame loop's tiles: what arrived, what is asked for, and drawing them. Frame thread. No call
 * waits for the network.
 */
interface TileSupply extends TileLayer, AutoCloseable {
  /** How tiles and link stand; a record a frame. */
  record Standing(
      boolean isConfigured,
      boolean isLinkUp,
      double rttMillis,
      LinkPace pace,
      long receivedBytes,
      long waitedOnLinkNanos,
      Readiness near,
      Readiness far) {
    static final Standing NONE =
        new Standing(false, false, Double.NaN, LinkPace.NONE, 0, 0, Readiness.NONE, Readiness.NONE);
  }

  /** What a frame asked for. */
  record Asked(float coverage, int wanted, int sent, float nearOffset, float farOffset) {
    static final Asked NOTHING = new Asked(0, 0, 0, 0, 0);
  }

  /** Takes in what arrived and puts decoded tiles on the device, within a budget of time. */
  int poll(long nowNanos);

  /** How things stand now. */
  Standing standing(long nowNanos);

  /** Chooses tiles for this frame and asks for those that miss. */
  Asked request(Request request);

  /** What the device draws itself in Hybrid; null while no tile was ever chosen. */
  @Nullable ClipBox nearBox();

  /** Which tiles of the drawn cell lie on the device; null while there is no such cell. */
  @Nullable TileMap map(Shell shell);

  /** Why the edge gives nothing until a person does something. */
  default Optional<String> refusal() {
    return Optional.empty();
  }

  /** Tiles on the device. */
  int resident();

  @Override
  void close();

  /**
   * What tiles a frame needs.
   *
   * @param look where the eye is when they come
   * @param shown the modes drawn now: one, or two while one fades
   */
  record Request(
      long nowNanos,
      List<ViewFrustum> now,
      List<ViewFrustum> ahead,
      Look look,
      Decision decision,
      CrossFade shown) {
    boolean draws(Mode mode) {
      return shown.mode() == mode || shown.former() == mode;
    }
  }
}
