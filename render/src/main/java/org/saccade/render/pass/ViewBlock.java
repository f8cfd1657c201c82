package org.saccade.render.pass;

import org.joml.Matrix4f;
import org.joml.Matrix4fc;
import org.joml.Vector3d;
import org.joml.Vector3dc;
import org.joml.Vector3fc;
import org.jspecify.annotations.Nullable;
import org.lwjgl.system.MemoryUtil;
import org.saccade.render.scene.Scene;

/** Writes what {@code view.glsl} reads. Belongs to the renderer's thread. */
final class ViewBlock {
  private static final int EYE_AT = 128;

  private final SkyModel sky;
  private final float exposure;
  private final Matrix4f scratch = new Matrix4f();
  private final Vector3d viewer = new Vector3d();
  private long at;

  ViewBlock(Scene scene, float exposure) {
    sky = new SkyModel(scene.environment());
    this.exposure = exposure;
  }

  /** What the shaders learn about the lights besides the list of lamps. */
  record Lit(SceneLights lights, LightGrid grid, @Nullable KeyShadow shadow, int shadowPixels) {}

  void write(DrawSlots.Slot slot, Eyes eyes, DrawOptions options, Lit lit) {
    DrawView view = eyes.first();
    at = slot.viewAddress();
    viewer.set(view.eye());
    put(eyes.clip(0));
    KeyShadow shadow = lit.shadow();
    put(shadow == null ? scratch.identity() : shadow.mapFromRelative(viewer, scratch));
    putEye(view);
    put(sky.zenith(), 0);
    put(sky.horizon(), 0);
    put(sky.ground(), 0);
    put(sky.ambient(0), 0);
    put(sky.ambient(1), 0);
    put(sky.ambient(2), 0);
    putKey(lit.lights().key());
    if (shadow == null) {
      put(0, 0, 0, 0);
    } else {
      put(1f / lit.shadowPixels(), shadow.texelMetres(), shadow.bias(), 0);
    }
    putGrid(lit);
    putClip(options.clip(), view.eye());
    putPeel(options.peel(), view.width());
    DrawView other = eyes.other();
    if (other != null) {
      viewer.set(other.eye());
      put(eyes.clip(1));
      putEye(other);
      putClip(options.clip(), other.eye());
      put(eyes.apart(), 0);
    }
  }

  private void putPeel(@Nullable Peel peel, int width) {
    if (peel == null) {
      put(0, 0, 0, 0);
    } else {
      int depthsAPixel = peel.firstDepth().width() / width;
      put(peel.gap(), peel.reach() == null ? 0 : 1, depthsAPixel, 0);
    }
  }

  /** Writes only what passes of depth alone read. */
  static void writeMatrix(DrawSlots.Slot slot, Matrix4fc clip, Vector3dc eye) {
    long at = slot.viewAddress();
    clip.getToAddress(at);
    putCoordinate(at + EYE_AT, eye.x());
    putCoordinate(at + EYE_AT + 4, eye.y());
    putCoordinate(at + EYE_AT + 8, eye.z());
  }

  private static void putCoordinate(long at, double value) {
    MemoryUtil.memPutFloat(at, (float) value);
    MemoryUtil.memPutFloat(at + 16, (float) (value - (float) value));
  }

  private void putEye(DrawView view) {
    float x = (float) viewer.x;
    float y = (float) viewer.y;
    float z = (float) viewer.z;
    put(x, y, z, view.near());
    put((float) (viewer.x - x), (float) (viewer.y - y), (float) (viewer.z - z), exposure);
  }

  private void putKey(@Nullable PlacedLight key) {
    if (key == null) {
      put(0, 0, 0, 0);
      put(0, 1, 0, 0);
      put(0, 0, 0, 0);
      return;
    }
    Vector3fc p = key.position();
    put(
        (float) (p.x() - viewer.x),
        (float) (p.y() - viewer.y),
        (float) (p.z() - viewer.z),
        key.inverseRangeSquared());
    put(key.towards(), key.spotScale());
    put(key.colour(), key.spotOffset());
  }

  private void putGrid(Lit lit) {
    LightGrid grid = lit.grid();
    Vector3fc origin = grid.origin();
    put(
        (float) (origin.x() - viewer.x),
        (float) (origin.y() - viewer.y),
        (float) (origin.z() - viewer.z),
        grid.density());
    MemoryUtil.memPutInt(at, grid.size(0));
    MemoryUtil.memPutInt(at + 4, grid.size(1));
    MemoryUtil.memPutInt(at + 8, grid.size(2));
    MemoryUtil.memPutInt(at + 12, lit.lights().directionalCount());
    at += 16;
  }

  private void putClip(@Nullable ClipBox clip, Vector3dc eye) {
    if (clip == null) {
      put(0, 0, 0, 0);
    } else {
      put(
          (float) (clip.centre().x() - eye.x()),
          (float) (clip.centre().y() - eye.y()),
          (float) (clip.centre().z() - eye.z()),
          (float) clip.halfExtent());
    }
  }

  private void put(Matrix4fc matrix) {
    matrix.getToAddress(at);
    at += 64;
  }

  private void put(Vector3fc xyz, float w) {
    put(xyz.x(), xyz.y(), xyz.z(), w);
  }

  private void put(float x, float y, float z, float w) {
    MemoryUtil.memPutFloat(at, x);
    MemoryUtil.memPutFloat(at + 4, y);
    MemoryUtil.memPutFloat(at + 8, z);
    MemoryUtil.memPutFloat(at + 12, w);
    at += 16;
  }
}
