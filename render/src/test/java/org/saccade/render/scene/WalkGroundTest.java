package org.saccade.render.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.joml.Vector3d;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WalkGroundTest {
  private final Path folder;
  private final List<Double> corners = new ArrayList<>();

  WalkGroundTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private WalkGround ground() throws SceneException {
    GlbWriter writer = new GlbWriter();
    double[] values = corners.stream().mapToDouble(Double::doubleValue).toArray();
    writer.primitive(writer.floats("VEC3", values));
    writer.node("room").put("mesh", 0);
    return new WalkGround(SceneLoader.load(writer.write(folder)));
  }

  private void corner(double x, double y, double z) {
    corners.addAll(List.of(x, y, z));
  }

  /** The rectangle a, a + u, a + u + v, a + v as two triangles. */
  private void quad(Vector3d a, Vector3d u, Vector3d v) {
    for (int i : new int[] {0, 1, 3, 0, 3, 2}) {
      corner(
          a.x + (i & 1) * u.x + (i >> 1) * v.x,
          a.y + (i & 1) * u.y + (i >> 1) * v.y,
          a.z + (i & 1) * u.z + (i >> 1) * v.z);
    }
  }

  private void floor(double x, double y, double z, double sizeX, double sizeZ) {
    quad(new Vector3d(x, y, z), new Vector3d(sizeX, 0, 0), new Vector3d(0, 0, sizeZ));
  }

  private void wallAcrossX(double x) {
    quad(new Vector3d(x, 0, -5), new Vector3d(0, 3, 0), new Vector3d(0, 0, 10));
  }

  @Test
  void findsTheHighestFloorBelow() throws Exception {
    floor(-5, 0, -5, 10, 10);
    floor(-5, 3, -5, 10, 10);
    WalkGround ground = ground();
    assertEquals(0, ground.floorBelow(1, 2.9, 1), 1e-6);
    assertEquals(3, ground.floorBelow(1, 3.1, 1), 1e-6);
    assertTrue(Double.isNaN(ground.floorBelow(1, -0.1, 1)));
    assertTrue(Double.isNaN(ground.floorBelow(9, 1, 1)));
  }

  @Test
  void aStraightWayMeetsWhatIsNearest() throws Exception {
    floor(-5, 0, -5, 10, 10);
    wallAcrossX(2);
    WalkGround ground = ground();
    var normal = new Vector3d();
    var from = new Vector3d(0, 1, 0);
    assertEquals(0.5, ground.hit(from, new Vector3d(4, 1, 0), normal), 1e-6);
    assertEquals(-1, normal.x, 1e-6, "the wall looks back");
    assertEquals(0.25, ground.hit(from, new Vector3d(4, -3, 0), normal), 1e-6);
    assertEquals(1, normal.y, 1e-6, "the floor is nearer");
    assertTrue(ground.hit(from, new Vector3d(1, 0.5, 0), normal) > 1);
    assertTrue(ground.hit(from, new Vector3d(-20, -1, 0), normal) > 1, "past the floor's edge");
  }

  @Test
  void thereIsRoomToStandAwayFromWalls() throws Exception {
    floor(-5, 0, -5, 10, 10);
    wallAcrossX(2);
    WalkGround ground = ground();
    assertTrue(ground.canStand(new Vector3d(0, 0, 0)));
    assertFalse(ground.canStand(new Vector3d(1.9, 0, 0)));
  }

  @Test
  void stopsARadiusBeforeAWallAndSlidesAlongIt() throws Exception {
    floor(-5, 0, -5, 10, 10);
    wallAcrossX(2);
    WalkGround ground = ground();
    var start = new Vector3d();
    Vector3d end = ground.walk(start, new Vector3d(4, 0, 1), new Vector3d());
    assertEquals(2 - WalkGround.RADIUS, end.x, 1e-2);
    assertEquals(1, end.z, 1e-2, "the part along the wall is kept");
    assertEquals(0, end.y, 1e-6);
  }

  @Test
  void staysInACorner() throws Exception {
    floor(-5, 0, -5, 10, 10);
    wallAcrossX(2);
    quad(new Vector3d(-5, 0, 2), new Vector3d(10, 0, 0), new Vector3d(0, 3, 0));
    Vector3d end = ground().walk(new Vector3d(), new Vector3d(4, 0, 4), new Vector3d());
    assertEquals(1.7, end.x, 1e-2);
    assertEquals(1.7, end.z, 1e-2);
  }

  @Test
  void climbsStairsAndComesDownAgain() throws Exception {
    floor(-5, 0, -5, 6, 10);
    for (int i = 0; i < 5; i++) {
      floor(1 + 0.3 * i, 0.2 * (i + 1), -5, i == 4 ? 5 : 0.3, 10);
      quad(new Vector3d(1 + 0.3 * i, 0.2 * i, -5), new Vector3d(0, 0.2, 0), new Vector3d(0, 0, 10));
    }
    WalkGround ground = ground();
    Vector3d top = ground.walk(new Vector3d(), new Vector3d(4, 0, 0), new Vector3d());
    assertEquals(4, top.x, 1e-6);
    assertEquals(1, top.y, 1e-6);
    Vector3d down = ground.walk(top, new Vector3d(-1, 0, 0), new Vector3d());
    assertEquals(-1, down.x, 1e-6);
    assertEquals(0, down.y, 1e-6);
  }

  @Test
  void stopsAtAnEdgeButCrossesACrack() throws Exception {
    floor(-5, 0, -5, 6, 10);
    floor(1.05, 0, -5, 2, 10);
    floor(3.05, -3, -5, 9, 10);
    Vector3d end = ground().walk(new Vector3d(), new Vector3d(6, 0, 0), new Vector3d());
    assertTrue(end.x > 2.5 && end.x <= 3.25, () -> "stood at " + end.x);
    assertEquals(0, end.y, 1e-6);
  }

  @Test
  void walksUnderADoorLintelButNotUnderATable() throws Exception {
    floor(-5, 0, -5, 10, 10);
    quad(new Vector3d(1, 2, -5), new Vector3d(0, 1, 0), new Vector3d(0, 0, 10));
    floor(3, 0.8, -5, 2, 10);
    Vector3d end = ground().walk(new Vector3d(), new Vector3d(4, 0, 0), new Vector3d());
    assertEquals(3 - WalkGround.RADIUS, end.x, 1e-2);
  }

  @Test
  void movesLevelWhereThereIsNoFloor() throws Exception {
    wallAcrossX(2);
    Vector3d end = ground().walk(new Vector3d(0, 0.5, 0), new Vector3d(4, 9, 0), new Vector3d());
    assertEquals(1.7, end.x, 1e-2);
    assertEquals(0.5, end.y);
  }

  @Test
  void neverLeavesARoomHoweverOneWalks() throws Exception {
    floor(-5, 0, -5, 10, 10);
    for (double side : new double[] {-2, 2}) {
      wallAcrossX(side);
      quad(new Vector3d(-5, 0, side), new Vector3d(10, 0, 0), new Vector3d(0, 3, 0));
    }
    quad(new Vector3d(0.5, 0, 0.5), new Vector3d(1, 0, 1), new Vector3d(0, 3, 0));
    WalkGround ground = ground();
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(3);
    var at = new Vector3d();
    for (int i = 0; i < 500; i++) {
      var to = new Vector3d(random.nextDouble(-6, 6), 0, random.nextDouble(-6, 6));
      ground.walk(at, to, at);
      double reach = Math.max(Math.abs(at.x), Math.abs(at.z));
      assertTrue(reach < 2 - WalkGround.RADIUS + 0.01, () -> "left through a wall at " + at);
    }
  }
}
