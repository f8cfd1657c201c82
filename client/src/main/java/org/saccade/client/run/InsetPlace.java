package org.saccade.client.run;

import org.joml.Matrix4f;
import org.saccade.render.pass.DrawView;

/**
 * The rectangle of a picture that is drawn finely, in whole pixels, so that its pixels are the
 * picture's own. Pure.
 *
 * @param x leftmost column
 * @param y lowest row
 */
record InsetPlace(int x, int y, int width, int height) {
  /**
   * Around where a direction meets a view.
   *
   * @param tangentX of the direction, right of the view's axis
   * @param tangentY of the direction, above the view's axis
   * @param halfTangent half the rectangle's side
   */
  static InsetPlace around(DrawView view, double tangentX, double tangentY, double halfTangent) {
    var projection = view.projection();
    double middleX = (projection.m00() * tangentX - projection.m20() + 1) / 2 * view.width();
    double middleY = (projection.m11() * tangentY - projection.m21() + 1) / 2 * view.height();
    int width = side(projection.m00() * halfTangent * view.width(), view.width());
    int height = side(projection.m11() * halfTangent * view.height(), view.height());
    return new InsetPlace(
        Math.clamp(Math.round(middleX - width / 2.0), 0, view.width() - width),
        Math.clamp(Math.round(middleY - height / 2.0), 0, view.height() - height),
        width,
        height);
  }

  private static int side(double pixels, int most) {
    return Math.clamp((long) Math.ceil(pixels), 1, most);
  }

  /** The part of a view that falls into this rectangle. */
  DrawView of(DrawView view) {
    float scaleX = (float) view.width() / width;
    float scaleY = (float) view.height() / height;
    float middleX = (2 * x + width) / (float) view.width() - 1;
    float middleY = (2 * y + height) / (float) view.height() - 1;
    var projection =
        new Matrix4f()
            .m00(scaleX)
            .m11(scaleY)
            .m30(-middleX * scaleX)
            .m31(-middleY * scaleY)
            .mul(new Matrix4f(view.projection()));
    return new DrawView(view.rotation(), view.eye(), projection, view.near(), width, height);
  }
}
