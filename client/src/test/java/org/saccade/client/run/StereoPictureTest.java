package org.saccade.client.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lwjgl.BufferUtils;
import org.saccade.offload.policy.Mode;
import org.saccade.render.gpu.GlDebug;
import org.saccade.render.pass.AntiAliasing;
import org.saccade.render.pass.RenderTarget;
import org.saccade.render.window.OffscreenContext;
import org.saccade.xr.Fov;
import org.saccade.xr.Pose;
import org.saccade.xr.ViewPose;

/** A pair of eyes drawn together, beside each drawn alone: scaled, faded and smoothed. */
@NullMarked
@Tag("gpu")
final class StereoPictureTest {
  private static final PictureSize SIZE = new PictureSize(256, 256);

  @ParameterizedTest
  @CsvSource({"NONE, 1, false", "NONE, 0.5, false", "FXAA, 1, true", "FXAA, 0.7, true"})
  void showsEachEyeWhatItSeesAlone(
      AntiAliasing antiAliasing, double scale, boolean isFading, @TempDir Path folder) {
    var surroundings = LiveRun.surroundings(folder);
    try (var context = OffscreenContext.createDebug()) {
      assertTrue(context.device().canChooseLayers());
      var scene = new SceneFiles(surroundings, folder).load(new SceneChoice.Named("studio"));
      var start = scene.start().position();
      var views = new ViewPose[2];
      for (int eye = 0; eye < 2; eye++) {
        double side = (eye - 0.5) * 0.064;
        var pose = Pose.looking(start.x() + side, start.y() + 1.6, start.z(), 0.3, -0.05);
        float outer = eye == 0 ? 0.9f : 0.7f;
        views[eye] = new ViewPose(pose, new Fov(-outer, 1.6f - outer, 0.75f, -0.85f));
      }
      var local = CrossFade.none(Mode.LOCAL, 0);
      var fade = isFading ? local.next(Mode.EDGE, 50_000_000, 10_000_000) : local;
      try (var stage = new Stage(scene);
          var pair = new StereoPicture(stage, SIZE, antiAliasing);
          var alone = new ViewPicture(stage, SIZE, antiAliasing, false);
          var none = new NoTiles()) {
        pair.draw(views[0], views[1], fade, scale, none, null);
        for (int eye = 0; eye < 2; eye++) {
          alone.draw(views[eye], fade, scale, none, null);
          assertEquals(Objects.requireNonNull(alone.depth()).width(), pair.depth(eye).width());
          assertAlike(read(alone.finished()), read(pair.finished(eye)));
        }
        GlDebug.requireNoErrors();
      }
    }
  }

  private static ByteBuffer read(RenderTarget picture) {
    var rgba = BufferUtils.createByteBuffer(4 * SIZE.width() * SIZE.height());
    picture.colour().read(rgba);
    return rgba;
  }

  /** Rounding alone: a spot's shadow edge may fall on the other side of a pixel. */
  private static void assertAlike(ByteBuffer expected, ByteBuffer drawn) {
    int off = 0;
    int lit = 0;
    for (int i = 0; i < expected.capacity(); i++) {
      int difference = Math.abs((expected.get(i) & 255) - (drawn.get(i) & 255));
      off += difference > 1 ? 1 : 0;
      lit += (expected.get(i) & 255) > 8 && i % 4 != 3 ? 1 : 0;
    }
    assertTrue(off < expected.capacity() / 1000, off + " texels differ");
    assertTrue(lit > expected.capacity() / 10, "there is hardly a picture");
  }
}
