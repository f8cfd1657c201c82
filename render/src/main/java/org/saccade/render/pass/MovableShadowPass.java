package org.saccade.render.pass;

import static org.lwjgl.opengl.GL45C.*;

import java.util.ArrayList;
import java.util.List;
import org.joml.Matrix4f;
import org.jspecify.annotations.Nullable;
import org.saccade.render.gpu.GpuDevice;
import org.saccade.render.gpu.GpuScope;
import org.saccade.render.gpu.Program;
import org.saccade.render.gpu.VertexArray;
import org.saccade.render.scene.Aabb;
import org.saccade.render.scene.SceneInstances;

/**
 * Lets movables cast shadows on a picture that has none of theirs: drawn after still things (local
 * ones, with {@code STATIC}, or composed of tiles) and before the movables. It covers only the
 * cells of the screen that their shadows can reach (a pixel costs a software renderer as much as
 * all that tiles cost it), and nothing without movables or a key light. Belongs to the renderer's
 * thread.
 */
public final class MovableShadowPass implements AutoCloseable {
  private static final int STILL_UNIT = 6;
  private static final int ALL_UNIT = 7;
  private static final DrawOptions OPTIONS = DrawOptions.everything();

  private static final Matrix4f UNMOVED = new Matrix4f();

  /** Runs of cells drawn at once, as in the shader. */
  private static final int MOST_RUNS = 64;

  /** By as many texels of its map a shadow's soft edge is wider than what casts it. */
  private static final float SOFT_TEXELS = 4;

  /** More than so many movables count as one box, on a GPU, which spares less of a pixel's cost. */
  private static final int MOST_CASTERS = 256;

  private static final int MOST_CASTERS_ON_GPU = 16;

  private final GpuScope gpu = new GpuScope("movable shadows");
  private final SceneRenderer renderer;
  private final VertexArray nothing;
  private final Eyes eyes = new Eyes();
  private final ShadowReach reach = new ShadowReach();
  private final SceneInstances instances;
  private final int mostCasters;
  private final float[] runs = new float[4 * MOST_RUNS];
  private final ScreenCells.Taker taker = this::take;
  private int runCount;
  private int runsPlace;
  private int eyesSeeing;

  /** Compiled when first needed, by multisampling and by eyes. */
  private final @Nullable Program[] programs = new @Nullable Program[4];

  public MovableShadowPass(SceneRenderer renderer) {
    this.renderer = renderer;
    instances = SceneInstances.of(renderer.scene());
    mostCasters = GpuDevice.current().isSoftware() ? MOST_CASTERS : MOST_CASTERS_ON_GPU;
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
    findCells(movables, key, maps.shadow(), seenBy);
    if (!reach.cells().hasMarked()) {
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
    runsPlace = darken.location("runs");
    eyesSeeing = seenBy.count();
    cover();
    slot.drawn();
  }

  private void cover() {
    glDisable(GL_DEPTH_TEST);
    glEnable(GL_BLEND);
    glBlendFuncSeparate(GL_ZERO, GL_SRC_COLOR, GL_ZERO, GL_ONE);
    nothing.bind();
    runCount = 0;
    reach.cells().forEachRun(taker);
    drawRuns();
    glDisable(GL_BLEND);
    glEnable(GL_DEPTH_TEST);
  }

  private void take(float left, float bottom, float right, float top) {
    runs[4 * runCount] = left;
    runs[4 * runCount + 1] = bottom;
    runs[4 * runCount + 2] = right;
    runs[4 * runCount + 3] = top;
    if (++runCount == MOST_RUNS) {
      drawRuns();
    }
  }

  private void drawRuns() {
    if (runCount > 0) {
      glUniform4fv(runsPlace, runs);
      glDrawArraysInstanced(GL_TRIANGLES, 0, 6 * runCount, eyesSeeing);
      runCount = 0;
    }
  }

  /** Marks the cells of the screen that the movables' shadows can reach in any eye's view. */
  private void findCells(Aabb movables, PlacedLight key, KeyShadow shadow, Eyes seenBy) {
    reach.clear(seenBy);
    Aabb world = renderer.scene().bounds().union(movables);
    float soft = SOFT_TEXELS * shadow.texelMetres();
    int first = instances.staticCount();
    if (instances.count() - first > mostCasters) {
      reach.add(movables, UNMOVED, key, world, soft, seenBy);
      return;
    }
    for (int i = first; i < instances.count(); i++) {
      Aabb box = renderer.scene().primitives().get(instances.primitive(i)).bounds();
      reach.add(box, renderer.world(instances.node(i)), key, world, soft, seenBy);
    }
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
      known = gpu.program("runs.vert", "movable_shadow.frag", defines.toArray(String[]::new));
      programs[place] = known;
    }
    return known;
  }

  @Override
  public void close() {
    gpu.close();
  }
}
