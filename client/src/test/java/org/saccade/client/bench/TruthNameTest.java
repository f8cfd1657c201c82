package org.saccade.client.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.saccade.client.run.PictureSize;
import org.saccade.render.tile.Fingerprint;
import org.saccade.xr.Fov;
import org.saccade.xr.Pose;
import org.saccade.xr.ViewPose;

@NullMarked
final class TruthNameTest {
  private static final Fingerprint SCENE = new Fingerprint(1, 2, 3, 4);
  private static final PictureSize SIZE = new PictureSize(800, 600);
  private static final String NAME = TruthName.of("shaders", "gpu", SCENE, view(1, 90), SIZE, 2);

  private static ViewPose view(double x, double degrees) {
    return new ViewPose(
        Pose.looking(x, 1.6, 0, 0, 0), Fov.symmetric(Math.toRadians(degrees), SIZE.aspect()));
  }

  @Test
  void isTheSameForTheSamePicture() {
    assertEquals(NAME, TruthName.of("shaders", "gpu", SCENE, view(1, 90), SIZE, 2));
  }

  @Test
  void isAnotherWhenAnythingThatShapesThePictureIs() {
    var otherScene = new Fingerprint(1, 2, 3, 5);
    assertNotEquals(NAME, TruthName.of("other", "gpu", SCENE, view(1, 90), SIZE, 2));
    assertNotEquals(NAME, TruthName.of("shaders", "other", SCENE, view(1, 90), SIZE, 2));
    assertNotEquals(NAME, TruthName.of("shaders", "gpu", otherScene, view(1, 90), SIZE, 2));
    assertNotEquals(NAME, TruthName.of("shaders", "gpu", SCENE, view(1.0000001, 90), SIZE, 2));
    assertNotEquals(NAME, TruthName.of("shaders", "gpu", SCENE, view(1, 70), SIZE, 2));
    assertNotEquals(
        NAME, TruthName.of("shaders", "gpu", SCENE, view(1, 90), new PictureSize(600, 800), 2));
    assertNotEquals(NAME, TruthName.of("shaders", "gpu", SCENE, view(1, 90), SIZE, 3));
  }
}
