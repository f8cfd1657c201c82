package org.saccade.render.panorama;

import java.util.EnumSet;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.saccade.render.codec.JpegCodec;
import org.saccade.render.codec.TileBody;
import org.saccade.render.gpu.GpuScope;
import org.saccade.render.pass.RenderSettings;
import org.saccade.render.pass.SceneRenderer;
import org.saccade.render.scene.Scene;
import org.saccade.render.tile.Cell;
import org.saccade.render.tile.Face;
import org.saccade.render.tile.Recipe;
import org.saccade.render.tile.Shell;
import org.saccade.render.tile.Surface;

/**
 * Bakes panoramas, a face at a time: what the cell's centre sees, what of that which it hides an
 * eye in the cell can see, then every tile of both surfaces at every level. Bake thread; the
 * context that was current when it was made must be current.
 */
public final class TileBaker implements AutoCloseable {
  private final GpuScope gpu = new GpuScope("tile baker");
  private final SceneRenderer renderer;
  private final Recipe recipe;
  private final JpegCodec jpeg;
  private final LongSupplier nanoTime;
  private final Bench whole;
  private @Nullable Bench draft;

  /** What draws and cuts up faces of one size. */
  private record Bench(FacePainter painter, FaceTiler tiler) {}

  /** Receives tiles as they are made, on the bake thread. */
  @FunctionalInterface
  public interface Sink {
    /** One encoded tile. */
    void accept(long address, TileBody body);
  }

  /** Copies the scene to the GPU. Its movable nodes are never baked, nor their shadows. */
  public TileBaker(Scene scene, Recipe recipe, JpegCodec jpeg) {
    this(scene, recipe, jpeg, System::nanoTime);
  }

  /** The same with the clock that costs are taken by. */
  public TileBaker(Scene scene, Recipe recipe, JpegCodec jpeg, LongSupplier nanoTime) {
    this.recipe = recipe;
    this.jpeg = jpeg;
    this.nanoTime = nanoTime;
    renderer = new SceneRenderer(scene, RenderSettings.standard());
    gpu.own(renderer::close);
    whole = bench(recipe.maxLevel());
  }

  private Bench bench(int finestLevel) {
    var painter = new FacePainter(renderer, recipe, finestLevel);
    gpu.own(painter::close);
    var tiler = new FaceTiler(recipe, finestLevel, jpeg, painter.isSingleSampled(), nanoTime);
    gpu.own(tiler::close);
    return new Bench(painter, tiler);
  }

  /** Bakes one face: both surfaces, all levels, coarsest first. */
  public BakeCost bakeFace(Shell shell, Cell cell, Face face, Sink sink) {
    var painter = whole.painter;
    var tiler = whole.tiler;
    long begin = nanoTime.getAsLong();
    painter.drawFirst(shell, cell, face, tiler.first());
    long drawn = nanoTime.getAsLong();
    float[] reach = tiler.reach(shell);
    long reached = nanoTime.getAsLong();
    painter.drawBehind(shell, cell, face, reach, tiler.first(), tiler.behind());
    if (tiler.mayOpenSky(shell)) {
      painter.markBeyond(shell, cell, face, tiler.behind().hidesMore);
    }
    tiler.prune(shell);
    painter.colourBehind(shell, cell, face, tiler.behind());
    long coloured = nanoTime.getAsLong();
    long pruneNanos = reached - drawn;
    return tiler
        .emit(shell, cell, face, EnumSet.allOf(Surface.class), sink)
        .plus(BakeCost.ofFace(coloured - begin - pruneNanos, pruneNanos));
  }

  /**
   * Bakes the first surface of a face up to {@link Recipe#draftLevel}, for about a fifth of the
   * cost.
   *
   * @throws IllegalStateException when the recipe has no drafts
   */
  public BakeCost bakeDraft(Shell shell, Cell cell, Face face, Sink sink) {
    if (recipe.draftLevel() < 0) {
      throw new IllegalStateException("tiles of one level have no drafts");
    }
    var open = draft;
    if (open == null) {
      open = bench(recipe.draftLevel());
      draft = open;
    }
    long begin = nanoTime.getAsLong();
    open.painter.drawFirst(shell, cell, face, open.tiler.first());
    long drawn = nanoTime.getAsLong();
    var surfaces = EnumSet.of(Surface.FIRST);
    return open.tiler
        .emit(shell, cell, face, surfaces, sink)
        .plus(BakeCost.ofFace(drawn - begin, 0));
  }

  @Override
  public void close() {
    gpu.close();
  }
}
