package org.saccade.render.scene;

import java.util.List;
import org.saccade.render.tile.Floats;

/**
 * Channels that loop together every {@code duration} seconds.
 *
 * @param duration seconds; the latest key of any channel
 */
public record Animation(String name, List<Channel> channels, float duration) {
  public Animation {
    channels = List.copyOf(channels);
  }

  /**
   * One property of one node over time.
   *
   * @param node index into {@link Scene#nodes}
   * @param times seconds, strictly ascending, at least one
   * @param values per key: 3 floats, or 4 for a rotation; cubic splines hold in-tangent, value and
   *     out-tangent, so three times as many
   */
  public record Channel(
      int node, Target target, Interpolation interpolation, Floats times, Floats values) {}

  /** What a channel moves. */
  public enum Target {
    TRANSLATION(3),
    ROTATION(4),
    SCALE(3);

    private final int components;

    Target(int components) {
      this.components = components;
    }

    /** Floats a value. */
    public int components() {
      return components;
    }
  }

  /** What happens between two keys. Rotations interpolate on the sphere. */
  public enum Interpolation {
    LINEAR,
    STEP,
    CUBICSPLINE
  }
}
