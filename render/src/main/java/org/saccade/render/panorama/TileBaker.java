package org.saccade.render.panorama;

import java.util.function.LongSupplier;
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

/**
 * Bakes panoramas, a face at a time: what the cell's centre sees, what of that which it hides an
 * eye in the cell can see, then every tile of both surfaces at every level. Bake thread; the
 * context that was current when it was made must be current.
 */
public final class TileBaker implements AutoCloseable {
  private final GpuScope gpu = new GpuScope("tile baker");
  private final LongSupplier nanoTime;
  private final FacePainter painter;
  private final FaceTiler tiler;

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
    this.nanoTime = nanoTime;
    var renderer = new SceneRenderer(scene, RenderSettings.standard());
    gpu.own(renderer::close);
    painter = new FacePainter(renderer, recipe);
    gpu.own(painter::close);
    tiler = new FaceTiler(recipe, jpeg, painter.isSingleSampled(), nanoTime);
    gpu.own(tiler::close);
  }

  /** Bakes one face: both surfaces, all levels, coarsest first. */
  public BakeCost bakeFace(Shell shell, Cell cell, Face face, Sink sink) {
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
        .emit(shell, cell, face, sink)
        .plus(BakeCost.ofFace(coloured - begin - pruneNanos, pruneNanos));
  }

  @Override
  public void close() {
    gpu.close();
  }
}
