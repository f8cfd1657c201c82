package org.saccade.render.panorama;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.saccade.render.codec.JpegCodec;
import org.saccade.render.codec.TileBody;
import org.saccade.render.codec.TileEncoder;
import org.saccade.render.codec.TileImage;
import org.saccade.render.tile.Cell;
import org.saccade.render.tile.Face;
import org.saccade.render.tile.Recipe;
import org.saccade.render.tile.Shell;
import org.saccade.render.tile.Surface;
import org.saccade.render.tile.TileAddress;

/**
 * Turns the two surfaces of a face into its tiles: erases what stays hidden, halves down to one
 * tile, encodes. No GL. Bake thread.
 */
final class FaceTiler implements AutoCloseable {
  private final Recipe recipe;
  private final int finestLevel;
  private final LongSupplier nanoTime;
  private final TileEncoder encoder;
  private final TileImage tile;
  private final FaceSharpener sharpener;
  private final List<FaceImage> firstLevels = new ArrayList<>();
  private final List<FaceImage> behindLevels = new ArrayList<>();
  private final Map<Shell, Disclosure> disclosures = new EnumMap<>(Shell.class);
  private final FacePyramid firstPyramid = new FacePyramid(2);
  private final FacePyramid behindPyramid = new FacePyramid(1);

  /**
   * @param finestLevel of the tiles to be made
   * @param isSingleSampled whether one sample makes each of the finest texels
   */
  FaceTiler(
      Recipe recipe,
      int finestLevel,
      JpegCodec jpeg,
      boolean isSingleSampled,
      LongSupplier nanoTime) {
    this.recipe = recipe;
    this.finestLevel = finestLevel;
    sharpener = new FaceSharpener(isSingleSampled);
    this.nanoTime = nanoTime;
    encoder = new TileEncoder(jpeg);
    tile = new TileImage(recipe.tilePixels());
    for (int level = 0; level <= finestLevel; level++) {
      firstLevels.add(new FaceImage(recipe.tilePixels() << level));
      behindLevels.add(new FaceImage(recipe.tilePixels() << level));
    }
  }

  private Disclosure disclosure(Shell shell) {
    return new Disclosure(
        first().size,
        recipe.farthestOffset(shell),
        recipe.behindGap(shell),
        1 / recipe.nearPlane(shell));
  }

  /** The first surface at the finest level, to be filled before {@link #reach}. */
  FaceImage first() {
    return firstLevels.get(finestLevel);
  }

  /** The hidden surface at the finest level; its depths are filled before {@link #prune}. */
  FaceImage behind() {
    return behindLevels.get(finestLevel);
  }

  /** For each texel of the first surface the largest inverse depth to be seen behind it, 1/m. */
  float[] reach(Shell shell) {
    return disclosures.computeIfAbsent(shell, this::disclosure).measure(first());
  }

  /** Whether the sky might show anywhere behind the first surface, after {@link #reach}. */
  boolean mayOpenSky(Shell shell) {
    return shell == Shell.FAR
        && disclosures.computeIfAbsent(shell, this::disclosure).mayOpenSky(first());
  }

  /** Erases what stays hidden from every eye in the cell, after {@link #reach}. */
  void prune(Shell shell) {
    disclosures
        .computeIfAbsent(shell, this::disclosure)
        .prune(first(), behind(), shell == Shell.FAR);
  }

  /** Emits all tiles of these surfaces of the face, coarsest first. */
  BakeCost emit(Shell shell, Cell cell, Face face, Set<Surface> surfaces, TileBaker.Sink sink) {
    long begin = nanoTime.getAsLong();
    boolean hasBehind = surfaces.contains(Surface.BEHIND);
    for (int level = finestLevel - 1; level >= 0; level--) {
      firstPyramid.halve(firstLevels.get(level + 1), firstLevels.get(level));
      if (hasBehind) {
        behindPyramid.halve(behindLevels.get(level + 1), behindLevels.get(level));
      }
    }
    long pruned = nanoTime.getAsLong();
    var counter = new Counter(sink);
    for (int level = 0; level <= finestLevel; level++) {
      long place = TileAddress.of(shell, cell, Surface.FIRST, face, level, 0, 0);
      encode(firstLevels.get(level), place, counter);
      if (hasBehind) {
        encode(behindLevels.get(level), TileAddress.withSurface(place, Surface.BEHIND), counter);
      }
    }
    long encoded = nanoTime.getAsLong();
    return new BakeCost(
        0, 0, pruned - begin, encoded - pruned, counter.tiles, counter.empty, counter.bytes);
  }

  private void encode(FaceImage image, long place, TileBaker.Sink sink) {
    int level = TileAddress.level(place);
    int[] colours = sharpener.sharpen(image);
    for (int y = 0; y < 1 << level; y++) {
      for (int x = 0; x < 1 << level; x++) {
        long address = TileAddress.withPlace(place, level, x, y);
        image.copyTile(x, y, colours, tile);
        sink.accept(address, encoder.encode(tile, level, TileAddress.shell(place), recipe));
      }
    }
  }

  /** Counts on the way to the sink. */
  private static final class Counter implements TileBaker.Sink {
    private final TileBaker.Sink sink;
    private int tiles;
    private int empty;
    private long bytes;

    Counter(TileBaker.Sink sink) {
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
    encoder.close();
  }
}
