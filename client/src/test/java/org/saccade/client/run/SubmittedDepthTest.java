package org.saccade.client.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Objects;
import org.joml.Quaternionf;
import org.joml.Vector3d;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lwjgl.BufferUtils;
import org.saccade.offload.policy.Mode;
import org.saccade.render.pass.AntiAliasing;
import org.saccade.render.scene.WalkGround;
import org.saccade.render.window.OffscreenContext;
import org.saccade.xr.DepthRange;
import org.saccade.xr.Fov;
import org.saccade.xr.Pose;
import org.saccade.xr.ViewPose;

/** The depth a headset's runtime is given, read as the runtime is told to read it. */
@NullMarked
@Tag("gpu")
final class SubmittedDepthTest {
  private static final PictureSize SIZE = new PictureSize(256, 256);
  private static final DepthRange RANGE = DepthRange.reversed(Views.NEAR);

  @Test
  void liesAtTheNearPlaneAndInfinitelyFarAtItsEnds() {
    assertEquals(Views.NEAR, RANGE.distance(1), 1e-6);
    assertEquals(2 * Views.NEAR, RANGE.distance(0.5), 1e-6);
    assertTrue(Double.isInfinite(RANGE.distance(0)));
  }

  @Test
  void leadsBackToTheTrianglesThatWereDrawn(@TempDir Path folder) {
    var surroundings = LiveRun.surroundings(folder);
    try (var context = OffscreenContext.createDebug()) {
      assertTrue(context.device().renderer().length() > 0);
      var scene = new SceneFiles(surroundings, folder).load(new SceneChoice.Named("studio"));
      var start = scene.start().position();
      var pose = Pose.looking(start.x(), start.y() + 1.6, start.z() + 1.5, 0.25, -0.2);
      var view = new ViewPose(pose, new Fov(-0.9f, 0.7f, 0.75f, -0.85f));
      try (var stage = new Stage(scene);
          var picture = new ViewPicture(stage, SIZE, AntiAliasing.NONE, false);
          var none = new NoTiles()) {
        picture.draw(view, CrossFade.none(Mode.LOCAL, 0), 1, none, null);
        var depth = BufferUtils.createByteBuffer(4 * SIZE.width() * SIZE.height());
        Objects.requireNonNull(picture.depth()).read(depth);
        assertHits(new WalkGround(scene), view, depth.order(ByteOrder.nativeOrder()));
      }
    }
  }

  /** Still triangles only: a pixel that shows something else may be nearer, and few are. */
  private static void assertHits(WalkGround ground, ViewPose view, ByteBuffer depth) {
    int hit = 0;
    int asked = 0;
    for (int y = 8; y < SIZE.height(); y += 24) {
      for (int x = 8; x < SIZE.width(); x += 24) {
        double distance = RANGE.distance(depth.getFloat(4 * (y * SIZE.width() + x)));
        if (distance > 40) {
          continue;
        }
        asked++;
        var eye = view.pose().position(new Vector3d());
        var beyond = ray(view, x, y).mul(1.25 * distance).add(eye);
        double share = ground.hit(eye, beyond, new Vector3d());
        hit += Math.abs(share * 1.25 - 1) < 0.01 ? 1 : 0;
      }
    }
    assertTrue(asked > 60, asked + " pixels show something");
    assertTrue(hit > 0.9 * asked, "%d of %d pixels lie on a triangle".formatted(hit, asked));
  }

  /** From the eye through a pixel's middle to one metre along the view's axis, in the world. */
  private static Vector3d ray(ViewPose view, int x, int y) {
    var fov = view.fov();
    double across = (x + 0.5) / SIZE.width();
    double up = (y + 0.5) / SIZE.height();
    var ray =
        new Vector3d(
            (1 - across) * Math.tan(fov.left()) + across * Math.tan(fov.right()),
            (1 - up) * Math.tan(fov.down()) + up * Math.tan(fov.up()),
            -1);
    return view.pose().orientation(new Quaternionf()).transform(ray);
  }
}
