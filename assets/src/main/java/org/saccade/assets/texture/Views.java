package org.saccade.assets.texture;

import org.saccade.assets.mesh.Chance;
import org.saccade.assets.mesh.Ease;
import org.saccade.assets.mesh.Noise;
import org.saccade.assets.mesh.Vec;

/** Painted views: hills in mist, a moonlit sea, a poppy field, a mountain at dawn. */
final class Views {
  private Views() {}

  private static final Vec[][] MOODS = {
    {Vec.srgb(0x6FA3D8), Vec.srgb(0xF6D9A6), Vec.srgb(0xE9A65B), Vec.srgb(0x1F3B3A)},
    {Vec.srgb(0x3F4E8C), Vec.srgb(0xF3A38B), Vec.srgb(0xFFD9A0), Vec.srgb(0x25213F)},
    {Vec.srgb(0x9CC3D5), Vec.srgb(0xF4EED8), Vec.srgb(0xFFF6D0), Vec.srgb(0x2F4F2B)},
  };

  private abstract static class Seen implements Canvas.Motif {
    final Noise noise;
    final Vec[] mood;

    Seen(Chance chance) {
      this.noise = new Noise(chance);
      this.mood = MOODS[chance.below(MOODS.length)];
    }

    Vec sky(double u, double v, double sunU, double sunV) {
      double clouds = Ease.step(0.0, 0.5, noise.cloud(u * 4 + 9, v * 11 + 3, 256, 4));
      double far = StrictMath.hypot((u - sunU) * 1.3, v - sunV);
      Vec base = mood[0].mix(mood[1], Ease.step(0.0, 0.62, v));
      Vec lit = base.mix(mood[1].mix(new Vec(1, 1, 1), 0.35), 0.75 * clouds);
      Vec glow = lit.mix(mood[2], 0.85 * Ease.step(0.5, 0.02, far));
      return glow.mix(new Vec(1, 0.97, 0.86), Ease.step(0.05, 0.04, far));
    }
  }

  static Canvas.Motif hills(Chance chance) {
    double sunU = chance.between(0.25, 0.75);
    return new Seen(chance) {
      @Override
      public Vec colour(double u, double v) {
        Vec colour = sky(u, v, sunU, 0.36);
        for (int layer = 0; layer < 6; layer++) {
          double depth = layer / 5.0;
          double ridge =
              0.42
                  + 0.11 * layer
                  - (0.16 - 0.015 * layer)
                      * noise.cloud(u * (1.5 + layer) + layer * 17, layer * 5.3, 256, 5);
          if (v > ridge) {
            double tree = noise.cloud(u * 40, v * 40 + layer, 256, 2);
            Vec ground = mood[1].mix(mood[3], 0.18 + 0.78 * depth).times(1 + 0.35 * depth * tree);
            double mist = Ease.step(0, 0.16, v - ridge) * (1 - depth);
            colour = ground.mix(mood[1], 0.6 * mist);
          }
        }
        return colour;
      }

      @Override
      public double direction(double u, double v) {
        return 0.5 * noise.at(u * 3, v * 3, 256) + (v > 0.45 ? 0.35 : 0);
      }
    };
  }

  static Canvas.Motif sea(Chance chance) {
    double moonU = chance.between(0.35, 0.65);
    Vec[] tones = {
      Vec.srgb(0x142A4D),
      Vec.srgb(0x3C6A94),
      Vec.srgb(0xDCE6E2),
      Vec.srgb(0x0C1E33),
      Vec.srgb(0x2F6E80)
    };
    return new Seen(chance) {
      @Override
      public Vec colour(double u, double v) {
        double far = StrictMath.hypot((u - moonU) * 1.3, v - 0.22);
        if (v < 0.5) {
          double cloud = Ease.step(-0.05, 0.45, noise.cloud(u * 3, v * 8, 256, 5));
          Vec sky =
              tones[0].mix(tones[1], Ease.step(0, 0.5, v)).mix(tones[1].times(1.4), 0.6 * cloud);
          return sky.mix(
              tones[2],
              Ease.step(0.065, 0.055, far)
                  + 0.5 * Ease.step(0.35, 0.05, far) * (0.4 + 0.6 * cloud));
        }
        double depth = v - 0.5;
        double wave = noise.cloud(u * 5 / (0.15 + depth), 1.6 / (0.03 + depth), 256, 3);
        double crest = Ease.step(0.12, 0.42, wave);
        double path = Ease.bump(moonU, 0.05 + 0.3 * depth, u) * Ease.step(-0.05, 0.25, wave);
        return tones[3]
            .mix(tones[4], 0.5 + wave)
            .mix(tones[2], Math.clamp(0.35 * crest + 0.8 * path, 0, 1));
      }

      @Override
      public double direction(double u, double v) {
        return v < 0.5 ? 0.6 * noise.at(u * 4, v * 4, 256) : 0.15 * noise.at(u * 6, v * 12, 256);
      }
    };
  }

  static Canvas.Motif poppies(Chance chance) {
    return new Seen(chance) {
      @Override
      public Vec colour(double u, double v) {
        double line = 0.42 - 0.05 * noise.cloud(u * 2, 1, 256, 3);
        double tree =
            0.40
                - 0.34 * Math.max(0, 0.1 + noise.cloud(u * 5 + 3, 7, 256, 3))
                - 0.04 * noise.at(u * 30, v * 30, 256);
        if (v < Math.min(line, tree)) {
          double cloud = Ease.step(-0.05, 0.4, noise.cloud(u * 3, v * 6, 256, 4));
          return Vec.srgb(0x5E9BD6).mix(Vec.srgb(0xA9CFE8), v * 2).mix(Vec.srgb(0xFBF4E6), cloud);
        }
        if (v < line) {
          return Vec.srgb(0x2E5A3A)
              .mix(Vec.srgb(0x7FA04A), 0.5 + noise.cloud(u * 25, v * 25, 256, 2));
        }
        double depth = (v - line) / (1 - line);
        double grass = 0.5 + noise.cloud(u * 20 / (0.3 + depth), 6 / (0.1 + depth), 256, 3);
        Vec field = Vec.srgb(0xC9B85A).mix(Vec.srgb(0x55803A), grass);
        double bloom = noise.at(u * 16 / (0.25 + depth), 12 / (0.12 + depth), 256);
        double patch = Ease.step(-0.2, 0.3, noise.cloud(u * 3, depth * 3 + 5, 256, 2));
        return field.mix(Vec.srgb(0xD6321F), Ease.step(0.12, 0.32, bloom) * (0.35 + 0.65 * patch));
      }

      @Override
      public double direction(double u, double v) {
        return v < 0.4
            ? 0.7 * noise.at(u * 3, v * 3, 256)
            : 1.3 + 0.5 * noise.at(u * 5, v * 5, 256);
      }
    };
  }

  static Canvas.Motif mountain(Chance chance) {
    double peak = chance.between(0.4, 0.62);
    return new Seen(chance) {
      @Override
      public Vec colour(double u, double v) {
        double side = Math.abs(u - peak);
        double slope =
            0.20 + 0.62 * StrictMath.pow(side, 0.72) + 0.012 * noise.cloud(u * 18, 2, 256, 3);
        Vec back = Vec.srgb(0x2D5C8F).mix(Vec.srgb(0xF0C7A0), Ease.step(0.0, 0.6, v));
        double band = Ease.step(0.10, 0.16, noise.cloud(u * 2.5, v * 14, 256, 2));
        back = back.mix(Vec.srgb(0xF8E9D4), 0.7 * band);
        if (v > slope && v < 0.78) {
          double snowLine = 0.36 + 0.07 * Ease.zigzag(u * 26) + 0.05 * noise.at(u * 30, 3, 256);
          Vec rock = Vec.srgb(0xA8472E).mix(Vec.srgb(0x39415F), Ease.step(0.25, 0.78, v));
          back = v < snowLine ? Vec.srgb(0xF6F1EA) : rock;
        }
        double wood = 0.78 - 0.03 * noise.cloud(u * 22, 9, 256, 2) - 0.05 * noise.at(u * 3, 4, 256);
        double shore = 0.90 + 0.02 * noise.at(u * 4, 8, 256);
        if (v > wood) {
          back =
              Vec.srgb(0x1F4A46).mix(Vec.srgb(0x3D7259), 0.5 + noise.cloud(u * 12, v * 12, 256, 2));
        }
        return v > shore
            ? Vec.srgb(0x2F6B93)
                .mix(Vec.srgb(0xDDE9E6), Ease.step(0.2, 0.3, noise.at(u * 6, v * 60, 256)))
            : back;
      }

      @Override
      public double direction(double u, double v) {
        return u < peak ? -0.55 : 0.55;
      }
    };
  }
}
