package org.saccade.assets.texture;

import java.util.ArrayList;
import java.util.List;
import org.saccade.assets.mesh.Chance;
import org.saccade.assets.mesh.Ease;
import org.saccade.assets.mesh.Noise;
import org.saccade.assets.mesh.Vec;

/** Painted inventions: a swirling night, discs of colour, fields of colour, golden spirals. */
final class Inventions {
  private static final Vec[] BRIGHT = {
    Vec.srgb(0xD64530), Vec.srgb(0xF2B138), Vec.srgb(0x2C6FA6), Vec.srgb(0x1E3A5F),
    Vec.srgb(0xE9DDC3), Vec.srgb(0x3E8E7E), Vec.srgb(0xE98A52), Vec.srgb(0x7B3B57)
  };

  private Inventions() {}

  private record Spot(double u, double v, double radius, Vec colour, double turn) {}

  private static List<Spot> spots(Chance chance, int count, double small, double large) {
    List<Spot> spots = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Vec colour = BRIGHT[chance.below(BRIGHT.length)];
      spots.add(
          new Spot(
              chance.between(0.02, 0.98),
              chance.between(0.02, 0.98),
              chance.between(small, large),
              colour,
              chance.happens(0.5) ? 1 : -1));
    }
    return spots;
  }

  static Canvas.Motif night(Chance chance) {
    Noise noise = new Noise(chance);
    List<Spot> stars = spots(chance, 11, 0.03, 0.07);
    List<Spot> whirls = spots(chance, 4, 0.18, 0.34);
    return new Canvas.Motif() {
      @Override
      public Vec colour(double u, double v) {
        double hill = 0.74 + 0.09 * noise.cloud(u * 2.5, 4, 256, 2);
        double tree = 0.18 - 0.10 * v + 0.03 * noise.at(3, v * 7, 256);
        if (v > 0.2 && Math.abs(u - 0.14) < tree * 0.42 * Ease.step(0.18, 0.6, v)) {
          return Vec.srgb(0x14261F).mix(Vec.srgb(0x3C4A2B), 0.5 + noise.at(u * 30, v * 5, 256));
        }
        if (v > hill) {
          boolean window = noise.at(u * 26, v * 26, 256) > 0.52;
          Vec land =
              Vec.srgb(0x1B3556).mix(Vec.srgb(0x3F6C7C), 0.5 + noise.cloud(u * 8, v * 12, 256, 2));
          return window ? Vec.srgb(0xF0B545) : land;
        }
        double flow =
            0.5 + 0.5 * StrictMath.sin(9 * phase(u, v) + 6 * noise.cloud(u * 3, v * 3, 256, 2));
        Vec sky = Vec.srgb(0x1D3F86).mix(Vec.srgb(0x7FB2D6), flow * flow);
        for (Spot star : stars) {
          double far = StrictMath.hypot((u - star.u) * 1.3, v - star.v * 0.65) / star.radius;
          sky =
              sky.mix(
                  Vec.srgb(0xF7DE7A),
                  Ease.step(1.6, 0.3, far) * (0.55 + 0.45 * Ease.zigzag(far * 1.4)));
        }
        return sky;
      }

      private double phase(double u, double v) {
        double sum = v;
        for (Spot whirl : whirls) {
          sum +=
              whirl.turn
                  * Ease.bump(
                      0, whirl.radius, StrictMath.hypot(u - whirl.u, (v - whirl.v * 0.6) * 0.8));
        }
        return sum;
      }

      @Override
      public double direction(double u, double v) {
        if (v > 0.74) {
          return 0.3;
        }
        double e = 0.01;
        return StrictMath.atan2(
                phase(u, v + e) - phase(u, v - e), phase(u + e, v) - phase(u - e, v))
            + StrictMath.PI / 2;
      }
    };
  }

  static Canvas.Motif discs(Chance chance) {
    List<Spot> spots = spots(chance, 9, 0.12, 0.30);
    double tilt = chance.between(0.2, 1.2);
    return new Canvas.Motif() {
      @Override
      public Vec colour(double u, double v) {
        double slant = u * StrictMath.cos(tilt) + v * StrictMath.sin(tilt);
        Vec ground = BRIGHT[4].mix(BRIGHT[6], 0.5 * Ease.step(0.2, 1.3, slant));
        for (Spot spot : spots) {
          double far = StrictMath.hypot((u - spot.u) * 1.3, v - spot.v) / spot.radius;
          if (far < 1) {
            int ring = (int) (far * 5);
            int half = (u - spot.u) * spot.turn + (v - spot.v) * 0.7 > 0 ? 1 : 0;
            int index = (ring * 3 + half * 5 + (int) (spot.radius * 100)) % BRIGHT.length;
            ground = BRIGHT[index].times(0.9 + 0.2 * (1 - far));
          }
        }
        return ground;
      }

      @Override
      public double direction(double u, double v) {
        Spot spot = spots.getLast();
        return StrictMath.atan2(v - spot.v, u - spot.u) + StrictMath.PI / 2;
      }
    };
  }

  static Canvas.Motif fields(Chance chance) {
    Noise noise = new Noise(chance);
    Vec[][] sets = {
      {Vec.srgb(0x5E1A1E), Vec.srgb(0xD9542B), Vec.srgb(0xF0A63C), Vec.srgb(0x8E2430)},
      {Vec.srgb(0x1C2F55), Vec.srgb(0x2E79A8), Vec.srgb(0xE8D9B0), Vec.srgb(0x15444F)},
      {Vec.srgb(0xC58F2C), Vec.srgb(0xF4D25A), Vec.srgb(0xE7793B), Vec.srgb(0xF2E6C9)}
    };
    Vec[] set = sets[chance.below(3)];
    return (u, v) -> {
      double soft = 0.03 + 0.012 * noise.cloud(u * 9, v * 9, 256, 3);
      double cloud = 1 + 0.14 * noise.cloud(u * 5, v * 5, 256, 4);
      double inX = Ease.step(0.06, 0.06 + soft, u) * Ease.step(0.94, 0.94 - soft, u);
      double top = inX * Ease.step(0.05, 0.05 + soft, v) * Ease.step(0.46, 0.46 - soft, v);
      double middle = inX * Ease.step(0.50, 0.50 + soft, v) * Ease.step(0.66, 0.66 - soft, v);
      double low = inX * Ease.step(0.70, 0.70 + soft, v) * Ease.step(0.95, 0.95 - soft, v);
      return set[0].mix(set[1], top).mix(set[2], middle).mix(set[3], low).times(cloud);
    };
  }

  static Canvas.Motif spirals(Chance chance) {
    Noise noise = new Noise(chance);
    List<Spot> spots = spots(chance, 16, 0.09, 0.2);
    Vec gold = Vec.srgb(0xD9A53B);
    return new Canvas.Motif() {
      @Override
      public Vec colour(double u, double v) {
        double fleck = noise.at(u * 40, v * 40, 256);
        Vec ground = gold.mix(Vec.srgb(0x8C5A1E), 0.45 + 0.5 * noise.cloud(u * 4, v * 4, 256, 3));
        ground = fleck > 0.38 ? Vec.srgb(0xF5DF9A) : ground;
        for (Spot spot : spots) {
          double dx = (u - spot.u) * 1.3;
          double dy = v - spot.v;
          double far = StrictMath.hypot(dx, dy) / spot.radius;
          if (far < 1) {
            double arm =
                Ease.fraction(
                    3.2 * far - spot.turn * StrictMath.atan2(dy, dx) / (2 * StrictMath.PI));
            ground = arm < 0.42 ? spot.colour : gold.times(1.15);
            ground = far > 0.93 ? Vec.srgb(0x3A2416) : ground;
          }
        }
        return ground;
      }
    };
  }

  static Canvas.Motif blocks(Chance chance) {
    double[] cutsU = {
      0, chance.between(0.15, 0.25), chance.between(0.55, 0.7), chance.between(0.82, 0.9), 1
    };
    double[] cutsV = {
      0, chance.between(0.2, 0.3), chance.between(0.5, 0.65), chance.between(0.8, 0.9), 1
    };
    int[] colours = new int[16];
    for (int i = 0; i < 16; i++) {
      colours[i] = chance.happens(0.45) ? chance.below(4) : 4;
    }
    return (u, v) -> {
      int i = 0;
      int j = 0;
      double toLine = 1;
      for (int k = 1; k < 4; k++) {
        i += u > cutsU[k] ? 1 : 0;
        j += v > cutsV[k] ? 1 : 0;
        toLine = Math.min(toLine, Math.min(Math.abs(u - cutsU[k]) * 1.3, Math.abs(v - cutsV[k])));
      }
      return BRIGHT[colours[j * 4 + i]].mix(Vec.srgb(0x1B1A1A), Ease.step(0.016, 0.012, toLine));
    };
  }
}
