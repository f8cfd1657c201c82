package org.saccade.client.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.joml.Quaternionf;
import org.joml.Vector3d;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.saccade.xr.Pose;

@NullMarked
final class PanelPlaceTest {
  private static final Pose HEAD = Pose.looking(1, 1.7, 2, 0.7, 0.3);
  private final PanelPlace ahead = PanelPlace.ahead(HEAD, 1, 0.5);

  @Test
  void standsAheadOfTheHeadsHeadingSlightlyBelowTheEyes() {
    assertEquals(1 - 1.2 * Math.sin(0.7), ahead.pose().x(), 1e-6);
    assertEquals(1.7 - 0.16, ahead.pose().y(), 1e-6);
    assertEquals(2 - 1.2 * Math.cos(0.7), ahead.pose().z(), 1e-6);
  }

  @Test
  void facesTheHeadAndStandsUprightWhateverItsRoll() {
    var rolled = Pose.of(1, 1.7, 2, new Quaternionf().rotateY(0.7f).rotateX(0.3f).rotateZ(0.6f));
    for (var head : new Pose[] {HEAD, rolled}) {
      var pose = PanelPlace.ahead(head, 1, 0.5).pose();
      var turned = pose.orientation(new Quaternionf());
      var towards = head.position(new Vector3d()).sub(pose.position(new Vector3d())).normalize();
      assertEquals(1, turned.transform(new Vector3d(0, 0, 1)).dot(towards), 1e-6);
      assertEquals(0, turned.transform(new Vector3d(1, 0, 0)).y, 1e-6, "no roll");
    }
  }

  @Test
  void hasAHeadingForAHeadThatLooksStraightDownOrUp() {
    for (double pitch : new double[] {-Math.PI / 2, Math.PI / 2}) {
      var pose = PanelPlace.ahead(Pose.looking(0, 1.7, 0, 0.7, pitch), 1, 0.5).pose();
      assertEquals(-1.2 * Math.sin(0.7), pose.x(), 1e-5);
      assertEquals(-1.2 * Math.cos(0.7), pose.z(), 1e-5);
    }
  }

  @Test
  void saysWhereARayMeetsItAndHowFarAway() {
    var wall = new PanelPlace(new Pose(0, 1, -2, 0, 0, 0, 1), 2, 1);
    var hit = wall.hit(new Pose(0.5, 1.25, 1, 0, 0, 0, 1));
    assertNotNull(hit);
    assertEquals(0.75, hit.across(), 1e-9);
    assertEquals(0.25, hit.down(), 1e-9);
    assertEquals(3, hit.metres(), 1e-9);

    var slanted = wall.hit(Pose.looking(0, 1, 0, Math.atan2(0.8, 2), 0));
    assertNotNull(slanted);
    assertEquals(0.1, slanted.across(), 1e-6, "turned left");
  }

  @Test
  void isNotMetFromBehindNorBesideNorByARayThatLeaves() {
    var wall = new PanelPlace(new Pose(0, 1, -2, 0, 0, 0, 1), 2, 1);
    assertNull(wall.hit(Pose.looking(0, 1, -4, Math.PI, 0)), "from behind");
    assertNull(wall.hit(new Pose(1.01, 1, 0, 0, 0, 0, 1)), "right of it");
    assertNull(wall.hit(new Pose(0, 1.51, 0, 0, 0, 0, 1)), "over it");
    assertNull(wall.hit(Pose.looking(0, 1, 0, Math.PI, 0)), "away from it");
    assertNull(wall.hit(Pose.looking(0, 1, 0, Math.PI / 2, 0)), "along it");
  }

  @Test
  void findsThePointItWasAimedAtFromAnywhere() {
    for (double across = 0.1; across < 1; across += 0.2) {
      for (double down = 0.1; down < 1; down += 0.2) {
        var target = ahead.at(across, down, 0);
        double dx = target.x() - 1.2;
        double dy = target.y() - 1.1;
        double dz = target.z() - 1.8;
        var aim =
            Pose.looking(1.2, 1.1, 1.8, Math.atan2(-dx, -dz), Math.atan2(dy, Math.hypot(dx, dz)));
        var hit = ahead.hit(aim);
        assertNotNull(hit);
        assertEquals(across, hit.across(), 1e-5);
        assertEquals(down, hit.down(), 1e-5);
      }
    }
  }

  @Test
  void carriesAnotherOnTopOfIt() {
    var upper = ahead.above(0.04, 0.8, 0.3);
    assertEquals(ahead.pose().qx(), upper.pose().qx(), 1e-6);
    assertEquals(0.25 + 0.04 + 0.15, upper.pose().distanceTo(ahead.pose()), 1e-6);
    assertTrue(upper.pose().y() > ahead.pose().y());
  }

  @Test
  void showsAtLeastFifteenPixelsADegree() {
    double metresAway = Math.hypot(1.2, 0.16);
    double degree = 2 * metresAway * Math.tan(Math.toRadians(0.5));
    assertEquals(1024 / 1.0 * degree, PanelPlace.pixelsPerDegree(1024, 1), 0.01);
    assertTrue(PanelPlace.pixelsPerDegree(1024, 1) >= 15);
  }
}
