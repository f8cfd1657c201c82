package org.saccade.render.panorama;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.saccade.render.codec.JpegCodec;
import org.saccade.render.codec.TileBody;
import org.saccade.render.codec.TileEncoder;
import org.saccade.render.codec.TileImage;
import org.saccade.render.gpu.GpuScope;
import org.saccade.render.pass.RenderSettings;
import org.saccade.render.pass.SceneRenderer;
import org.saccade.render.scene.Scene;
import org.saccade.render.tile.Cell;
import org.saccade.render.tile.Face;
import org.saccade.render.tile.Recipe;
import org.saccade.render.tile.Shell;
import org.saccade.render.tile.Surface;
import org.saccade.render.tile.TileAddress;

/**
 * Bakes panoramas, a face at a time: one draw of what the cell's centre sees, one of what that
 * hides, then every tile of both surfaces at every level. Bake thread; the context that was current
 * when it was made must be current.
 */
public final class TileBaker implements AutoCloseable {
  private final GpuScope gpu = new GpuScope("tile baker");
  private final Recipe recipe;
  private final LongSupplier nanoTime;
  private final FacePainter painter;
  private final TileEncoder encoder;
  private final TileImage tile;
  private final List<FaceImage> firstLevels = new ArrayList<>();
  private final List<FaceImage> behindLevels = new ArrayList<>();
  private final FacePyramid firstPyramid = new FacePyramid(2);
  private final FacePyramid behindPyramid = new FacePyramid(1);

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
    this.nanoTime = nanoTime;
    var renderer = new SceneRenderer(scene, RenderSettings.standard());
    gpu.own(renderer::close);
    painter = new FacePainter(renderer, recipe);
    gpu.own(painter::close);
    encoder = new TileEncoder(jpeg);
    gpu.own(encoder::close);
    tile = new TileImage(recipe.tilePixels());
    for (int level = 0; level <= recipe.maxLevel(); level++) {
      firstLevels.add(new FaceImage(recipe.tilePixels() << level));
      behindLevels.add(new FaceImage(recipe.tilePixels() << level));
    }
  }

  /** Bakes one face: both surfaces, all levels, coarsest first. */
  public BakeCost bakeFace(Shell shell, Cell cell, Face face, Sink sink) {
    FaceImage first = firstLevels.get(recipe.maxLevel());
    FaceImage behind = behindLevels.get(recipe.maxLevel());
    long begin = nanoTime.getAsLong();
    painter.draw(shell, cell, face);
    painter.read(shell, first, behind);
    long drawn = nanoTime.getAsLong();
    new Disclosure(first.size, recipe.maxOffset(shell), recipe.behindGap()).prune(first, behind);
    for (int level = recipe.maxLevel() - 1; level >= 0; level--) {
      firstPyramid.halve(firstLevels.get(level + 1), firstLevels.get(level));
      behindPyramid.halve(behindLevels.get(level + 1), behindLevels.get(level));
    }
    long pruned = nanoTime.getAsLong();
    var counter = new Counter(sink);
    for (int level = 0; level <= recipe.maxLevel(); level++) {
      long place = TileAddress.of(shell, cell, Surface.FIRST, face, level, 0, 0);
      encode(firstLevels.get(level), place, counter);
      encode(behindLevels.get(level), TileAddress.withSurface(place, Surface.BEHIND), counter);
    }
    long encoded = nanoTime.getAsLong();
    return new BakeCost(
        1,
        drawn - begin,
        pruned - drawn,
        encoded - pruned,
        counter.tiles,
        counter.empty,
        counter.bytes);
  }

  private void encode(FaceImage image, long place, Sink sink) {
    int level = TileAddress.level(place);
    for (int y = 0; y < 1 << level; y++) {
      for (int x = 0; x < 1 << level; x++) {
        long address = TileAddress.withPlace(place, level, x, y);
        image.copyTile(x, y, tile);
        sink.accept(address, encoder.encode(tile, level, TileAddress.shell(place), recipe));
      }
    }
  }

  /** Counts on the way to the sink. */
  private static final class Counter implements Sink {
    private final Sink sink;
    private int tiles;
    private int empty;
    private long bytes;

    Counter(Sink sink) {
      this.sink = sink;
    }

    @Override
    public void accept(long address, TileBody body) {
      tiles++;
      empty += body.isEmpty() ? 1 : 0;
      bytes += body.bytes().size();
      sink.accept(address, body);
    }
  }

  @Override
  public void close() {
    gpu.close();
  }
}
