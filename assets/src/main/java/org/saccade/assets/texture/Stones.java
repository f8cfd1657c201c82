package org.saccade.assets.texture;

import org.saccade.assets.mesh.Chance;
import org.saccade.assets.mesh.Ease;
import org.saccade.assets.mesh.Noise;
import org.saccade.assets.mesh.Vec;

/** Stone patterns: marble, ashlar masonry, plaster and an inlaid marble floor. */
public final class Stones {
  private static final Vec JOINT = Vec.srgb(0x6E655A);

  private final Noise noise;

  public Stones(Chance chance) {
    this.noise = new Noise(chance);
  }

  /** Colours of one sort of marble: ground, clouds and veins. */
  public record Sort(Vec ground, Vec cloud, Vec vein, double veins) {
    public static final Sort WHITE =
        new Sort(Vec.srgb(0xF1ECE3), Vec.srgb(0xDFD9CF), Vec.srgb(0xA39C92), 0.55);
    public static final Sort CREAM =
        new Sort(Vec.srgb(0xEADBC0), Vec.srgb(0xDCC8A4), Vec.srgb(0xB08F64), 0.4);
    public static final Sort GREEN =
        new Sort(Vec.srgb(0x2C5747), Vec.srgb(0x1D4034), Vec.srgb(0x9DBBA6), 0.5);
    public static final Sort RED =
        new Sort(Vec.srgb(0x97493A), Vec.srgb(0x7B362B), Vec.srgb(0xE0B7A2), 0.45);
    public static final Sort GREY =
        new Sort(Vec.srgb(0x8C8A8A), Vec.srgb(0x747375), Vec.srgb(0xC9C6C4), 0.5);
    public static final Sort BLACK =
        new Sort(Vec.srgb(0x2B292B), Vec.srgb(0x1D1B1E), Vec.srgb(0x9A938B), 0.45);
    public static final Sort GOLD =
        new Sort(Vec.srgb(0xD9AF63), Vec.srgb(0xC4924A), Vec.srgb(0x8A5A2C), 0.5);
  }

  /** The marble's colour; {@code cells} clouds a side, repeating over [0, 1). */
  public Vec marble(Sort sort, double u, double v, int cells) {
    double x = u * cells;
    double y = v * cells;
    double warpX = noise.cloud(x + 13.7, y + 4.2, cells, 3);
    double warpY = noise.cloud(x + 71.1, y + 31.9, cells, 3);
    double cloud = Ease.step(-0.45, 0.55, noise.cloud(x + warpX, y + warpY, cells, 3));
    double line = Math.abs(noise.cloud(x + 1.6 * warpX + 5.5, y + 1.6 * warpY + 9.1, cells, 2));
    double vein = Ease.step(0.10, 0.0, line) * Ease.step(-0.1, 0.35, warpX + 0.2);
    double fine = Math.abs(noise.at(x * 2 + 2.4 * warpY, y * 2 + 2.4 * warpX, cells * 2));
    vein = Math.max(vein, 0.5 * Ease.step(0.07, 0.0, fine) * Ease.step(0.0, 0.4, warpY));
    return sort.ground.mix(sort.cloud, cloud).mix(sort.vein, vein * sort.veins);
  }

  /** A plain slab of marble. */
  public Cloth.Pattern slab(Sort sort, int cells, double roughness) {
    return (u, v) -> new Dab(marble(sort, u, v, cells), 0, roughness);
  }

  /** Fine plaster: nearly even, softly uneven. */
  public Cloth.Pattern plaster(Vec colour) {
    return (u, v) -> {
      double wide = noise.cloud(u * 4, v * 4, 4, 3);
      double grain = noise.cloud(u * 24, v * 24, 24, 2);
      Vec tone = colour.times(1 + 0.05 * wide + 0.03 * grain);
      return new Dab(tone, 0.0015 * wide + 0.0006 * grain, 0.86);
    };
  }

  /** Ashlar: {@code rows} courses of blocks, half a block shifted, over a square. */
  public Cloth.Pattern ashlar(Vec colour, int rows, int blocks) {
    return (u, v) -> {
      double y = v * rows;
      int row = (int) y;
      double x = u * blocks + (row % 2) * 0.5;
      int block = Math.floorMod((int) Math.floor(x), blocks);
      double toSide = (0.5 - Math.abs(Ease.fraction(x) - 0.5)) / blocks;
      double toTop = (0.5 - Math.abs(Ease.fraction(y) - 0.5)) / rows;
      double toEdge = Math.min(toSide, toTop) * 2; // in metres for a 2 m square
      Chance own = new Chance(row * 31L + block).named("ashlar");
      double tone = 1 + 0.10 * (own.unit() - 0.5);
      Vec warm = colour.times(tone).mix(colour.times(new Vec(1.03, 0.97, 0.88)), own.unit() * 0.7);
      double wide = noise.cloud(u * 6, v * 6, 6, 4);
      double pits = Ease.step(0.30, 0.52, noise.cloud(u * 20, v * 8, 20 * 8 / 8, 2));
      double joint = Ease.step(0.006, 0.002, toEdge);
      Vec stone = warm.times(1 + 0.10 * wide - 0.10 * pits);
      double height = 0.006 * Ease.step(0, 0.016, toEdge) + 0.001 * wide - 0.0012 * pits;
      return new Dab(stone.mix(JOINT, 0.75 * joint), height, 0.82);
    };
  }

  /** The great floor: an eight-pointed star in a frame with diamonds, of four marbles. */
  public Dab star(double u, double v) {
    double x = Math.abs(u * 2 - 1);
    double y = Math.abs(v * 2 - 1);
    double square = Math.max(x, y);
    double diamond = (x + y) / Math.sqrt(2);
    double star = Math.min(square, diamond) / 0.56;
    double octagon = Math.max(square, diamond);
    double disc = Math.sqrt(x * x + y * y);
    double corner = (1 - x + (1 - y)) / Math.sqrt(2);
    Paving paving = new Paving(() -> marble(Sort.CREAM, v, u, 5));
    paving.lay(square - 0.885, () -> marble(Sort.RED, v, u, 6));
    paving.lay(square - 0.84, () -> marble(Sort.WHITE, u, v, 4));
    paving.lay(octagon - 0.76, () -> marble(Sort.GREY, v, u, 4));
    paving.lay(octagon - 0.72, () -> marble(Sort.CREAM, v, u, 4));
    paving.lay((star - 1) * 0.5, () -> marble(Sort.GREEN, u, v, 5));
    paving.lay((star - 0.80) * 0.5, () -> marble(Sort.WHITE, v, u, 5));
    paving.lay(disc - 0.30, () -> marble(Sort.RED, u, v, 5));
    paving.lay(disc - 0.265, () -> marble(Sort.CREAM, u, v, 5));
    paving.lay((star - 0.38) * 0.5, () -> marble(Sort.GOLD, u, v, 5));
    paving.lay(disc - 0.06, () -> marble(Sort.RED, u, v, 5));
    paving.lay(corner - 0.20, () -> marble(Sort.BLACK, u, v, 5));
    paving.lay(corner - 0.12, () -> marble(Sort.GOLD, v, u, 5));
    return paving.dab(0.22);
  }

  /** A calm floor of two marbles, diagonal squares with small dark ones at their corners. */
  public Dab squares(double u, double v) {
    double x = Math.abs(u * 2 - 1);
    double y = Math.abs(v * 2 - 1);
    Paving paving = new Paving(() -> marble(Sort.WHITE, u, v, 4));
    paving.lay(x + y - 1, () -> marble(Sort.CREAM, v, u, 4));
    paving.lay(Math.max(x, y) - 0.16, () -> marble(Sort.GREEN, v, u, 4));
    paving.lay(Math.max(1 - x, 1 - y) - 0.16, () -> marble(Sort.GREEN, v, u, 4));
    return paving.dab(0.25);
  }
}
