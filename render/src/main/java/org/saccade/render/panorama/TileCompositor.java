package org.saccade.render.panorama;

import static org.lwjgl.opengl.GL45C.*;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.saccade.render.codec.DecodedTile;
import org.saccade.render.gpu.GpuScope;
import org.saccade.render.gpu.Program;
import org.saccade.render.gpu.TextureSampler;
import org.saccade.render.gpu.VertexArray;
import org.saccade.render.pass.DrawView;
import org.saccade.render.pass.RenderTarget;
import org.saccade.render.pass.StereoTarget;
import org.saccade.render.tile.Face;
import org.saccade.render.tile.Recipe;
import org.saccade.render.tile.Shell;
import org.saccade.render.tile.Surface;
import org.saccade.render.tile.TileAddress;
import org.saccade.render.tile.TileDrawList;
import org.saccade.render.tile.TileResidency;

/**
 * Composes resident tiles into the newest view. Every tile is a mesh of flat quads drawn from the
 * true eye, so a tile moves like what it shows; depth is written, so that whatever the device draws
 * itself meets tiles as it would meet the scene.
 *
 * <p>Order: first surfaces before hidden ones and whole quads before masked ones, so that most
 * fragments fail the depth test early; then the sky, which only gets a depth: {@link #SKY_DEPTH}, a
 * hair above 0; then the skirt, which only what is still at infinity lets through. The caller draws
 * the sky itself where it was left to it.
 *
 * <p>Frame thread. Drawing allocates nothing.
 */
public final class TileCompositor implements AutoCloseable {
  /** Depth of pixels that tiles leave to the sky; nothing else they draw has it. */
  public static final double SKY_DEPTH = 1e-9;

  /** The least depth of anything else: planes may run past infinity and are clamped there. */
  private static final double LEAST_DEPTH = 2 * SKY_DEPTH;

  private static final List<QuadKind> CLASS_PASSES =
      List.of(QuadKind.WHOLE, QuadKind.MASKED, QuadKind.WHOLE, QuadKind.MASKED, QuadKind.SKY);
  private static final float LEAST_OWN = 0.5f;

  /** Of each surface: the faces of two cells. */
  private static final int MOST_SKIRTS = 12;

  private final TilePool pool;
  private final GpuScope gpu = new GpuScope("tile compositor");
  private Recipe recipe;
  private FrameTiles frame;
  private final QuadCalls calls;
  private final Programs colours;
  private final Programs classes;
  private @Nullable Programs stereo;
  private boolean isStereo;
  private final VertexArray nothing;
  private final int[] skirts = new int[4 * MOST_SKIRTS];
  private final TileResidency residency = this::isResident;

  /** What draws quads and the skirt, for colours or for classes. */
  private record Programs(Program whole, Program masked, Program sky, Program skirt) {
    static Programs make(GpuScope gpu, String... defines) {
      String[] masked = Arrays.copyOf(defines, defines.length + 1);
      masked[defines.length] = "MASKED";
      return new Programs(
          gpu.program("tile_quad.vert", "tile_whole.frag", defines),
          gpu.program("tile_quad.vert", "tile_masked.frag", masked),
          gpu.program("tile_quad.vert", "tile_sky.frag", defines),
          gpu.program("tile_skirt.vert", "tile_skirt.frag", defines));
    }

    Program of(QuadKind kind) {
      return switch (kind) {
        case WHOLE -> whole;
        case MASKED -> masked;
        case SKY -> sky;
      };
    }

    void setUp(Recipe recipe) {
      whole.set("texelHalf", 0.5f / recipe.tilePixels());
      masked.set("leafLast", (float) (recipe.smallestLeaf() - 1)).set("leastOwn", LEAST_OWN);
    }
  }

  /**
   * A compositor of its own memory.
   *
   * @param gpuBytes device memory for tiles; a tile takes about 304 KB
   */
  public TileCompositor(Recipe recipe, long gpuBytes) {
    this.recipe = recipe;
    pool = new TilePool(recipe, gpuBytes);
    frame = new FrameTiles(recipe, pool);
    calls = new QuadCalls(gpu, pool.vertexBuffer(), QuadVertices.mostQuads(recipe));
    colours = Programs.make(gpu, "COLOURS");
    classes = Programs.make(gpu, "CLASSES");
    colours.setUp(recipe);
    classes.setUp(recipe);
    nothing = gpu.vertexArray();
  }

  /**
   * Forgets all tiles and takes those of another recipe, in the same memory.
   *
   * @return false when its tiles have another shape: it needs a compositor of its own
   */
  public boolean adopt(Recipe other) {
    if (!pool.adopt(other)) {
      return false;
    }
    recipe = other;
    frame = new FrameTiles(other, pool);
    return true;
  }

  /**
   * Takes ownership of a tile and puts it on the device, in place of what was drawn longest ago.
   *
   * @return false when it does not fit because all that is resident was just drawn
   */
  public boolean upload(DecodedTile tile) {
    try (tile) {
      return pool.upload(tile);
    }
  }

  /** Whether the tile can be drawn; one without any texel can. */
  public boolean isResident(long address) {
    return pool.find(address) >= 0;
  }

  public TileResidency residency() {
    return residency;
  }

  /** Whether a compositor for tiles of this recipe can work with so much memory. */
  public static boolean fits(Recipe recipe, long gpuBytes) {
    return TilePool.fits(recipe, gpuBytes);
  }

  /** How many tiles with texels fit. */
  public int capacity() {
    return pool.layers();
  }

  /**
   * Draws the listed parts over what the target holds; tiles that are not resident are skipped.
   * Pixels of the sky keep their colour and get {@link #SKY_DEPTH}.
   */
  public void draw(RenderTarget target, DrawView view, TileDrawList list) {
    begin(target, view, null, list);
    drawAll(colours, list);
  }

  /** Draws them for both eyes, in one pass where the target has one. */
  public void draw(StereoTarget target, DrawView left, DrawView right, TileDrawList list) {
    RenderTarget both = target.both();
    if (both == null) {
      draw(target.left(), left, list);
      draw(target.right(), right, list);
    } else {
      begin(both, left, right, list);
      drawAll(stereoPrograms(), list);
    }
  }

  /** Compiled when first needed. */
  private Programs stereoPrograms() {
    Programs known = stereo;
    if (known == null) {
      known = Programs.make(gpu, "COLOURS", "STEREO");
      known.setUp(recipe);
      stereo = known;
    }
    return known;
  }

  private void drawAll(Programs programs, TileDrawList list) {
    for (int pass = 0; pass < 4; pass++) {
      var kind = (pass & 1) == 0 ? QuadKind.WHOLE : QuadKind.MASKED;
      drawCells(programs, list, pass >= 2, kind);
    }
    glDepthRange(SKY_DEPTH, 1);
    glColorMask(false, false, false, false);
    drawCells(programs, list, false, QuadKind.SKY);
    drawCells(programs, list, true, QuadKind.SKY);
    glColorMask(true, true, true, true);
    drawSkirt(programs.skirt);
    end();
  }

  private void drawCells(Programs programs, TileDrawList list, boolean isBehind, QuadKind kind) {
    Program program = programs.of(kind);
    program.use();
    for (int cell = 0; cell < frame.cellCount(); cell++) {
      collect(list, cell, isBehind, kind);
      if (calls.size() > 0) {
        place(program, cell);
        drawCalls();
      }
    }
  }

  private void drawCalls() {
    if (isStereo) {
      calls.drawBoth();
    } else {
      calls.draw();
    }
  }

  /** Draws, instead of colours, where each pixel comes from: {@link TileClass}. For benches. */
  public void drawClasses(RenderTarget target, DrawView view, TileDrawList list) {
    begin(target, view, null, list);
    for (int pass = 0; pass < CLASS_PASSES.size(); pass++) {
      QuadKind kind = CLASS_PASSES.get(pass);
      Program program = classes.of(kind);
      program.use();
      glDepthRange(kind == QuadKind.SKY ? SKY_DEPTH : LEAST_DEPTH, 1);
      for (int i = 0; i < frame.size(); i++) {
        if (kind == QuadKind.SKY || frame.isBehind(i) == pass >= 2) {
          int entry = frame.entry(i);
          int missing = list.partLevel(entry) - TileAddress.level(list.address(entry));
          setClass(program, TileClass.ofLevelsMissing(missing));
          place(program, frame.cell(i));
          calls.clear();
          add(list, i, kind);
          calls.draw();
        }
      }
    }
    setClass(classes.skirt, TileClass.SKIRT);
    drawSkirt(classes.skirt);
    end();
  }

  private void place(Program program, int cell) {
    program.set("cellToClip", frame.cellToClip(cell));
    if (isStereo) {
      program.set("otherCellToClip", frame.otherCellToClip(cell));
    }
    program.set("overlapEnd", frame.overlapEnd(cell));
  }

  private static void setClass(Program program, TileClass tileClass) {
    program.set("classColour", tileClass.red() / 255f, 0, 0, 1);
  }

  private void begin(
      RenderTarget target, DrawView view, @Nullable DrawView other, TileDrawList list) {
    isStereo = other != null;
    target.bind();
    pool.beginDraw();
    calls.beginFrame();
    frame.gather(view, other, list);
    pool.texels().bind(0);
    TextureSampler.unbind(0);
    glDisable(GL_BLEND);
    glDisable(GL_CULL_FACE);
    glEnable(GL_DEPTH_TEST);
    glEnable(GL_DEPTH_CLAMP);
    glDepthMask(true);
    glDepthFunc(GL_GREATER);
    glDepthRange(LEAST_DEPTH, 1);
  }

  private static void end() {
    glDepthFunc(GL_GREATER);
    glDepthRange(0, 1);
    glDisable(GL_DEPTH_CLAMP);
  }

  private void collect(TileDrawList list, int cell, boolean isBehind, QuadKind kind) {
    calls.clear();
    for (int i = 0; i < frame.size(); i++) {
      if (frame.cell(i) == cell && frame.isBehind(i) == isBehind) {
        add(list, i, kind);
      }
    }
  }

  private void add(TileDrawList list, int i, QuadKind kind) {
    TileBlocks blocks = frame.blocks(i);
    if (blocks == null) {
      return;
    }
    int entry = frame.entry(i);
    int level = list.partLevel(entry) - TileAddress.level(list.address(entry));
    int x = list.partX(entry) & ((1 << level) - 1);
    int y = list.partY(entry) & ((1 << level) - 1);
    int first = pool.firstQuad(frame.slot(i)) + blocks.first(level, x, y, kind);
    calls.add(first, blocks.count(level, x, y, kind), frame.eyes(i));
  }

  private void drawSkirt(Program program) {
    int count = collectSkirts(Shell.FAR, Surface.FIRST, 0);
    count = collectSkirts(Shell.NEAR, Surface.FIRST, count);
    count = collectSkirts(Shell.FAR, Surface.BEHIND, count);
    count = collectSkirts(Shell.NEAR, Surface.BEHIND, count);
    if (count == 0) {
      return;
    }
    glDepthRange(0, 0);
    glDepthFunc(GL_GEQUAL);
    program.set("rotationToClip", frame.rotationToClip());
    if (isStereo) {
      program.set("otherRotationToClip", frame.otherRotationToClip());
    }
    glProgramUniform2iv(program.name(), program.location("faces"), skirts);
    program.use();
    nothing.bind();
    glDrawArraysInstanced(GL_TRIANGLES, 0, 6 * count, isStereo ? 2 : 1);
  }

  /** What comes later covers what came before: a hole beside an edge shows what the edge hid. */
  private int collectSkirts(Shell shell, Surface surface, int before) {
    int count = before;
    int most = surface == Surface.FIRST ? MOST_SKIRTS : 2 * MOST_SKIRTS;
    for (int cell = 0; cell < frame.cellCount(); cell++) {
      for (int face = 0; face < Face.COUNT && frame.cellShell(cell) == shell; face++) {
        int slot = frame.skirtSlot(cell, surface, Face.of(face));
        if (slot >= 0 && pool.layer(slot) >= 0 && count < most) {
          pool.touch(slot);
          skirts[2 * count] = face;
          skirts[2 * count++ + 1] = pool.layer(slot);
        }
      }
    }
    return count;
  }

  /** What tiles this compositor draws. */
  public Recipe recipe() {
    return recipe;
  }

  @Override
  public void close() {
    gpu.close();
    pool.close();
  }
}
