package org.saccade.xr;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.joml.Matrix4f;
import org.joml.Vector3d;
import org.joml.Vector3f;
import org.joml.Vector4f;
import org.junit.jupiter.api.Test;

class PoseTest {
  @Property(tries = 200)
  void aShareOfTheWayTurnsByThatShareOfTheAngle(
      @ForAll @DoubleRange(min = -1.5, max = 1.5) double yaw,
      @ForAll @DoubleRange(min = 0, max = 1) double share) {
    var from = Pose.looking(0, 0, 0, 0, 0);
    var to = Pose.looking(1, 2, 3, yaw, 0.3);
    var between = from.towards(to, share);
    assertEquals(share * from.angleTo(to), from.angleTo(between), 2e-3);
    assertEquals(2 * share, between.y(), 1e-9);
  }

  @Test
  void looksAlongMinusZAndTurnsLeftForPositiveYaw() {
    var forward = new Vector3f(0, 0, -1);
    Pose.looking(0, 0, 0, Math.PI / 2, 0)
        .orientation(new org.joml.Quaternionf())
        .transform(forward);
    assertEquals(-1, forward.x, 1e-6);
  }

  @Test
  void aRelativePoseIsPlacedAtItsOrigin() {
    var origin = new Origin(10, 1, 5, Math.PI / 2).pose();
    var placed = Pose.looking(0, 1.6, -2, 0.25, 0).in(origin);
    assertEquals(8, placed.x(), 1e-6);
    assertEquals(2.6, placed.y(), 1e-6);
    assertEquals(5, placed.z(), 1e-6);
    assertEquals(Pose.looking(0, 0, 0, Math.PI / 2 + 0.25, 0).angleTo(placed), 0, 1e-3);
  }

  @Test
  void theInverseUndoesAPose() {
    var pose = Pose.looking(3, 1.6, -2, 2.5, 0.4);
    var back = pose.in(pose.inverse());
    assertEquals(0, back.distanceTo(Pose.IDENTITY), 1e-6);
    assertEquals(0, back.angleTo(Pose.IDENTITY), 1e-3);
  }

  @Test
  void theViewMatrixBringsWhatIsAheadToMinusZ() {
    var pose = Pose.looking(0, 0, 0, 0.7, 0.2);
    var ahead = new Vector3f(0, 0, -1);
    pose.orientation(new org.joml.Quaternionf()).transform(ahead);
    var seen = pose.worldToView(new Matrix4f()).transformDirection(ahead);
    assertEquals(-1, seen.z, 1e-5);
  }

  @Test
  void reversedDepthIsOneAtTheNearPlaneAndFallsToNothing() {
    var projection = new Fov(-0.7f, 0.9f, 0.6f, -0.8f).projection(0.05f, new Matrix4f());
    var near = projection.transform(new Vector4f(0, 0, -0.05f, 1));
    var far = projection.transform(new Vector4f(0, 0, -5000, 1));
    assertEquals(1, near.z / near.w, 1e-6);
    assertEquals(0, far.z / far.w, 1e-4);
    var edge = projection.transform(new Vector4f((float) Math.tan(0.9), 0, -1, 1));
    assertEquals(1, edge.x / edge.w, 1e-5);
  }

  @Test
  void thePositionIsWrittenInMetres() {
    assertEquals(new Vector3d(1, 2, 3), Pose.looking(1, 2, 3, 0, 0).position(new Vector3d()));
  }

  @Test
  void fromUndoesIn() {
    var origin = Pose.looking(3, 0.5, -2, 2.1, 0.3);
    var pose = Pose.looking(-1, 1.7, 4, -0.8, -0.4);
    var there = pose.in(origin).from(origin);
    assertEquals(0, there.distanceTo(pose), 1e-5);
    assertEquals(0, there.angleTo(pose), 1e-5);
  }

  @Test
  void theHeadingOfAHeadThatLooksDownIsItsTops() {
    assertEquals(0.7, Pose.looking(0, 0, 0, 0.7, 0.4).heading(), 1e-6);
    assertEquals(0.7, Pose.looking(0, 0, 0, 0.7, -Math.PI / 2).heading(), 1e-5);
  }
}
