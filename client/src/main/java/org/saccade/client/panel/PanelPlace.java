package org.saccade.client.panel;

import org.joml.Quaternionf;
import org.joml.Vector3d;
import org.jspecify.annotations.Nullable;
import org.saccade.xr.Pose;

/**
 * A rectangle in the play space. Immutable.
 *
 * @param pose its middle; it faces +Z
 * @param width metres
 * @param height metres
 */
public record PanelPlace(Pose pose, double width, double height) {
  /** How far ahead of the head panels stand: near enough to read, far enough to focus on. */
  static final double METRES_AHEAD = 1.2;

  /** How far below the eyes the middle lies: one looks a little down at what one reads. */
  static final double METRES_BELOW = 0.16;

  /**
   * Where a ray meets a panel.
   *
   * @param across from the left edge (0) to the right one (1)
   * @param down from the upper edge (0) to the lower one (1)
   * @param metres from the ray's beginning
   */
  public record Hit(double across, double down, double metres) {}

  /**
   * Ahead of where the head looks, upright whatever its roll, turned to face it. A head that looks
   * straight up or down has a heading too: where its forehead or chin points.
   */
  public static PanelPlace ahead(Pose head, double width, double height) {
    var turned = head.orientation(new Quaternionf());
    var heading = level(turned.transform(new Vector3d(0, 0, -1)));
    if (heading == null) {
      double up = turned.transform(new Vector3d(0, 0, -1)).y;
      heading = level(turned.transform(new Vector3d(0, up > 0 ? -1 : 1, 0)));
    }
    if (heading == null) {
      heading = new Vector3d(0, 0, -1);
    }
    var pose =
        Pose.looking(
            head.x() + METRES_AHEAD * heading.x,
            head.y() - METRES_BELOW,
            head.z() + METRES_AHEAD * heading.z,
            Math.atan2(-heading.x, -heading.z),
            -Math.atan2(METRES_BELOW, METRES_AHEAD));
    return new PanelPlace(pose, width, height);
  }

  /** The direction without its rise; null where hardly anything else is left. */
  private static @Nullable Vector3d level(Vector3d direction) {
    direction.y = 0;
    return direction.length() < 0.2 ? null : direction.normalize();
  }

  /** A panel on top of this one, in the same plane. */
  public PanelPlace above(double gap, double otherWidth, double otherHeight) {
    double rise = (height + otherHeight) / 2 + gap;
    return new PanelPlace(new Pose(0, rise, 0, 0, 0, 0, 1).in(pose), otherWidth, otherHeight);
  }

  /** Where a ray along the aim's -Z meets the front; null when it passes by. */
  public @Nullable Hit hit(Pose aim) {
    var back = pose.orientation(new Quaternionf()).conjugate();
    var from = back.transform(aim.position(new Vector3d()).sub(pose.x(), pose.y(), pose.z()));
    var along =
        back.transform(aim.orientation(new Quaternionf()).transform(new Vector3d(0, 0, -1)));
    if (from.z <= 0 || along.z >= -1e-6) {
      return null;
    }
    double metres = -from.z / along.z;
    double across = (from.x + metres * along.x) / width + 0.5;
    double down = 0.5 - (from.y + metres * along.y) / height;
    boolean isInside = across >= 0 && across <= 1 && down >= 0 && down <= 1;
    return isInside ? new Hit(across, down, metres) : null;
  }

  /** A pose on the panel, turned as it is, a little in front of it. */
  public Pose at(double across, double down, double metresInFront) {
    return new Pose((across - 0.5) * width, (0.5 - down) * height, metresInFront, 0, 0, 0, 1)
        .in(pose);
  }

  /** Pixels a degree that an eye sees in the panel's middle, where they are fewest. */
  public static double pixelsPerDegree(int pixelsAcross, double width) {
    double metresAway = Math.hypot(METRES_AHEAD, METRES_BELOW);
    return pixelsAcross / width * metresAway * Math.tan(Math.toRadians(1));
  }
}
