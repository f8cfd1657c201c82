package org.saccade.offload.fov;

import org.joml.Vector3f;
import org.joml.Vector3fc;
import org.jspecify.annotations.Nullable;

/** What is known of where an eye looks when a frame is shown. Immutable. */
public sealed interface Look {
  /** Error of an eye tracker that was read just now, one standard deviation. */
  double TRACKED_ERROR = Math.toRadians(1);

  /** Nobody knows where such eyes look: a head that does not follow them must find it sharp. */
  double AHEAD_ERROR = Math.toRadians(20);

  /** Nobody knows, and the eye may be anywhere: on a flat screen. */
  record Anywhere() implements Look {}

  /**
   * About the views' axes: in a headset without an eye tracker, where a head turns with its eyes.
   *
   * @param errorRadians one standard deviation
   */
  record Ahead(double errorRadians) implements Look {
    public Ahead {
      requireError(errorRadians);
    }
  }

  /**
   * Where an eye tracker, or a prediction, says.
   *
   * @param direction in the world; made a unit vector
   * @param errorRadians one standard deviation
   */
  record At(Vector3fc direction, double errorRadians) implements Look {
    public At {
      requireError(errorRadians);
      if (!isDirection(direction)) {
        throw new IllegalArgumentException(
            "gaze is (%s, %s, %s); expected a direction"
                .formatted(direction.x(), direction.y(), direction.z()));
      }
      direction = new Vector3f(direction).normalize();
    }
  }

  /** Anywhere. */
  static Look anywhere() {
    return Constants.ANYWHERE;
  }

  /** About the axes, as eyes in a headset are. */
  static Look ahead() {
    return Constants.AHEAD;
  }

  /** At a direction just measured; anywhere where there is none, or none that can be used. */
  static Look of(@Nullable Vector3fc gaze) {
    return of(gaze, TRACKED_ERROR, anywhere());
  }

  /** At a direction in the world with an error; {@code otherwise} where either cannot be used. */
  static Look of(@Nullable Vector3fc gaze, double errorRadians, Look otherwise) {
    return gaze != null && isDirection(gaze) && isError(errorRadians)
        ? new At(gaze, errorRadians)
        : otherwise;
  }

  private static boolean isDirection(Vector3fc gaze) {
    float square = gaze.lengthSquared();
    return square > 1e-12f && square < 1e12f;
  }

  private static boolean isError(double radians) {
    return radians >= 0 && radians <= Math.PI;
  }

  private static void requireError(double radians) {
    if (!isError(radians)) {
      throw new IllegalArgumentException(
          "gaze's error is %s radians; expected 0..pi".formatted(radians));
    }
  }

  /** Those without values. */
  final class Constants {
    private static final Look ANYWHERE = new Anywhere();
    private static final Look AHEAD = new Ahead(AHEAD_ERROR);

    private Constants() {}
  }
}
