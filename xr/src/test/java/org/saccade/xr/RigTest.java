package org.saccade.xr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RigTest {
  private static final double FOV = Math.toRadians(70);

  @Test
  void aTraceBeginsAtTheScenesStart() {
    var rig = new TraceRig(OrbitMotion.standard(), new Origin(5, 0, 5, 0), 1_000, FOV, 1.5);
    var frame = rig.locate(1_000);
    assertEquals(7, frame.head().z(), 1e-6);
    assertEquals(1, frame.views().size());
    assertFalse(frame.gaze().isMeasured());
    assertEquals(frame, rig.locate(1_000));
  }

  @Test
  void walkingGoesWhereTheHeadLooks() {
    var rig = new DesktopRig(Origin.WORLD, Ground.NONE, FOV, 1);
    rig.apply(new DesktopInput(0.1, Math.PI / 2, 0, 0, 0, false, true, 0, 0));
    for (int i = 0; i < 10; i++) {
      rig.apply(new DesktopInput(0.1, 0, 0, 1, 0, false, true, 0, 0));
    }
    assertEquals(-1.4, rig.locate(0).head().x(), 1e-6);
    assertEquals(0, rig.locate(0).head().z(), 1e-6);
  }

  @Test
  void theGroundHasTheLastWord() {
    var rig = new DesktopRig(Origin.WORLD, (from, to, result) -> result.set(from), FOV, 1);
    rig.apply(new DesktopInput(0.1, 0, 0, 1, 1, true, true, 0, 0));
    assertEquals(0, rig.locate(0).head().z(), 1e-9);
  }

  @Test
  void aStallDoesNotThrowTheWalkerAcrossTheRoom() {
    var rig = new DesktopRig(Origin.WORLD, Ground.NONE, FOV, 1);
    rig.apply(new DesktopInput(30, 0, 0, 1, 0, false, true, 0, 0));
    assertTrue(rig.locate(0).head().z() > -0.15);
  }

  @Test
  void aFreePointerStandsForTheEyes() {
    var rig = new DesktopRig(Origin.WORLD, Ground.NONE, FOV, 1);
    rig.apply(new DesktopInput(0.1, 0, 0, 0, 0, false, false, 1, 0));
    var gaze = rig.locate(9).gaze();
    assertEquals(Gaze.Source.POINTER, gaze.source());
    assertEquals(Math.sin(FOV / 2), gaze.x(), 1e-3);
    assertEquals(0, rig.locate(9).head().angleTo(Pose.looking(0, 0, 0, 0, 0)), 1e-3);
  }
}
