package org.saccade.client.run;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lwjgl.BufferUtils;
import org.saccade.offload.policy.Mode;
import org.saccade.render.gpu.GlDebug;
import org.saccade.render.pass.AntiAliasing;
import org.saccade.render.window.OffscreenContext;
import org.saccade.xr.Fov;
import org.saccade.xr.Gaze;
import org.saccade.xr.Pose;
import org.saccade.xr.ViewPose;

/**
 * The small scene, fine around the gaze, coarse elsewhere; at 800 pixels, because a coarser picture
 * has nothing the eye could miss.
 */
@NullMarked
@Tag("gpu")
final class FoveatedPictureTest {
  private static final PictureSize SIZE = new PictureSize(800, 800);
  private static final int LOOKED_AT = 80;

  @Test
  void showsTheWholePicturesPixelsWhereTheEyeLooks(@TempDir Path folder) {
    var surroundings = LiveRun.surroundings(folder);
    try (var context = OffscreenContext.createDebug()) {
      var scene = new SceneFiles(surroundings, folder).load(new SceneChoice.Named("studio"));
      var start = scene.start().position();
      var eye = Pose.looking(start.x(), start.y() + 1.6, start.z(), scene.start().yaw(), -0.05);
      var view = new ViewPose(eye, Fov.symmetric(Math.toRadians(90), 1));
      try (var stage = new Stage(scene);
          var whole = new Picture(stage, SIZE, AntiAliasing.NONE, false);
          var foveated = new Picture(stage, SIZE, AntiAliasing.NONE, true);
          var none = new NoTiles()) {
        var expected = draw(whole, view, none);
        for (var gaze : new float[][] {{0, 0}, {0.4f, -0.3f}, {-0.9f, 0.9f}}) {
          foveated.look(gaze(gaze[0], gaze[1]));
          var drawn = draw(foveated, view, none);
          double close = differenceAround(expected, drawn, gaze[0], gaze[1]);
          double everywhere = differenceAround(expected, drawn, 0, 0, SIZE.width() / 2);
          assertTrue(close < 0.001, "where the eye looks: " + close);
          assertTrue(everywhere < 0.03, "in the mean: " + everywhere);
          assertTrue(everywhere > 10 * close, "the periphery is as fine: " + everywhere);
        }
        GlDebug.requireNoErrors();
        assertTrue(context.device().renderer().length() > 0);
      }
    }
  }

  private static ByteBuffer draw(Picture picture, ViewPose view, TileSupply tiles) {
    picture.draw(List.of(view), CrossFade.none(Mode.LOCAL, 0), 1, tiles, null);
    var rgba = BufferUtils.createByteBuffer(4 * SIZE.width() * SIZE.height());
    picture.finished().colour().read(rgba);
    return rgba;
  }

  private static Gaze gaze(float tangentX, float tangentY) {
    float length = (float) Math.sqrt(tangentX * tangentX + tangentY * tangentY + 1);
    return new Gaze(tangentX / length, tangentY / length, -1 / length, 0, Gaze.Source.MEASURED);
  }

  private static double differenceAround(ByteBuffer a, ByteBuffer b, double x, double y) {
    return differenceAround(a, b, x, y, LOOKED_AT / 2);
  }

  /** Mean absolute difference, 0..1, within a square around tangents (x, y). */
  private static double differenceAround(
      ByteBuffer a, ByteBuffer b, double x, double y, int halfSide) {
    int middleX = (int) Math.round((x + 1) / 2 * SIZE.width());
    int middleY = (int) Math.round((y + 1) / 2 * SIZE.height());
    double sum = 0;
    int count = 0;
    for (int row = Math.max(0, middleY - halfSide);
        row < Math.min(SIZE.height(), middleY + halfSide);
        row++) {
      for (int column = Math.max(0, middleX - halfSide);
          column < Math.min(SIZE.width(), middleX + halfSide);
          column++) {
        for (int channel = 0; channel < 3; channel++) {
          int at = 4 * (row * SIZE.width() + column) + channel;
          sum += Math.abs((a.get(at) & 255) - (b.get(at) & 255));
          count++;
        }
      }
    }
    return sum / count / 255;
  }
}
