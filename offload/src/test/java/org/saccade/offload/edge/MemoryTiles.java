package org.saccade.offload.edge;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongPredicate;
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

/** A source of real encoded tiles that needs no GL: noise, a few of them given again and again. */
public final class MemoryTiles implements TileSource {
  public static final Recipe RECIPE = Recipe.standard(1, Fingerprint.sha256(new byte[] {1}), 1, 85);
  private static final int KINDS = 8;
  private static final List<TileBody> BODIES = bodies();

  /** Faces baked, in order. */
  public final List<Long> baked = new CopyOnWriteArrayList<>();

  /** Faces of which a draft was made, in order. */
  public final List<Long> drafted = new CopyOnWriteArrayList<>();

  private final Face cursed;
  private final boolean canDraft;

  private MemoryTiles(Face cursed, boolean canDraft) {
    this.cursed = cursed;
    this.canDraft = canDraft;
  }

  /** A source whose every face but {@code NEGATIVE_Y} can be baked. */
  public static MemoryTiles create() {
    return new MemoryTiles(Face.NEGATIVE_Y, true);
  }

  /** The same, but drafts fail. */
  static MemoryTiles withoutDrafts() {
    return new MemoryTiles(Face.NEGATIVE_Y, false);
  }

  /** The tile every such source gives for an address. */
  public static TileBody body(long address) {
    int kind = Math.floorMod(Long.hashCode(address * 0x9E3779B97F4A7C15L), KINDS);
    return BODIES.get(TileAddress.level(address) * KINDS + kind);
  }

  private static List<TileBody> bodies() {
    List<TileBody> bodies = new ArrayList<>();
    try (TileEncoder encoder = new TileEncoder(JpegCodec.best())) {
      for (int level = 0; level <= RECIPE.maxLevel(); level++) {
        for (int kind = 0; kind < KINDS; kind++) {
          bodies.add(encoder.encode(noise(kind), level, Shell.FAR, RECIPE));
        }
      }
    }
    return bodies;
  }

  private static TileImage noise(int kind) {
    Random random = new Random(kind);
    TileImage image = new TileImage(RECIPE.tilePixels());
    for (int row = 0; row < image.pixels(); row++) {
      for (int column = 0; column < image.pixels(); column++) {
        // Noise in the upper rows alone: tiles of some 15 kB.
        int colour = row < 24 + 8 * kind ? random.nextInt() : 0x406080 + kind * 0x010203;
        image.set(column, row, colour | 0xFF000000, 0.1f);
      }
    }
    return image;
  }

  @Override
  public String sceneName() {
    return "memory";
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
    baked.add(bake(shell, cell, face, address -> true, sink));
  }

  @Override
  public void bakeDraft(Shell shell, Cell cell, Face face, Sink sink) {
    if (!canDraft) {
      throw new IllegalStateException("drafts are cursed");
    }
    drafted.add(bake(shell, cell, face, RECIPE::isInDraft, sink));
  }

  private long bake(Shell shell, Cell cell, Face face, LongPredicate which, Sink sink) {
    long place = TileAddress.of(shell, cell, Surface.FIRST, face, 0, 0, 0);
    if (face == cursed) {
      throw new IllegalStateException("the face is cursed");
    }
    FaceAddress.allTiles(
        place,
        RECIPE,
        address -> {
          if (which.test(address)) {
            sink.accept(address, body(address));
          }
          return true;
        });
    return place;
  }

  @Override
  public void close() {}
}
