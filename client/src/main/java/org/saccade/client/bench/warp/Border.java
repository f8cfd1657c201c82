package org.saccade.client.bench.warp;

import org.saccade.client.run.PictureSize;

/**
 * A guard band round a picture, so that it still fills the view after a turn.
 *
 * @param across pixels on the left, and as many on the right
 * @param up pixels above, and as many below
 */
public record Border(int across, int up) {
  private static final double WIDEST_HALF = Math.toRadians(80);

  /** So many radians beyond a symmetric view on each side, and no more than 80 degrees aside. */
  public static Border of(PictureSize size, double verticalFov, double radians) {
    double halfTangent = Math.tan(verticalFov / 2);
    return new Border(
        pixels(size.width(), halfTangent * size.aspect(), radians),
        pixels(size.height(), halfTangent, radians));
  }

  private static int pixels(int pixels, double halfTangent, double radians) {
    double half = Math.atan(halfTangent);
    double wider = Math.max(half, Math.min(WIDEST_HALF, half + radians));
    return (int) Math.ceil((Math.tan(wider) / halfTangent - 1) * pixels / 2);
  }

  /** The size of a picture with it. */
  public PictureSize around(PictureSize size) {
    return new PictureSize(size.width() + 2 * across, size.height() + 2 * up);
  }
}
