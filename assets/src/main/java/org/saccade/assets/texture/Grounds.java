package org.saccade.assets.texture;

import org.saccade.assets.mesh.Chance;
import org.saccade.assets.mesh.Ease;
import org.saccade.assets.mesh.Noise;
import org.saccade.assets.mesh.Vec;

/** Outdoor surfaces: meadow, bark, painted boards, roof tiles. */
public final class Grounds {
  private final Noise noise;

  public Grounds(Chance chance) {
    this.noise = new Noise(chance);
  }

  /** A short meadow in near-neutral tones, to be tinted by the land's vertex colours. */
  public Dab meadow(double u, double v) {
    double wide = noise.cloud(u * 5, v * 5, 5, 4);
    double tuft = noise.cloud(u * 22 + wide, v * 22, 22, 3);
    double blade = noise.at(u * 90 + 3 * tuft, v * 36, 18);
    double fine = noise.at(u * 252, v * 252, 252);
    Vec dark = new Vec(0.40, 0.50, 0.28);
    Vec light = new Vec(0.92, 0.95, 0.70);
    Vec tone =
        dark.mix(
            light, Math.clamp(0.55 + 0.6 * tuft + 0.25 * wide + 0.2 * blade + 0.3 * fine, 0, 1));
    double clover = Ease.step(0.42, 0.52, noise.at(u * 16 + 0.4, v * 16 + 2.2, 16));
    return new Dab(tone.mix(new Vec(0.55, 0.72, 0.45), 0.6 * clover), 0.02 * tuft, 0.92);
  }

  /** Bark with upright ridges. */
  public Dab bark(double u, double v) {
    double warp = noise.cloud(u * 4, v * 2, 4, 3);
    double ridge = Math.abs(noise.at(u * 10 + 1.5 * warp, v * 3, 2 * 5));
    double crack = Ease.step(0.16, 0.0, ridge);
    double lichen = Ease.step(0.28, 0.5, noise.cloud(u * 6 + 3, v * 6, 6, 3));
    Vec wood = Vec.srgb(0x8A7460).mix(Vec.srgb(0x6A5645), 0.5 + warp);
    Vec tone = wood.mix(Vec.srgb(0x372C24), 0.8 * crack).mix(Vec.srgb(0x9BA37C), 0.45 * lichen);
    return new Dab(tone, -0.008 * crack, 0.9);
  }

  /** Upright painted boards, weathered along their edges. */
  public Cloth.Pattern boards(Vec paint, int count) {
    return (u, v) -> {
      double x = u * count;
      int board = (int) x;
      double edge = Math.min(x - board, board + 1 - x);
      Chance own = new Chance(board).named("barn");
      double tone = 0.88 + 0.2 * own.unit();
      double streak = noise.cloud(u * 24, v * 2 + own.below(8), 8, 3);
      double worn = Ease.step(0.25, 0.6, noise.cloud(u * 20, v * 3 + 5, 4, 3));
      Vec colour = paint.times(tone + 0.12 * streak).mix(Vec.srgb(0x9A8E80), 0.35 * worn);
      double joint = Ease.step(0.05, 0.02, edge);
      return new Dab(colour.mix(paint.times(0.25), joint), -0.008 * joint, 0.75);
    };
  }

  /** Rows of rounded clay tiles. */
  public Dab tiles(double u, double v) {
    double y = v * 8;
    int row = (int) y;
    double x = u * 8 + (row % 2) * 0.5;
    int tile = Math.floorMod((int) Math.floor(x), 8);
    double across = Ease.fraction(x) - 0.5;
    double down = y - row;
    double lip = 0.80 + 0.20 * Math.sqrt(Math.max(0, 1 - 4 * across * across));
    boolean shadow = down > lip;
    Chance own = new Chance(row * 57L + tile).named("tile");
    Vec clay = Vec.srgb(0xB5633F).mix(Vec.srgb(0x8A4A34), own.unit());
    clay = clay.times(0.92 + 0.16 * noise.cloud(u * 16, v * 16, 16, 2));
    double rim = Ease.step(0.07, 0.03, lip - down) * (shadow ? 0 : 1);
    Vec tone = shadow ? clay.times(0.45) : clay.mix(clay.times(1.25), rim);
    double gap = Ease.step(0.485, 0.5, Math.abs(across)) * (shadow ? 0 : 1);
    return new Dab(tone.mix(clay.times(0.4), gap), 0.02 * (shadow ? 0 : 0.4 + 0.6 * down), 0.8);
  }
}
