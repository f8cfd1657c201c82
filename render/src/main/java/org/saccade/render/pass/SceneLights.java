package org.saccade.render.pass;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.joml.Vector3dc;
import org.joml.Vector3fc;
import org.jspecify.annotations.Nullable;
import org.lwjgl.system.MemoryUtil;
import org.saccade.render.scene.Node;
import org.saccade.render.scene.Scene;
import org.saccade.render.scene.SceneLight;
import org.saccade.render.scene.ScenePose;

/** The lights where their nodes are: the key light apart, then those without position, then all. */
final class SceneLights {
  private final Scene scene;
  private final float exposure;
  private final int most;
  private final boolean canMove;
  private final List<PlacedLight> others = new ArrayList<>();
  private int directional;
  private @Nullable PlacedLight key;

  SceneLights(Scene scene, ScenePose pose, float exposure, int most) {
    this.scene = scene;
    this.exposure = exposure;
    this.most = Math.min(most, DrawSlots.MOST_LIGHTS - 1);
    canMove = scene.nodes().stream().anyMatch(node -> node.light() >= 0 && node.movable());
    place(pose);
  }

  boolean canMove() {
    return canMove;
  }

  /** Puts the lights where the pose has their nodes. */
  void place(ScenePose pose) {
    others.clear();
    key = null;
    for (int i = 0; i < scene.nodes().size(); i++) {
      Node node = scene.nodes().get(i);
      if (node.light() >= 0) {
        SceneLight light = scene.lights().get(node.light());
        add(PlacedLight.of(light, pose.world(i), exposure));
      }
    }
    others.sort(
        Comparator.comparing(PlacedLight::hasPosition)
            .thenComparing(light -> -light.colour().lengthSquared()));
    if (others.size() > most) {
      others.subList(most, others.size()).clear();
    }
    directional = (int) others.stream().filter(light -> !light.hasPosition()).count();
  }

  private void add(PlacedLight light) {
    boolean canCast = light.source().kind() != SceneLight.Kind.POINT;
    if (key == null && light.source().key() && canCast) {
      key = light;
    } else {
      others.add(light);
    }
  }

  @Nullable PlacedLight key() {
    return key;
  }

  /** All but the key light; those without position first. */
  List<PlacedLight> others() {
    return others;
  }

  int directionalCount() {
    return directional;
  }

  boolean hasLamps() {
    return others.size() > directional;
  }

  /** Writes them for the shaders, relative to the eye, and a dark one after them. */
  void write(DrawSlots.Slot slot, Vector3dc eye) {
    for (int i = 0; i < others.size(); i++) {
      PlacedLight light = others.get(i);
      long at = slot.lightAddress(i);
      if (light.hasPosition()) {
        Vector3fc position = light.position();
        put(
            at,
            (float) (position.x() - eye.x()),
            (float) (position.y() - eye.y()),
            (float) (position.z() - eye.z()),
            light.inverseRangeSquared());
      } else {
        put(at, light.towards(), 0);
      }
      put(at + 16, light.colour(), light.spotOffset());
      put(at + 32, light.towards(), light.spotScale());
    }
    long dark = slot.lightAddress(others.size());
    put(dark, 0, 0, 0, 1);
    put(dark + 16, 0, 0, 0, 0);
    put(dark + 32, 0, 0, 0, 0);
  }

  private static void put(long at, Vector3fc xyz, float w) {
    put(at, xyz.x(), xyz.y(), xyz.z(), w);
  }

  private static void put(long at, float x, float y, float z, float w) {
    MemoryUtil.memPutFloat(at, x);
    MemoryUtil.memPutFloat(at + 4, y);
    MemoryUtil.memPutFloat(at + 8, z);
    MemoryUtil.memPutFloat(at + 12, w);
  }
}
