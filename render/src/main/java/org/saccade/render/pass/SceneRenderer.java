package org.saccade.render.pass;

import static org.lwjgl.opengl.GL45C.*;

import java.util.ArrayList;
import java.util.List;
import org.joml.Matrix4fc;
import org.jspecify.annotations.Nullable;
import org.saccade.render.gpu.GpuDevice;
import org.saccade.render.gpu.GpuScope;
import org.saccade.render.gpu.Program;
import org.saccade.render.gpu.Texture;
import org.saccade.render.scene.Aabb;
import org.saccade.render.scene.Scene;
import org.saccade.render.scene.SceneLight;
import org.saccade.render.scene.ScenePose;

/**
 * Draws one scene: physically based surfaces in the light of the sky, one key light with shadows,
 * and lamps found through a grid. Owns the scene's copy on the GPU. One thread, one context.
 *
 * <p>Movables' shadows fall on what is drawn with {@code ALL} or {@code MOVABLE}; {@code STATIC}
 * shows the shadows of still things alone, as baked tiles must.
 */
public final class SceneRenderer implements AutoCloseable {
  private static final int FIRST_DEPTH_UNIT = 5;
  private static final int SHADOW_UNIT = 6;
  private static final DrawOptions EVERYTHING = DrawOptions.everything();
  private static final int REACH_UNIT = 7;
  private static final int CLIP_PLANES = 6;

  private final GpuScope gpu = new GpuScope("scene renderer");
  private final Scene scene;
  private final RenderSettings settings;
  private final ScenePose pose;
  private final SceneLights lights;
  private final GpuScene onGpu;
  private final ViewBlock viewBlock;
  private final Eyes eyes = new Eyes();
  private final @Nullable ShadowMaps shadows;
  private ViewBlock.Lit lit;

  /** Copies the scene to the GPU and draws the still things' shadow map. */
  public SceneRenderer(Scene scene, RenderSettings settings) {
    this.scene = scene;
    this.settings = settings;
    float exposure =
        (float) (scene.environment().exposure() * Math.pow(2, settings.exposureStops()));
    pose = new ScenePose(scene);
    lights = new SceneLights(scene, pose, exposure, settings.mostLights());
    viewBlock = new ViewBlock(scene, exposure);
    onGpu = new GpuScene(gpu, scene, pose, settings, defines());
    shadows = shadowMaps();
    lit = litBy(new LightGrid(scene.bounds(), lights));
  }

  /** Shadows of still things and of movables where they begin; null without a key light. */
  private @Nullable ShadowMaps shadowMaps() {
    PlacedLight key = lights.key();
    if (key == null || settings.shadowPixels() == 0) {
      return null;
    }
    Aabb shaded = KeyShadow.reach(scene.bounds(), scene.start().position());
    KeyShadow shadow = KeyShadow.of(key, shaded, settings.shadowPixels());
    var maps = new ShadowMaps(gpu, shadow, settings.shadowPixels());
    maps.drawStill(onGpu);
    maps.drawMovables(onGpu, onGpu.list().movableBounds());
    return maps;
  }

  private ViewBlock.Lit litBy(LightGrid grid) {
    KeyShadow shadow = shadows == null ? null : shadows.shadow();
    return new ViewBlock.Lit(lights, grid, shadow, settings.shadowPixels());
  }

  private List<String> defines() {
    var defines = new ArrayList<String>();
    PlacedLight key = lights.key();
    int kind = key == null ? 0 : key.source().kind() == SceneLight.Kind.SPOT ? 2 : 1;
    defines.add("KEY " + kind);
    if (GpuDevice.current().isSoftware()) {
      defines.add("SOFTWARE");
    }
    if (settings.shadowPixels() == 0) {
      defines.add("NO_SHADOWS");
    }
    if (lights.directionalCount() > 0) {
      defines.add("SUNS " + lights.directionalCount());
    }
    if (lights.hasLamps()) {
      defines.add("LAMPS");
    }
    return defines;
  }

  public Scene scene() {
    return scene;
  }

  public RenderSettings settings() {
    return settings;
  }

  /** Moves movable nodes to where they are at this time and redraws their shadows. */
  public void animate(double seconds) {
    pose.sample(seconds);
    onGpu.place(pose);
    if (lights.canMove()) {
      lights.place(pose);
      lit.grid().close();
      lit = litBy(new LightGrid(scene.bounds(), lights));
    }
    if (shadows != null) {
      shadows.drawMovables(onGpu, onGpu.list().movableBounds());
    }
  }

  /** Node to world where {@link #animate} left it; valid until the next one. */
  public Matrix4fc world(int node) {
    return pose.world(node);
  }

  /** Puts a movable node where a hand holds it, from the next {@link #animate} on. */
  public void place(int node, Matrix4fc world) {
    pose.place(node, world);
  }

  /** The world box around all movables where {@link #animate} left them; empty without any. */
  public Aabb movableBounds() {
    return onGpu.list().movableBounds();
  }

  /** Brings simplified meshes of this scene, once; draws that ask for {@link Detail} use them. */
  public void add(MeshLevels simplified) {
    onGpu.add(simplified, pose);
  }

  /** Triangles that were drawn, in all views, since this was asked last; shadows aside. */
  public long takeTriangles() {
    return onGpu.list().takeTriangles();
  }

  @Nullable PlacedLight keyLight() {
    return lights.key();
  }

  @Nullable ShadowMaps shadows() {
    return shadows;
  }

  /**
   * Draws into the target; resolving is the caller's. Depth passes where it is greater than what is
   * there already. What fragments decide, cut-outs and peeling, is settled by a pass of depth
   * alone, so that only what stays is lit; except on multisampled targets, where alpha becomes
   * coverage.
   */
  public void draw(RenderTarget target, DrawView view, DrawOptions options) {
    draw(target, eyes.set(view), options);
  }

  /** Draws both eyes' views, in one pass where the target has one. Nothing is peeled. */
  public void draw(StereoTarget target, DrawView left, DrawView right, DrawOptions options) {
    RenderTarget both = target.both();
    if (both == null) {
      draw(target.left(), left, options);
      draw(target.right(), right, options);
    } else {
      draw(both, eyes.set(left, right), options);
    }
  }

  private void draw(RenderTarget target, Eyes seenBy, DrawOptions options) {
    if (options.clear()) {
      target.clear();
    }
    boolean canSettle = target.antiAliasing() != AntiAliasing.MSAA4;
    DrawSlots.Slot slot = begin(target, seenBy, options);
    int added = addedVariant(target, options);
    if (!canSettle) {
      onGpu.drawSurfaces(GpuScene.Solid.ALL, added, false);
    } else if (options.peel() != null) {
      settle(GpuScene.Solid.ALL, added);
      colour(GpuScene.Solid.ALL, added);
    } else {
      onGpu.drawSurfaces(GpuScene.Solid.WHOLE, added, false);
      settle(GpuScene.Solid.CUT_OUT, added);
      colour(GpuScene.Solid.CUT_OUT, added);
    }
    drawRest(slot, seenBy, options, added);
    end(slot);
  }

  /**
   * Draws the depth of solid things alone, for {@link #drawColour}. The target is not multisampled.
   */
  public void drawDepth(RenderTarget target, DrawView view, DrawOptions options) {
    if (options.clear()) {
      target.clear();
    }
    DrawSlots.Slot slot = begin(target, eyes.set(view), options);
    settle(GpuScene.Solid.ALL, addedVariant(target, options));
    end(slot);
  }

  /**
   * Draws colours to depths that {@link #drawDepth} drew for the same view and options. Pixels
   * whose depth was set to 1 meanwhile are left alone, and cost little.
   */
  public void drawColour(RenderTarget target, DrawView view, DrawOptions options) {
    DrawSlots.Slot slot = begin(target, eyes.set(view), options);
    int added = addedVariant(target, options);
    colour(GpuScene.Solid.ALL, added);
    drawRest(slot, eyes, options, added);
    end(slot);
  }

  /**
   * Draws the sky over the pixels that have exactly this depth.
   *
   * @param depth as {@code glDepthRange} takes it: the pixels were drawn at 0 from it on
   */
  public void drawSkyAt(RenderTarget target, DrawView view, double depth) {
    drawSkyAt(target, eyes.set(view), depth);
  }

  /** Draws the sky of both eyes over the pixels that have exactly this depth. */
  public void drawSkyAt(StereoTarget target, DrawView left, DrawView right, double depth) {
    RenderTarget both = target.both();
    if (both == null) {
      drawSkyAt(target.left(), left, depth);
      drawSkyAt(target.right(), right, depth);
    } else {
      drawSkyAt(both, eyes.set(left, right), depth);
    }
  }

  private void drawSkyAt(RenderTarget target, Eyes seenBy, double depth) {
    DrawSlots.Slot slot = slots().next();
    writeView(slot, seenBy, EVERYTHING);
    target.bind();
    onGpu.bind(slot);
    glEnable(GL_DEPTH_TEST);
    glDepthMask(false);
    glDepthRange(depth, 1);
    drawSky(seenBy, addedVariant(target, EVERYTHING), GL_EQUAL);
    glDepthRange(0, 1);
    glDepthMask(true);
    slot.drawn();
  }

  private DrawSlots.Slot begin(RenderTarget target, Eyes seenBy, DrawOptions options) {
    DrawSlots.Slot slot = onGpu.slots().next();
    onGpu.list().pick(slot, seenBy, options);
    writeView(slot, seenBy, options);
    onGpu.prepareFor(target.antiAliasing());
    target.bind();
    onGpu.bind(slot);
    bindLight(options);
    setClipPlanes(options.clip() != null);
    glEnable(GL_DEPTH_TEST);
    glDepthFunc(GL_GREATER);
    glDepthMask(true);
    glDisable(GL_BLEND);
    return slot;
  }

  private void end(DrawSlots.Slot slot) {
    setClipPlanes(false);
    slot.drawn();
  }

  private void settle(GpuScene.Solid wanted, int added) {
    glColorMask(false, false, false, false);
    onGpu.drawDepth(wanted, added);
    glColorMask(true, true, true, true);
  }

  private void colour(GpuScene.Solid wanted, int added) {
    glDepthMask(false);
    glDepthFunc(GL_EQUAL);
    onGpu.drawSurfaces(wanted, added, true);
    glDepthFunc(GL_GREATER);
    glDepthMask(true);
  }

  /** The sky and what is blended over all. */
  private void drawRest(DrawSlots.Slot slot, Eyes seenBy, DrawOptions options, int added) {
    glDepthMask(false);
    if (options.sky()) {
      setClipPlanes(false);
      drawSky(seenBy, added, GL_GEQUAL);
      setClipPlanes(options.clip() != null);
      onGpu.bind(slot);
    }
    glEnable(GL_BLEND);
    glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    onGpu.drawBlended(added);
    glDisable(GL_BLEND);
    glDepthMask(true);
  }

  /** Writes the view's block; {@link MovableShadowPass} shares it. */
  void writeView(DrawSlots.Slot slot, Eyes seenBy, DrawOptions options) {
    viewBlock.write(slot, seenBy, options, lit);
    lights.write(slot, seenBy.first().eye());
  }

  DrawSlots slots() {
    return onGpu.slots();
  }

  /** Defines that hold for every shader of this scene. */
  List<String> shaderDefines() {
    return defines();
  }

  /** Binds the light grid, for passes besides this. */
  void bindGrid() {
    lit.grid().bind();
  }

  private void bindLight(DrawOptions options) {
    lit.grid().bind();
    ShadowMaps maps = shadows;
    if (maps != null) {
      boolean isStill = options.content() == DrawOptions.Content.STATIC;
      (isStill ? maps.still() : maps.all()).bind(SHADOW_UNIT);
    }
    Peel peel = options.peel();
    if (peel != null) {
      peel.firstDepth().bind(FIRST_DEPTH_UNIT);
      Texture reach = peel.reach();
      (reach == null ? peel.firstDepth() : reach).bind(REACH_UNIT);
    }
  }

  private static int addedVariant(RenderTarget target, DrawOptions options) {
    int added = 0;
    if (options.output() == DrawOptions.Output.LINEAR) {
      added |= MaterialVariant.LINEAR.bit();
    }
    if (options.peel() != null) {
      added |= MaterialVariant.PEEL.bit();
    }
    if (options.clip() != null) {
      added |= MaterialVariant.CLIP.bit();
    }
    if (target.antiAliasing() == AntiAliasing.MSAA4) {
      added |= MaterialVariant.COVERAGE.bit();
    }
    if (target.isStereo()) {
      added |= MaterialVariant.STEREO.bit();
    }
    return added;
  }

  private static void setClipPlanes(boolean isOn) {
    for (int i = 0; i < CLIP_PLANES; i++) {
      GpuScene.setEnabled(GL_CLIP_DISTANCE0 + i, isOn);
    }
  }

  private void drawSky(Eyes seenBy, int variant, int passes) {
    Program sky = onGpu.programs().sky(variant);
    seenBy.setFromScreen(sky);
    sky.use();
    glDepthFunc(passes);
    glDrawArraysInstanced(GL_TRIANGLES, 0, 3, seenBy.count());
    glDepthFunc(GL_GREATER);
  }

  @Override
  public void close() {
    lit.grid().close();
    gpu.close();
  }
}
