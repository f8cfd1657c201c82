package org.saccade.render.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import org.joml.Matrix4f;
import org.joml.Vector3f;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenePoseTest {
  private final Path folder;

  ScenePoseTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** Node 1 "mover" is animated and carries node 0, a triangle. */
  private Scene scene(String path, String interpolation, double[] times, double... values)
      throws SceneException {
    GlbWriter writer = GlbWriter.triangle();
    writer.node("mover").putArray("children").add(0);
    writer.node("still").put("mesh", 0);
    writer.scene(1, 2);
    ObjectNode animation = writer.add("animations");
    String type = path.equals("rotation") ? "VEC4" : "VEC3";
    animation
        .putArray("samplers")
        .addObject()
        .put("input", writer.floats("SCALAR", times))
        .put("output", writer.floats(type, values))
        .put("interpolation", interpolation);
    ObjectNode channel = animation.putArray("channels").addObject().put("sampler", 0);
    channel.putObject("target").put("node", 1).put("path", path);
    return SceneLoader.load(writer.write(folder));
  }

  private static Vector3f origin(ScenePose pose, int node) {
    return pose.world(node).transformPosition(new Vector3f());
  }

  private static int triangle(Scene scene) {
    return SceneInstances.of(scene).node(1);
  }

  @Test
  void animatedNodesAndTheirChildrenAreMovable() throws Exception {
    Scene scene = scene("translation", "LINEAR", new double[] {0, 1}, 0, 0, 0, 2, 0, 0);
    SceneInstances instances = SceneInstances.of(scene);
    assertEquals(1, instances.staticCount());
    assertEquals("still", scene.nodes().get(instances.node(0)).name());
    assertTrue(instances.isMovable(1));
    assertFalse(instances.isMovable(0));
  }

  @Test
  void flaggedNodesAndTheirChildrenAreMovable() throws Exception {
    GlbWriter writer = GlbWriter.triangle();
    ObjectNode flagged = writer.node("flagged");
    flagged.putArray("children").add(0);
    flagged.putObject("extras").put("saccade_movable", true);
    writer.scene(1);
    Scene scene = SceneLoader.load(writer.write(folder));
    assertEquals(0, SceneInstances.of(scene).staticCount());
    assertTrue(scene.nodes().stream().allMatch(Node::movable));
    assertEquals(1, scene.nodes().stream().filter(Node::grabbable).count());
  }

  @Test
  void aPlacedNodeStaysAndTakesItsChildrenAlong() throws Exception {
    GlbWriter writer = GlbWriter.triangle();
    ObjectNode flagged = writer.node("flagged");
    flagged.putArray("children").add(0);
    flagged.putObject("extras").put("saccade_movable", true);
    writer.scene(1);
    Scene scene = SceneLoader.load(writer.write(folder));
    var pose = new ScenePose(scene);
    pose.place(0, new Matrix4f().translation(1, 2, 3));
    int child = SceneInstances.of(scene).node(0);
    assertEquals(0, origin(pose, child).x, "not before the next sample");
    pose.sample(0);
    pose.sample(1);
    assertEquals(new Vector3f(1, 2, 3), origin(pose, child));
  }

  @Test
  void whatStandsStillCannotBePlaced() throws Exception {
    GlbWriter writer = GlbWriter.triangle();
    Scene scene = SceneLoader.load(writer.write(folder));
    var pose = new ScenePose(scene);
    assertThrows(IllegalArgumentException.class, () -> pose.place(0, new Matrix4f()));
  }

  @Test
  void movesLinearlyAndLoops() throws Exception {
    Scene scene = scene("translation", "LINEAR", new double[] {0, 1, 4}, 0, 0, 0, 2, 0, 0, 2, 6, 0);
    var pose = new ScenePose(scene);
    for (double start : new double[] {0, 4, 400, -4}) {
      pose.sample(start + 0.5);
      assertEquals(1, origin(pose, triangle(scene)).x, 1e-4);
      pose.sample(start + 2.5);
      assertEquals(3, origin(pose, triangle(scene)).y, 1e-4);
    }
  }

  @Test
  void stepsHoldTheLastKey() throws Exception {
    Scene scene = scene("translation", "STEP", new double[] {0, 1, 2}, 0, 0, 0, 5, 0, 0, 9, 0, 0);
    var pose = new ScenePose(scene);
    pose.sample(0.99);
    assertEquals(0, origin(pose, triangle(scene)).x);
    pose.sample(1.5);
    assertEquals(5, origin(pose, triangle(scene)).x);
  }

  @Test
  void cubicSplinesPassTheirKeysWithTheirTangents() throws Exception {
    // in-tangent, value, out-tangent a key: straight on from 0 to 2 in 2 s, slope 1
    Scene scene =
        scene(
            "translation",
            "CUBICSPLINE",
            new double[] {0, 2},
            0,
            0,
            0,
            0,
            0,
            0,
            1,
            0,
            0,
            1,
            0,
            0,
            2,
            0,
            0,
            0,
            0,
            0);
    var pose = new ScenePose(scene);
    for (double t : new double[] {0, 0.5, 1, 1.5}) {
      pose.sample(t);
      assertEquals(t, origin(pose, triangle(scene)).x, 1e-5);
    }
  }

  @Test
  void rotatesOnTheSphereByTheShortWay() throws Exception {
    double half = Math.sqrt(0.5);
    Scene scene = scene("rotation", "LINEAR", new double[] {0, 1}, 0, 0, 0, 1, 0, -half, 0, -half);
    var pose = new ScenePose(scene);
    pose.sample(0.5);
    Vector3f x = pose.world(triangle(scene)).transformDirection(new Vector3f(1, 0, 0));
    assertEquals(-half, x.z, 1e-5, "45 of 90 degrees to the left");
    assertEquals(half, x.x, 1e-5);
  }

  @Test
  void keepsTimesBeforeTheFirstKeyAtThatKey() throws Exception {
    Scene scene = scene("scale", "LINEAR", new double[] {1, 2}, 3, 3, 3, 4, 4, 4);
    var pose = new ScenePose(scene);
    pose.sample(0.2);
    Vector3f x = pose.world(triangle(scene)).transformDirection(new Vector3f(1, 0, 0));
    assertEquals(3, x.x, 1e-5);
  }

  @Test
  void samplingAllocatesNothing() throws Exception {
    Scene scene = scene("translation", "LINEAR", new double[] {0, 1}, 0, 0, 0, 2, 0, 0);
    var pose = new ScenePose(scene);
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    for (int i = 0; i < 20_000; i++) {
      pose.sample(i * 0.01);
    }
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < 10_000; i++) {
      pose.sample(i * 0.01);
    }
    long bytes = threads.getCurrentThreadAllocatedBytes() - before;
    assertTrue(bytes < 10_000, () -> bytes + " bytes in 10,000 samples");
  }
}
