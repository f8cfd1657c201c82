package org.saccade.client.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saccade.offload.policy.Mode;
import org.saccade.render.pass.AntiAliasing;
import org.saccade.render.scene.Scene;
import org.saccade.render.window.OffscreenContext;
import org.saccade.xr.Fov;
import org.saccade.xr.Gaze;
import org.saccade.xr.Pose;
import org.saccade.xr.ViewPose;

/** The device's own pictures from meshes that are simplified beside it. */
@NullMarked
@Tag("gpu")
final class StageLevelsTest {
  private static final PictureSize SIZE = new PictureSize(256, 256);

  private static long triangles(Scene scene, boolean isSimplified, Eye eye) {
    var start = scene.start().position();
    var pose = Pose.looking(start.x(), start.y() + 1.6, start.z() + 1.5, 0.25, -0.2);
    var view = new ViewPose(pose, Fov.symmetric(Math.PI / 2, 1));
    try (var stage = new Stage(scene, isSimplified);
        var picture = new Picture(stage, SIZE, AntiAliasing.NONE, eye.isFoveated());
        var none = new NoTiles()) {
      stage.awaitLevels();
      picture.allow(eye.allowance());
      picture.look(Gaze.centre(0));
      picture.draw(List.of(view), CrossFade.none(Mode.LOCAL, 0), eye.scale(), none, null);
      long drawn = picture.takeTriangles();
      assertEquals(0, picture.takeTriangles());
      return drawn;
    }
  }

  private record Eye(boolean isFoveated, double scale, int allowance) {}

  @Test
  void fewerTrianglesAreDrawnTheFewerPixelsAndTheMoreAllowed(@TempDir Path folder) {
    var surroundings = LiveRun.surroundings(folder);
    try (var context = OffscreenContext.createDebug()) {
      assertTrue(context.device().renderer().length() > 0);
      var scene = new SceneFiles(surroundings, folder).load(new SceneChoice.Named("studio"));
      long whole = triangles(scene, false, new Eye(false, 1, 1));
      long simplified = triangles(scene, true, new Eye(false, 1, 1));
      long scaled = triangles(scene, true, new Eye(false, 0.5, 1));
      long allowed = triangles(scene, true, new Eye(false, 0.5, 4));
      assertTrue(simplified < whole, simplified + " of " + whole);
      assertTrue(scaled < simplified, scaled + " of " + simplified);
      assertTrue(allowed < scaled, allowed + " of " + scaled);
    }
  }

  @Test
  void theEyeIsSparedMoreTrianglesThanPixelsAre(@TempDir Path folder) {
    var surroundings = LiveRun.surroundings(folder);
    try (var context = OffscreenContext.createDebug()) {
      assertTrue(context.device().renderer().length() > 0);
      var scene = new SceneFiles(surroundings, folder).load(new SceneChoice.Named("studio"));
      long foveatedWhole = triangles(scene, false, new Eye(true, 1, 1));
      long foveated = triangles(scene, true, new Eye(true, 1, 1));
      assertTrue(foveated < foveatedWhole, foveated + " of " + foveatedWhole);
    }
  }
}
