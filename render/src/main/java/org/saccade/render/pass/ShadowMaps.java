package org.saccade.render.pass;

import static org.lwjgl.opengl.GL45C.*;

import org.joml.Vector3f;
import org.saccade.render.gpu.Framebuffer;
import org.saccade.render.gpu.GpuScope;
import org.saccade.render.gpu.Texture;
import org.saccade.render.gpu.TextureFormat;
import org.saccade.render.scene.Aabb;

/**
 * The key light's depths twice: of still things alone, drawn once; and with the movables on top,
 * where only the rectangle they covered and cover is redrawn each time they move.
 */
final class ShadowMaps {
  private static final int MARGIN = 4;
  private static final DrawOptions STILL =
      new DrawOptions(
          DrawOptions.Content.STATIC, null, DrawOptions.Output.DISPLAY, null, false, false, null);
  private static final DrawOptions MOVABLES = STILL.withContent(DrawOptions.Content.MOVABLE);

  private final int pixels;
  private final Texture still;
  private final Texture all;
  private final Framebuffer stillTarget;
  private final Framebuffer allTarget;
  private final KeyShadow shadow;
  private final int[] dirty = new int[4];
  private final int[] now = new int[4];
  private final Vector3f corner = new Vector3f();

  ShadowMaps(GpuScope gpu, KeyShadow shadow, int pixels) {
    this.pixels = pixels;
    this.shadow = shadow;
    still = map(gpu, pixels);
    all = map(gpu, pixels);
    stillTarget = gpu.framebuffer(null, still);
    allTarget = gpu.framebuffer(null, all);
  }

  private static Texture map(GpuScope gpu, int pixels) {
    Texture map = gpu.texture2d(pixels, pixels, 1, TextureFormat.DEPTH32F);
    map.filter(GL_LINEAR, GL_LINEAR).wrap(GL_CLAMP_TO_BORDER);
    glTextureParameteri(map.name(), GL_TEXTURE_COMPARE_MODE, GL_COMPARE_REF_TO_TEXTURE);
    glTextureParameteri(map.name(), GL_TEXTURE_COMPARE_FUNC, GL_GEQUAL);
    glTextureParameterfv(map.name(), GL_TEXTURE_BORDER_COLOR, new float[4]);
    return map;
  }

  KeyShadow shadow() {
    return shadow;
  }

  int pixels() {
    return pixels;
  }

  /** Still things' shadows. */
  Texture still() {
    return still;
  }

  /** Everything's shadows. */
  Texture all() {
    return all;
  }

  void drawStill(GpuScene scene) {
    glDepthMask(true);
    glClearNamedFramebufferfv(stillTarget.name(), GL_DEPTH, 0, new float[1]);
    draw(scene, stillTarget, DrawOptions.Content.STATIC);
    copy(0, 0, pixels, pixels);
  }

  /** Brings the map of everything up to where the movables are. */
  void drawMovables(GpuScene scene, Aabb movables) {
    cover(movables);
    int left = Math.min(now[0], dirty[0]);
    int bottom = Math.min(now[1], dirty[1]);
    int right = Math.max(now[2], dirty[2]);
    int top = Math.max(now[3], dirty[3]);
    boolean wasEmpty = dirty[2] <= dirty[0];
    if (wasEmpty) {
      copy(now[0], now[1], now[2], now[3]);
    } else {
      copy(left, bottom, right, top);
    }
    System.arraycopy(now, 0, dirty, 0, 4);
    if (now[2] > now[0] && now[3] > now[1]) {
      glEnable(GL_SCISSOR_TEST);
      glScissor(now[0], now[1], now[2] - now[0], now[3] - now[1]);
      draw(scene, allTarget, DrawOptions.Content.MOVABLE);
      glDisable(GL_SCISSOR_TEST);
    }
  }

  private void copy(int left, int bottom, int right, int top) {
    if (right > left && top > bottom) {
      glCopyImageSubData(
          still.name(),
          GL_TEXTURE_2D,
          0,
          left,
          bottom,
          0,
          all.name(),
          GL_TEXTURE_2D,
          0,
          left,
          bottom,
          0,
          right - left,
          top - bottom,
          1);
    }
  }

  /**
   * Sets {@code now} to the texels a world box covers: left, bottom, right, top; all of them when
   * it is too near.
   */
  private void cover(Aabb box) {
    if (box.isEmpty()) {
      setNow(0, 0, 0, 0);
      return;
    }
    var clip = shadow.clipFromRelative();
    float left = 1;
    float bottom = 1;
    float right = -1;
    float top = -1;
    for (int i = 0; i < 8; i++) {
      float x = (float) (((i & 1) == 0 ? box.minX() : box.maxX()) - shadow.eye().x);
      float y = (float) (((i & 2) == 0 ? box.minY() : box.maxY()) - shadow.eye().y);
      float z = (float) (((i & 4) == 0 ? box.minZ() : box.maxZ()) - shadow.eye().z);
      float w = clip.m03() * x + clip.m13() * y + clip.m23() * z + clip.m33();
      if (w < 0.01f) {
        setNow(0, 0, pixels, pixels);
        return;
      }
      clip.transformProject(corner.set(x, y, z));
      left = Math.min(left, corner.x);
      bottom = Math.min(bottom, corner.y);
      right = Math.max(right, corner.x);
      top = Math.max(top, corner.y);
    }
    setNow(
        texel(left) - MARGIN, texel(bottom) - MARGIN, texel(right) + MARGIN, texel(top) + MARGIN);
  }

  private void setNow(int left, int bottom, int right, int top) {
    now[0] = left;
    now[1] = bottom;
    now[2] = right;
    now[3] = top;
  }

  private int texel(float clip) {
    return Math.clamp((int) ((clip * 0.5f + 0.5f) * pixels), MARGIN, pixels - MARGIN);
  }

  private void draw(GpuScene scene, Framebuffer target, DrawOptions.Content content) {
    DrawSlots.Slot slot = scene.slots().next();
    DrawOptions options = content == DrawOptions.Content.STATIC ? STILL : MOVABLES;
    scene.list().pick(slot, shadow.clipFromRelative(), shadow.eye(), options);
    ViewBlock.writeMatrix(slot, shadow.clipFromRelative(), shadow.eye());
    scene.bind(slot);
    target.bind();
    glEnable(GL_DEPTH_TEST);
    glDepthFunc(GL_GREATER);
    glDepthMask(true);
    glEnable(GL_POLYGON_OFFSET_FILL);
    glPolygonOffset(-1.5f, -4);
    scene.drawShadows();
    glDisable(GL_POLYGON_OFFSET_FILL);
    slot.drawn();
  }
}
