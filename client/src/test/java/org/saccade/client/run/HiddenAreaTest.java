package org.saccade.client.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.joml.Matrix4f;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lwjgl.BufferUtils;
import org.saccade.offload.policy.Mode;
import org.saccade.render.gpu.GlDebug;
import org.saccade.render.gpu.GpuScope;
import org.saccade.render.pass.AntiAliasing;
import org.saccade.render.pass.HiddenArea;
import org.saccade.render.tile.Floats;
import org.saccade.render.tile.Ints;
import org.saccade.render.window.OffscreenContext;
import org.saccade.xr.Fov;
import org.saccade.xr.Pose;
import org.saccade.xr.ViewPose;

/** What no lens shows is left out, and is there again on a flat screen. */
@NullMarked
@Tag("gpu")
final class HiddenAreaTest {
  private static final PictureSize SIZE = new PictureSize(128, 128);

  @Test
  void hidesACornerOfEachViewUntilThereIsOneScreenAgain(@TempDir Path folder) {
    var surroundings = LiveRun.surroundings(folder);
    try (var context = OffscreenContext.createDebug()) {
      assertTrue(context.device().renderer().length() > 0);
      var scene = new SceneFiles(surroundings, folder).load(new SceneChoice.Named("studio"));
      var start = scene.start().position();
      var fov = new Fov(-0.8f, 0.7f, 0.75f, -0.7f);
      var pose = Pose.looking(start.x(), start.y() + 1.6, start.z(), 0.3, 0);
      var view = new ViewPose(pose, fov);
      float left = (float) Math.tan(fov.left());
      float down = (float) Math.tan(fov.down());
      var corner = Floats.wrap(left, down, left / 2, down, left, down / 2);
      try (var stage = new Stage(scene);
          var picture = new Picture(stage, SIZE, AntiAliasing.FXAA, false);
          var none = new NoTiles()) {
        try (var gpu = new GpuScope("masks")) {
          var projection = fov.projection(Views.NEAR, new Matrix4f());
          var area = new HiddenArea(gpu, corner, Ints.wrap(0, 1, 2), projection);
          picture.resize(List.of(SIZE, SIZE));
          picture.hide(List.of(area, area));
          draw(picture, List.of(view, view), none);
          assertEquals(0, luma(picture, 0, 8), "the left view's corner is drawn");
          assertEquals(0, luma(picture, 1, 8), "the right view's corner is drawn");
          assertTrue(luma(picture, 1, 64) > 0, "the middle is hidden");
          picture.resize(List.of(SIZE));
          picture.hide(List.of());
        }
        draw(picture, List.of(view), none);
        assertTrue(luma(picture, 0, 8) > 0, "the flat screen lacks a corner");
        GlDebug.requireNoErrors();
      }
    }
  }

  private static void draw(Picture picture, List<ViewPose> views, TileSupply tiles) {
    picture.draw(views, CrossFade.none(Mode.LOCAL, 0), 1, tiles, null);
  }

  /** Red, green and blue together of the pixel so far from the lower left on the diagonal. */
  private static int luma(Picture picture, int view, int at) {
    var rgba = BufferUtils.createByteBuffer(4 * SIZE.width() * SIZE.height());
    picture.finished(view).colour().read(rgba);
    int pixel = 4 * (at * SIZE.width() + at);
    return (rgba.get(pixel) & 255) + (rgba.get(pixel + 1) & 255) + (rgba.get(pixel + 2) & 255);
  }
}
