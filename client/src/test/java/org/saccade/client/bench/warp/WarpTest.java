package org.saccade.client.bench.warp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.ToDoubleFunction;
import org.joml.Quaternionf;
import org.joml.Vector3f;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.saccade.client.run.PictureSize;
import org.saccade.xr.Fov;
import org.saccade.xr.Pose;
import org.saccade.xr.ViewPose;

/**
 * Pictures of worlds that are known everywhere: each pixel's colour is a smooth function of the
 * point it shows, so that a warp can be told right from wrong.
 */
@NullMarked
final class WarpTest {
  private static final PictureSize SIZE = new PictureSize(64, 48);
  private static final double VERTICAL = Math.toRadians(60);
  private static final double GUARD = Math.toRadians(15);
  private static final Border BORDER = Border.of(SIZE, VERTICAL, GUARD);
  private static final PictureSize WIDE = BORDER.around(SIZE);
  private static final Fov FOV = Fov.symmetric(VERTICAL, SIZE.aspect());
  private static final ViewPose OLD = view(Pose.looking(1, 1.6, 2, 0.3, -0.1));

  private static ViewPose view(Pose pose) {
    return new ViewPose(pose, FOV);
  }

  /** A wall at z = -1, smoothly coloured by place, as a view sees it. */
  private static Shot wall(ViewPose view, PictureSize size) {
    return shot(
        view,
        size,
        ray -> (view.pose().z() + 1) / -ray.z,
        (view1, point) -> colour(point.x, point.y));
  }

  /** Everything infinitely far away, coloured by direction. */
  private static Shot sky(ViewPose view, PictureSize size) {
    return shot(view, size, ray -> Double.POSITIVE_INFINITY, (view1, ray) -> colour(ray.x, ray.y));
  }

  private interface Paint {
    int of(ViewPose view, Vector3f where);
  }

  private static Shot shot(
      ViewPose view, PictureSize size, ToDoubleFunction<Vector3f> distance, Paint paint) {
    var lens = Lens.of(view.fov(), size);
    int[] rgba = new int[size.width() * size.height()];
    float[] inverseDepth = new float[rgba.length];
    var turned = view.pose().orientation(new Quaternionf());
    for (int i = 0; i < rgba.length; i++) {
      int row = i / size.width();
      var ray = new Vector3f((float) lens.x(i % size.width()), (float) lens.y(row), -1);
      turned.transform(ray);
      double along = distance.applyAsDouble(ray);
      inverseDepth[i] = (float) (1 / along);
      var where =
          Double.isInfinite(along)
              ? ray.normalize()
              : ray.mul((float) along)
                  .add((float) view.pose().x(), (float) view.pose().y(), (float) view.pose().z());
      rgba[i] = paint.of(view, where);
    }
    return new Shot(rgba, inverseDepth, view, size);
  }

  private static int colour(double x, double y) {
    int red = (int) Math.round(127 + 120 * Math.sin(2 * x));
    int green = (int) Math.round(127 + 120 * Math.sin(2 * y));
    return Shot.OPAQUE | green << 8 | red;
  }

  private static int worst(Shot a, Shot b) {
    int worst = 0;
    for (int i = 0; i < SIZE.width() * SIZE.height(); i++) {
      for (int shift = 0; shift < 32; shift += 8) {
        int difference = (a.rgba(i) >>> shift & 255) - (b.rgba(i) >>> shift & 255);
        worst = Math.max(worst, Math.abs(difference));
      }
    }
    return worst;
  }

  private static ViewPose widened(ViewPose view) {
    return new ViewPose(view.pose(), Shot.wider(view.fov(), SIZE, BORDER));
  }

  @Test
  void aGuardBandIsAsWideAsItWasToBeOnEachSide() {
    var wider = Shot.wider(FOV, SIZE, BORDER);
    double aPixel = Math.toRadians(1);
    assertEquals(FOV.right() + GUARD, wider.right(), aPixel);
    assertEquals(FOV.left() - GUARD, wider.left(), aPixel);
    assertEquals(FOV.up() + GUARD, wider.up(), aPixel);
    assertEquals(FOV.down() - GUARD, wider.down(), aPixel);
  }

  @Test
  void aGuardBandLeavesTheMiddleAsItWas() {
    var middle = wall(widened(OLD), WIDE).middle(BORDER, OLD);
    assertTrue(worst(middle, wall(OLD, SIZE)) <= 1);
  }

  @Test
  void anUnmovedHeadGetsTheOldPictureBack() {
    var old = wall(widened(OLD), WIDE);
    int[] middle = old.middle(BORDER, OLD).pixels();
    assertArrayEquals(middle, RotationWarp.show(old, OLD, SIZE).pixels());
    assertArrayEquals(middle, DepthWarp.show(old, OLD, SIZE).pixels());
  }

  @Test
  void aTurnOfTheHeadIsUndoneByBoth() {
    var now = view(Pose.looking(1, 1.6, 2, 0.42, -0.02));
    var old = sky(widened(OLD), WIDE);
    assertTrue(worst(old.middle(BORDER, OLD), sky(now, SIZE)) > 20, "else this says nothing");
    assertTrue(worst(RotationWarp.show(old, now, SIZE), sky(now, SIZE)) <= 3);
    assertTrue(worst(DepthWarp.show(old, now, SIZE), sky(now, SIZE)) <= 3);
  }

  @Test
  void aStepAsideIsUndoneByDepthAlone() {
    var now = view(Pose.looking(1.3, 1.5, 1.8, 0.35, -0.06));
    var old = wall(widened(OLD), WIDE);
    var right = wall(now, SIZE);
    assertTrue(worst(RotationWarp.show(old, now, SIZE), right) > 20);
    var shown = DepthWarp.show(old, now, SIZE);
    assertTrue(worst(shown, right) <= 4);
    for (int i = 0; i < SIZE.width() * SIZE.height(); i++) {
      assertEquals(right.inverseDepth(i), shown.inverseDepth(i), 2e-3f);
    }
  }

  @Test
  void whatIsNearHidesWhatIsFar() {
    // a post 1 m ahead before a wall 10 m away; the eye steps to the left, so it stands further
    // right
    var ahead = view(Pose.looking(0, 0, 0, 0, 0));
    var old =
        shot(
            ahead,
            SIZE,
            ray -> Math.abs(ray.x) < 0.1 ? 1 : 10,
            (view1, at) -> at.z > -2 ? 0xFF0000FF : 0xFF00FF00);
    var shown = DepthWarp.show(old, view(Pose.looking(-0.3, 0, 0, 0, 0)), SIZE);
    var lens = Lens.of(FOV, SIZE);
    int post = (int) Math.round(lens.column(0.3));
    int index = SIZE.height() / 2 * SIZE.width() + post;
    assertEquals(0xFF0000FF, shown.rgba(index));
    assertEquals(1, shown.inverseDepth(index), 1e-5);
  }

  @Test
  void whatTheOldPictureDoesNotReachShowsNothing() {
    var now = view(Pose.looking(1, 1.6, 2, 0.3 + Math.PI / 2, -0.1));
    var shown = RotationWarp.show(sky(OLD, SIZE), now, SIZE);
    assertEquals(0, shown.rgba(SIZE.width() * SIZE.height() / 2 + SIZE.width() / 2));
    assertEquals(0, DepthWarp.show(sky(OLD, SIZE), now, SIZE).rgba(0));
  }
}
