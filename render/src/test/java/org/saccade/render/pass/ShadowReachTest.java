package org.saccade.render.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.joml.Matrix4f;
import org.joml.Vector3d;
import org.joml.Vector3f;
import org.joml.Vector4f;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saccade.render.scene.Aabb;
import org.saccade.render.scene.SceneLight;

final class ShadowReachTest {
  private static final int WIDTH = 500;
  private static final int HEIGHT = 300;
  private static final float NEAR = 0.05f;
  private static final Aabb SCENE = new Aabb(-20, 0, -20, 20, 12, 20);

  private final ShadowReach reach = new ShadowReach();
  private final Eyes eyes = new Eyes();

  private static DrawView view(Vector3d eye, double yaw, double pitch) {
    var rotation = new Matrix4f().rotateX((float) -pitch).rotateY((float) -yaw);
    var projection = DrawView.projection(Math.toRadians(70), (double) WIDTH / HEIGHT, NEAR);
    return new DrawView(rotation, eye, projection, NEAR, WIDTH, HEIGHT);
  }

  private static PlacedLight light(SceneLight.Kind kind, Matrix4f world) {
    var white = new Vector3f(1, 1, 1);
    return PlacedLight.of(new SceneLight("key", kind, white, 100, 50, 0.2f, 0.6f, true), world, 1);
  }

  private int markedPixels() {
    int marked = 0;
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
      marked += reach.cells().isMarked(i % WIDTH, i / WIDTH) ? 1 : 0;
    }
    return marked;
  }

  private static double in(SplittableRandom random, double low, double high) {
    return low + random.nextDouble() * (high - low);
  }

  /** Whatever of a shadow's volume inside the scene is in view lies in a marked cell. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void noPlaceInTheShadowIsMissed(boolean isLamp) {
    var random = new SplittableRandom(5);
    int checked = 0;
    for (int round = 0; round < 400; round++) {
      var turn = new Matrix4f().rotateY(random.nextFloat() * 6).rotateX(random.nextFloat() * 6);
      var place =
          new Vector3f(
              (float) in(random, -15, 15), (float) in(random, 2, 9), (float) in(random, -15, 15));
      var world = new Matrix4f().translation(place).mul(turn).scale(0.5f, 1, 1.5f);
      var box = new Aabb(-1, -0.5f, -0.02f, 1, 0.5f, 0.02f);
      var lampWorld =
          new Matrix4f()
              .translation(place.x + 1, 11.5f, place.z - 1)
              .rotateX((float) in(random, -2.2, -0.9));
      var key = light(isLamp ? SceneLight.Kind.SPOT : SceneLight.Kind.DIRECTIONAL, lampWorld);
      var eye = new Vector3d(in(random, -18, 18), in(random, 0.5, 5), in(random, -18, 18));
      eyes.set(view(eye, in(random, 0, 6.3), in(random, -1, 1)));
      reach.clear(eyes);
      reach.add(box, world, key, SCENE, 0, eyes);
      for (int i = 0; i < 50; i++) {
        var p =
            world.transformPosition(
                new Vector3f(
                    (float) in(random, -1, 1),
                    (float) in(random, -0.5, 0.5),
                    (float) in(random, -0.02, 0.02)));
        var away =
            isLamp
                ? new Vector3f(p).sub(key.position()).normalize()
                : new Vector3f(key.towards()).negate();
        checked += isMarkedWhereSeen(p.fma((float) in(random, 0, 15), away), eye);
      }
    }
    assertTrue(checked > 1_000, checked + " places in view tell little");
  }

  /** 1 where a place inside the scene is on the screen, and then its cell must be marked. */
  private int isMarkedWhereSeen(Vector3f p, Vector3d eye) {
    if (Math.abs(p.x) > 20 || Math.abs(p.z) > 20 || p.y < 0 || p.y > 12) {
      return 0;
    }
    var clip = new Vector4f((float) (p.x - eye.x), (float) (p.y - eye.y), (float) (p.z - eye.z), 1);
    eyes.clip(0).transform(clip);
    double x = (clip.x / clip.w * 0.5 + 0.5) * WIDTH;
    double y = (clip.y / clip.w * 0.5 + 0.5) * HEIGHT;
    if (clip.w < 2 * NEAR || x < 1 || y < 1 || x >= WIDTH - 1 || y >= HEIGHT - 1) {
      return 0;
    }
    assertTrue(reach.cells().isMarked((int) x, (int) y), "%s at %.0f, %.0f".formatted(p, x, y));
    return 1;
  }

  @Test
  void aSmallThingFarAwayReachesLittleOfTheScreen() {
    var key = light(SceneLight.Kind.DIRECTIONAL, new Matrix4f().rotateX(-1.2f));
    eyes.set(view(new Vector3d(0, 1.7, 15), 0, 0));
    reach.clear(eyes);
    assertFalse(reach.cells().hasMarked());
    reach.add(new Aabb(-0.5f, 4, -0.5f, 0.5f, 4.5f, 0.5f), new Matrix4f(), key, SCENE, 0, eyes);
    assertTrue(reach.cells().hasMarked());
    assertTrue(markedPixels() < WIDTH * HEIGHT / 8, markedPixels() + " pixels");
  }

  @Test
  void whatIsBehindTheEyeReachesNothing() {
    var key = light(SceneLight.Kind.DIRECTIONAL, new Matrix4f().rotateX(-1.5f));
    eyes.set(view(new Vector3d(0, 1.7, -15), 0, 0));
    reach.clear(eyes);
    reach.add(new Aabb(-0.5f, 4, 4, 0.5f, 4.5f, 5), new Matrix4f(), key, SCENE, 0, eyes);
    assertFalse(reach.cells().hasMarked());
  }

  @Test
  void runsCoverEveryMarkedPixelOnce() {
    var cells = new ScreenCells();
    cells.clear(WIDTH, HEIGHT);
    for (int[] triangle :
        new int[][] {{20, 30, 180, 60, 90, 250}, {300, -50, 700, 100, 350, 120}}) {
      for (int i = 0; i < 6; i += 2) {
        cells.edge(triangle[i], triangle[i + 1], triangle[(i + 2) % 6], triangle[(i + 3) % 6]);
      }
      cells.endShape();
    }
    int[] covered = new int[WIDTH * HEIGHT];
    cells.forEachRun(
        (left, bottom, right, top) -> {
          for (int y = pixel(bottom, HEIGHT); y < pixel(top, HEIGHT); y++) {
            for (int x = pixel(left, WIDTH); x < pixel(right, WIDTH); x++) {
              covered[y * WIDTH + x]++;
            }
          }
        });
    for (int i = 0; i < covered.length; i++) {
      assertEquals(
          cells.isMarked(i % WIDTH, i / WIDTH) ? 1 : 0, covered[i], i % WIDTH + ", " + i / WIDTH);
    }
    assertTrue(cells.isMarked(90, 120) && !cells.isMarked(250, 200));
  }

  @Test
  void aDoorCloseToALampShadesTheWholeHall() {
    var hall = new Aabb(-3, 0, -16, 3, 4, 16);
    var lamp = new Matrix4f().translation(0, 2, 15);
    var key = light(SceneLight.Kind.SPOT, lamp);
    var door = new Aabb(-0.5f, 1, 14.68f, 0.5f, 3, 14.7f);
    eyes.set(view(new Vector3d(0, 1.7, -10), 0, 0));
    reach.clear(eyes);
    reach.add(door, new Matrix4f(), key, hall, 0.004f, eyes);
    for (float x = -1.5f; x <= 1.5f; x += 0.5f) {
      isMarkedWhereSeen(new Vector3f(x, 1.7f, -15.9f), new Vector3d(0, 1.7, -10));
    }
    assertTrue(reach.cells().isMarked(WIDTH / 2, HEIGHT / 2));
  }

  @Test
  void aShadeAroundALampMayDarkenAnything() {
    var key = light(SceneLight.Kind.SPOT, new Matrix4f().translation(0, 3, 0).rotateX(-1.5f));
    eyes.set(view(new Vector3d(5, 1.7, -10), 2, 0));
    reach.clear(eyes);
    reach.add(
        new Aabb(-0.15f, 2.85f, -0.15f, 0.15f, 3.15f, 0.15f), new Matrix4f(), key, SCENE, 0, eyes);
    assertEquals(WIDTH * HEIGHT, markedPixels());
  }

  @Test
  void aMirroredOrFlattenedThingIsWidenedAllTheSame() {
    var key = light(SceneLight.Kind.DIRECTIONAL, new Matrix4f().rotateX(-1.2f));
    eyes.set(view(new Vector3d(0, 1.7, 15), 0, 0));
    for (float x : new float[] {-1, 0}) {
      reach.clear(eyes);
      var world = new Matrix4f().translation(0, 4, 0).scale(x, 1, 1);
      reach.add(new Aabb(-0.01f, -0.5f, -0.5f, 0.01f, 0.5f, 0.5f), world, key, SCENE, 2, eyes);
      for (float aside = -1.9f; aside < 2; aside += 0.3f) {
        assertEquals(1, isMarkedWhereSeen(new Vector3f(aside, 4, 0), new Vector3d(0, 1.7, 15)));
      }
    }
  }

  private static int pixel(float device, int size) {
    return Math.round((device + 1) / 2 * size);
  }
}
