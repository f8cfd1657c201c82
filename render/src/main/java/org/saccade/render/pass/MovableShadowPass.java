package org.saccade.render.pass;

import static org.lwjgl.opengl.GL45C.*;

import java.util.ArrayList;
import java.util.List;
import org.joml.Vector3d;
import org.joml.Vector3dc;
import org.joml.Vector3fc;
import org.joml.Vector4f;
import org.jspecify.annotations.Nullable;
import org.saccade.render.gpu.GpuScope;
import org.saccade.render.gpu.Program;
import org.saccade.render.gpu.VertexArray;
import org.saccade.render.scene.Aabb;

/**
 * Lets movables cast shadows on a picture that has none of theirs: drawn after still things (local
 * ones, with {@code STATIC}, or composed of tiles) and before the movables. It covers only the part
 * of the screen their shadows can reach, and costs nothing without movables or a key light. Belongs
 * to the renderer's thread.
 */
public final class MovableShadowPass implements AutoCloseable {
  private static final int STILL_UNIT = 6;
  private static final int ALL_UNIT = 7;
  private static final DrawOptions OPTIONS = DrawOptions.everything();

  private final GpuScope gpu = new GpuScope("movable shadows");
  private final SceneRenderer renderer;
  private final VertexArray nothing;
  private final Eyes eyes = new Eyes();
  private final Vector3d corner = new Vector3d();
  private final Vector3d away = new Vector3d();
  private final Vector4f seen = new Vector4f();
  private final float[] box = new float[4];

  /** Left, bottom, right, top of the pixels that the movables' shadows can reach. */
  private final int[] area = new int[4];

  /** Compiled when first needed, by multisampling and by eyes. */
  private final @Nullable Program[] programs = new @Nullable Program[4];

  public MovableShadowPass(SceneRenderer renderer) {
    this.renderer = renderer;
    nothing = gpu.vertexArray();
  }

  /** Darkens what the movables, where {@link SceneRenderer#animate} left them, shade. */
  public void draw(RenderTarget target, DrawView view) {
    draw(target, eyes.set(view));
  }

  /** Darkens it in both eyes' views, in one pass where the target has one. */
  public void draw(StereoTarget target, DrawView left, DrawView right) {
    RenderTarget both = target.both();
    if (both == null) {
      draw(target.left(), left);
      draw(target.right(), right);
    } else {
      draw(both, eyes.set(left, right));
    }
  }

  private void draw(RenderTarget target, Eyes seenBy) {
    ShadowMaps maps = renderer.shadows();
    PlacedLight key = renderer.keyLight();
    Aabb movables = renderer.movableBounds();
    if (maps == null || key == null || movables.isEmpty()) {
      return;
    }
    findShadowArea(movables, key, seenBy);
    if (area[2] <= area[0] || area[3] <= area[1]) {
      return;
    }
    DrawSlots.Slot slot = renderer.slots().next();
    renderer.writeView(slot, seenBy, OPTIONS);
    slot.bindBlocks();
    renderer.bindGrid();
    maps.still().bind(STILL_UNIT);
    maps.all().bind(ALL_UNIT);
    target.drawnDepth().bind(0);
    Program darken = program(target);
    seenBy.setFromScreen(darken);
    DrawView view = seenBy.first();
    darken.set("pixels", (float) view.width(), (float) view.height()).use();
    target.drawnColourOnly().bind();
    cover(seenBy.count());
    slot.drawn();
  }

  private void cover(int eyesSeeing) {
    glDisable(GL_DEPTH_TEST);
    glEnable(GL_BLEND);
    glBlendFuncSeparate(GL_ZERO, GL_SRC_COLOR, GL_ZERO, GL_ONE);
    glEnable(GL_SCISSOR_TEST);
    glScissor(area[0], area[1], area[2] - area[0], area[3] - area[1]);
    nothing.bind();
    glDrawArraysInstanced(GL_TRIANGLES, 0, 3, eyesSeeing);
    glDisable(GL_SCISSOR_TEST);
    glDisable(GL_BLEND);
    glEnable(GL_DEPTH_TEST);
  }

  private Program program(RenderTarget target) {
    boolean isMultisampled = target.antiAliasing() == AntiAliasing.MSAA4;
    int place = (isMultisampled ? 1 : 0) + (target.isStereo() ? 2 : 0);
    Program known = programs[place];
    if (known == null) {
      List<String> defines = new ArrayList<>(renderer.shaderDefines());
      if (isMultisampled) {
        defines.add("MULTISAMPLED");
      }
      if (target.isStereo()) {
        defines.add("STEREO");
      }
      known = gpu.program("screen.vert", "movable_shadow.frag", defines.toArray(String[]::new));
      programs[place] = known;
    }
    return known;
  }

  /** Sets the area to the pixels that the movables' shadows can reach in any eye's view. */
  private void findShadowArea(Aabb movables, PlacedLight key, Eyes seenBy) {
    DrawView view = seenBy.first();
    Aabb world = renderer.scene().bounds();
    double reach =
        Math.hypot(
                Math.hypot(world.maxX() - world.minX(), world.maxY() - world.minY()),
                world.maxZ() - world.minZ())
            + 1;
    box[0] = 1;
    box[1] = 1;
    box[2] = -1;
    box[3] = -1;
    for (int i = 0; i < 8; i++) {
      corner.set(
          (i & 1) == 0 ? movables.minX() : movables.maxX(),
          (i & 2) == 0 ? movables.minY() : movables.maxY(),
          (i & 4) == 0 ? movables.minZ() : movables.maxZ());
      setAway(key);
      away.mul(reach).add(corner);
      boolean isAhead = true;
      for (int eye = 0; eye < seenBy.count(); eye++) {
        isAhead = isAhead && grow(corner, seenBy, eye) && grow(away, seenBy, eye);
      }
      if (!isAhead) {
        setArea(0, 0, view.width(), view.height());
        return;
      }
    }
    setArea(
        (int) Math.floor((box[0] * 0.5f + 0.5f) * view.width()),
        (int) Math.floor((box[1] * 0.5f + 0.5f) * view.height()),
        (int) Math.ceil((box[2] * 0.5f + 0.5f) * view.width()),
        (int) Math.ceil((box[3] * 0.5f + 0.5f) * view.height()));
  }

  private void setArea(int left, int bottom, int right, int top) {
    area[0] = left;
    area[1] = bottom;
    area[2] = right;
    area[3] = top;
  }

  /** Sets the direction in which the corner's shadow falls. */
  private void setAway(PlacedLight key) {
    if (key.hasPosition()) {
      Vector3fc from = key.position();
      away.set(corner).sub(from.x(), from.y(), from.z()).normalize();
    } else {
      away.set(key.towards()).negate();
    }
  }

  /** Grows the box by a point; false when the point is not ahead of the view. */
  private boolean grow(Vector3d point, Eyes seenBy, int eye) {
    Vector3dc from = seenBy.view(eye).eye();
    seen.set(
        (float) (point.x - from.x()),
        (float) (point.y - from.y()),
        (float) (point.z - from.z()),
        1);
    seenBy.clip(eye).transform(seen);
    if (seen.w < 1e-3f) {
      return false;
    }
    float x = Math.clamp(seen.x / seen.w, -1, 1);
    float y = Math.clamp(seen.y / seen.w, -1, 1);
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
    return true;
  }

  @Override
  public void close() {
    gpu.close();
  }
}
