package org.saccade.render.pass;

import static org.lwjgl.opengl.GL45C.*;

import java.util.ArrayList;
import java.util.List;
import org.joml.Matrix3f;
import org.joml.Matrix4f;
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
  private final Matrix4f clip = new Matrix4f();
  private final Matrix3f viewFromScreen = new Matrix3f();
  private final Matrix3f worldFromScreen = new Matrix3f();
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

  /** The world box around all movables where {@link #animate} left them; empty without any. */
  public Aabb movableBounds() {
    return onGpu.list().movableBounds();
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
    if (options.clear()) {
      target.clear();
    }
    boolean canSettle = target.antiAliasing() != AntiAliasing.MSAA4;
    DrawSlots.Slot slot = begin(target, view, options);
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
    drawRest(slot, view, options, added);
    end(slot);
  }

  /**
   * Draws the depth of solid things alone, for {@link #drawColour}. The target is not multisampled.
   */
  public void drawDepth(RenderTarget target, DrawView view, DrawOptions options) {
    if (options.clear()) {
      target.clear();
    }
    DrawSlots.Slot slot = begin(target, view, options);
    settle(GpuScene.Solid.ALL, addedVariant(target, options));
    end(slot);
  }

  /**
   * Draws colours to depths that {@link #drawDepth} drew for the same view and options. Pixels
   * whose depth was set to 1 meanwhile are left alone, and cost little.
   */
  public void drawColour(RenderTarget target, DrawView view, DrawOptions options) {
    DrawSlots.Slot slot = begin(target, view, options);
    int added = addedVariant(target, options);
    colour(GpuScene.Solid.ALL, added);
    drawRest(slot, view, options, added);
    end(slot);
  }

  /**
   * Draws the sky over the pixels that have exactly this depth.
   *
   * @param depth as {@code glDepthRange} takes it: the pixels were drawn at 0 from it on
   */
  public void drawSkyAt(RenderTarget target, DrawView view, double depth) {
    view.projection().mul(view.rotation(), clip);
    DrawSlots.Slot slot = slots().next();
    writeView(slot, clip, view, EVERYTHING);
    target.bind();
    onGpu.bind(slot);
    glEnable(GL_DEPTH_TEST);
    glDepthMask(false);
    glDepthRange(depth, 1);
    drawSky(view, false, GL_EQUAL);
    glDepthRange(0, 1);
    glDepthMask(true);
    slot.drawn();
  }

  private DrawSlots.Slot begin(RenderTarget target, DrawView view, DrawOptions options) {
    view.projection().mul(view.rotation(), clip);
    DrawSlots.Slot slot = onGpu.slots().next();
    onGpu.list().pick(slot, clip, view.eye(), options);
    writeView(slot, clip, view, options);
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
  private void drawRest(DrawSlots.Slot slot, DrawView view, DrawOptions options, int added) {
    glDepthMask(false);
    if (options.sky()) {
      setClipPlanes(false);
      drawSky(view, options.output() == DrawOptions.Output.LINEAR, GL_GEQUAL);
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
  void writeView(DrawSlots.Slot slot, Matrix4fc clipMatrix, DrawView view, DrawOptions options) {
    viewBlock.write(slot, clipMatrix, view, options, lit);
    lights.write(slot, view.eye());
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
    return added;
  }

  private static void setClipPlanes(boolean isOn) {
    for (int i = 0; i < CLIP_PLANES; i++) {
      GpuScene.setEnabled(GL_CLIP_DISTANCE0 + i, isOn);
    }
  }

  private void drawSky(DrawView view, boolean isLinear, int passes) {
    Program sky = onGpu.programs().sky(isLinear);
    sky.set("worldFromScreen", worldFromScreen(view));
    sky.use();
    glDepthFunc(passes);
    glDrawArrays(GL_TRIANGLES, 0, 3);
    glDepthFunc(GL_GREATER);
  }

  /**
   * From (x, y, 1) in normalised device coordinates to a world direction; good until the next call.
   */
  Matrix3f worldFromScreen(DrawView view) {
    Matrix4fc p = view.projection();
    viewFromScreen.set(
        1 / p.m00(), 0, 0, 0, 1 / p.m11(), 0, p.m20() / p.m00(), p.m21() / p.m11(), -1);
    return view.rotation().get3x3(worldFromScreen).transpose().mul(viewFromScreen);
  }

  @Override
  public void close() {
    lit.grid().close();
    gpu.close();
  }
}
