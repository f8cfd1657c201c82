package org.saccade.client.bench;

import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import org.saccade.client.bench.warp.Border;
import org.saccade.client.bench.warp.DepthWarp;
import org.saccade.client.bench.warp.RotationWarp;
import org.saccade.client.bench.warp.Shot;
import org.saccade.client.run.PictureSize;
import org.saccade.client.run.Stills;
import org.saccade.client.run.Stills.Still;
import org.saccade.render.pass.AntiAliasing;
import org.saccade.xr.ViewPose;

/**
 * The pictures of every method at a moment. Old pictures are drawn with a guard band round the
 * view, at the same pixels a degree, of whole meshes as a server has them, with what moves where it
 * was then. Frame thread; what it gives may be finished on any thread.
 */
final class RttPictures {
  /** Old pictures reach so far beyond the view on each side. */
  static final double GUARD_DEGREES = 15;

  private final Stills stills;
  private final Moments moments;
  private final PictureSize size;
  private final Border border;
  private final PictureSize wide;

  RttPictures(Stills stills, Moments moments, PictureSize size, double verticalFov) {
    this.stills = stills;
    this.moments = moments;
    this.size = size;
    border = Border.of(size, verticalFov, Math.toRadians(GUARD_DEGREES));
    wide = border.around(size);
  }

  /**
   * A picture.
   *
   * @param classes where each pixel comes from, as of {@link Stills#classes}
   */
  record Shown(Still still, ByteBuffer classes) {
    static Shown of(Shot shot) {
      return new Shown(shot.still(), shot.classes());
    }
  }

  /** What the device draws itself, whatever the round trip. */
  Map<RttMethod, Supplier<Shown>> alone(ViewPose view) {
    var pictures = new EnumMap<RttMethod, Supplier<Shown>>(RttMethod.class);
    var local = local(view, AntiAliasing.NONE);
    var msaa4 = local(view, AntiAliasing.MSAA4);
    pictures.put(RttMethod.LOCAL, () -> Shown.of(local));
    pictures.put(RttMethod.LOCAL_MSAA4, () -> Shown.of(msaa4));
    return pictures;
  }

  private Shot local(ViewPose view, AntiAliasing antiAliasing) {
    return Shot.of(stills.drawLocal(view, size, antiAliasing), view, size);
  }

  /** What is shown at that second of what was asked for a round trip before. */
  Map<RttMethod, Supplier<Shown>> at(double seconds, double roundTrip) {
    var view = moments.view(seconds);
    var expected = moments.expected(seconds, roundTrip);
    stills.animate(seconds - roundTrip);
    var old = wide(moments.view(seconds - roundTrip));
    var foreseen = roundTrip == 0 ? old : wide(expected.view());
    stills.animate(seconds);
    stills.expect(expected);
    var ours = new Shown(stills.drawExpected(view, moments.look(seconds)), stills.classes(view));
    var pictures = new EnumMap<RttMethod, Supplier<Shown>>(RttMethod.class);
    pictures.put(RttMethod.HOLD, () -> Shown.of(old.middle(border, view)));
    pictures.put(RttMethod.ROTATION, () -> Shown.of(RotationWarp.show(old, view, size)));
    pictures.put(
        RttMethod.ROTATION_PREDICTED, () -> Shown.of(RotationWarp.show(foreseen, view, size)));
    pictures.put(RttMethod.DEPTH, () -> Shown.of(DepthWarp.show(old, view, size)));
    pictures.put(RttMethod.DEPTH_PREDICTED, () -> Shown.of(DepthWarp.show(foreseen, view, size)));
    pictures.put(RttMethod.OURS, () -> ours);
    return pictures;
  }

  private Shot wide(ViewPose view) {
    var guarded = new ViewPose(view.pose(), Shot.wider(view.fov(), size, border));
    return Shot.of(stills.drawWhole(guarded, wide, AntiAliasing.NONE), guarded, wide);
  }
}
