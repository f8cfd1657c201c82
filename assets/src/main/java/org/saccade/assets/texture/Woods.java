package org.saccade.assets.texture;

import org.saccade.assets.mesh.Chance;
import org.saccade.assets.mesh.Ease;
import org.saccade.assets.mesh.Noise;
import org.saccade.assets.mesh.Vec;

/** Wood patterns: herringbone parquet and plain boards. */
public final class Woods {
  private static final int ACROSS = 16;
  private static final int LENGTH = 4;

  private final Noise noise;

  public Woods(Chance chance) {
    this.noise = new Noise(chance);
  }

  /** Herringbone parquet: 16 planks' widths a side. */
  public Cloth.Pattern parquet(Vec light, Vec dark) {
    return (u, v) -> herringbone(u, v, light, dark);
  }

  private Dab herringbone(double u, double v, Vec light, Vec dark) {
    double x = u * ACROSS;
    double y = v * ACROSS;
    int i = (int) x;
    int j = (int) y;
    int phase = Math.floorMod(i - j, 2 * LENGTH);
    boolean level = phase < LENGTH;
    double along = level ? phase + x - i : LENGTH - 1 - (phase - LENGTH) + y - j;
    double across = level ? y - j : x - i;
    int startI = Math.floorMod(level ? i - phase : i, ACROSS);
    int startJ = Math.floorMod(level ? j : j - (LENGTH - 1 - (phase - LENGTH)), ACROSS);
    Chance own = new Chance(startI * 131L + startJ * 7L + (level ? 3 : 1)).named("plank");
    double tone = own.unit();
    double offset = own.between(0, 200);
    double toEdge = Math.min(Math.min(across, 1 - across), Math.min(along, LENGTH - along));
    double grain = grain(along + offset, across * 1.0 + offset, own.between(0.7, 1.3));
    double joint = Ease.step(0.035, 0.012, toEdge);
    Vec wood = light.mix(dark, 0.25 + 0.4 * tone + 0.35 * grain);
    double height = 0.0016 * Ease.step(0, 0.07, toEdge) + 0.00012 * grain;
    return new Dab(wood.mix(dark.times(0.3), joint), height, 0.38 + 0.12 * grain + 0.3 * joint);
  }

  /** Boards along u: {@code boards} of them a side. */
  public Cloth.Pattern boards(Vec light, Vec dark, int boards) {
    return (u, v) -> {
      double y = v * boards;
      int board = (int) y;
      double across = y - board;
      Chance own = new Chance(board).named("board");
      double shift = own.between(0, 100);
      double warp = noise.cloud(u * 2, v * 4 + shift, 2 * 128, 2);
      double rings = 0.5 + 0.5 * noise.at(u * 4, across * 7 + shift + 2.2 * warp, 4 * 64);
      double fine = noise.at(u * 8, across * 40 + shift, 8 * 32);
      double grain = Math.clamp(rings + 0.15 * fine, 0, 1);
      double joint = boards == 1 ? 0 : Ease.step(0.02, 0.006, Math.min(across, 1 - across));
      Vec wood = light.mix(dark, Math.clamp(0.2 * own.unit() + 0.8 * grain, 0, 1));
      return new Dab(wood.mix(dark.times(0.35), joint), -0.002 * joint, 0.45 + 0.2 * joint);
    };
  }

  private double grain(double along, double across, double scale) {
    double warp = noise.at(along * 0.35, across * 0.8, 256);
    double broad = noise.at(along * 0.5, across * 5 * scale + 2.5 * warp, 256);
    double fine = noise.at(along * 1.1, across * 17 + 2 * warp, 256);
    return Math.clamp(0.5 + 0.55 * broad + 0.22 * fine, 0, 1);
  }
}
