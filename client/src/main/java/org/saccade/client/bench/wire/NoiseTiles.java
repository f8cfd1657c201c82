package org.saccade.client.bench.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.LongPredicate;
import org.saccade.offload.edge.TileSource;
import org.saccade.render.codec.JpegCodec;
import org.saccade.render.codec.TileBody;
import org.saccade.render.codec.TileEncoder;
import org.saccade.render.codec.TileImage;
import org.saccade.render.tile.Cell;
import org.saccade.render.tile.Face;
import org.saccade.render.tile.Fingerprint;
import org.saccade.render.tile.Recipe;
import org.saccade.render.tile.Shell;
import org.saccade.render.tile.Surface;
import org.saccade.render.tile.TileAddress;

/** Real encoded tiles of noise, which need no scene and no GL: a few, given again and again. */
final class NoiseTiles implements TileSource {
  static final Recipe RECIPE = Recipe.standard(1, Fingerprint.sha256(new byte[] {1}), 1, 85);

  private static final int KINDS = 8;
  private static final int NOISE_ROWS = 24;

  private final List<TileBody> bodies = new ArrayList<>();

  NoiseTiles() {
    try (var encoder = new TileEncoder(JpegCodec.best())) {
      for (int level = 0; level <= RECIPE.maxLevel(); level++) {
        for (int kind = 0; kind < KINDS; kind++) {
          bodies.add(encoder.encode(noise(kind), level, Shell.FAR, RECIPE));
        }
      }
    }
  }

  /** Noise in the upper rows alone: tiles of some 15 kB. */
  private static TileImage noise(int kind) {
    var random = new Random(kind);
    var image = new TileImage(RECIPE.tilePixels());
    for (int row = 0; row < image.pixels(); row++) {
      for (int column = 0; column < image.pixels(); column++) {
        int colour = row < NOISE_ROWS + 8 * kind ? random.nextInt() : 0x406080 + kind * 0x010203;
        image.set(column, row, colour | 0xFF000000, 0.1f);
      }
    }
    return image;
  }

  /** The fine tiles of a face in each of so many cells, four a cell. */
  static long[] addresses(int cells) {
    var all = new long[4 * cells];
    for (int i = 0; i < all.length; i++) {
      all[i] =
          TileAddress.of(
              Shell.FAR, i / 4, 0, 0, Surface.FIRST, Face.POSITIVE_X, 1, i & 1, (i >> 1) & 1);
    }
    return all;
  }

  /** The tile of an address. */
  TileBody body(long address) {
    int kind = Math.floorMod(Long.hashCode(address * 0x9E3779B97F4A7C15L), KINDS);
    return bodies.get(TileAddress.level(address) * KINDS + kind);
  }

  @Override
  public String sceneName() {
    return "noise";
  }

  @Override
  public Fingerprint scene() {
    return Fingerprint.sha256(new byte[] {2});
  }

  @Override
  public Recipe recipe() {
    return RECIPE;
  }

  @Override
  public void bakeFace(Shell shell, Cell cell, Face face, Sink sink) {
    bake(shell, cell, face, address -> true, sink);
  }

  @Override
  public void bakeDraft(Shell shell, Cell cell, Face face, Sink sink) {
    bake(shell, cell, face, RECIPE::isInDraft, sink);
  }

  private void bake(Shell shell, Cell cell, Face face, LongPredicate which, Sink sink) {
    for (var surface : Surface.values()) {
      for (int level = 0; level <= RECIPE.maxLevel(); level++) {
        for (int i = 0; i < 1 << (2 * level); i++) {
          int x = i & ((1 << level) - 1);
          long address = TileAddress.of(shell, cell, surface, face, level, x, i >> level);
          if (which.test(address)) {
            sink.accept(address, body(address));
          }
        }
      }
    }
  }

  @Override
  public void close() {}
}
