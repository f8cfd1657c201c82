package org.saccade.assets.texture;

import org.saccade.assets.mesh.Chance;
import org.saccade.assets.mesh.Ease;
import org.saccade.assets.mesh.Noise;
import org.saccade.assets.mesh.Vec;

/** Woven wall cloth: a palmette in an ogee lattice, half-drop repeat, matt ground, silky figure. */
public final class Damask implements Cloth.Pattern {
  private final Vec ground;
  private final Vec figure;
  private final Noise noise;

  public Damask(Vec ground, Vec figure, Chance chance) {
    this.ground = ground;
    this.figure = figure;
    this.noise = new Noise(chance);
  }

  @Override
  public Dab at(double u, double v) {
    double one = motif(Ease.fraction(u) - 0.5, Ease.fraction(v) - 0.5);
    double two = motif(Ease.fraction(u + 0.5) - 0.5, Ease.fraction(v + 0.5) - 0.5);
    double share = Math.max(Math.max(one, two), lattice(u, v));
    double weave = 0.04 * noise.cloud(u * 40, v * 10, 40, 1);
    Vec colour = ground.mix(figure, share).times(1 + weave);
    return new Dab(colour, 0.0008 * share, 0.85 - 0.3 * share);
  }

  private static double lattice(double u, double v) {
    double wave = 0.25 + 0.17 * StrictMath.sin(v * 2 * StrictMath.PI + StrictMath.PI / 2);
    double x = Math.abs(Ease.fraction(u) - 0.5);
    double other = 0.25 - 0.17 * StrictMath.sin(v * 2 * StrictMath.PI + StrictMath.PI / 2);
    double distance = Math.min(Math.abs(x - wave), Math.abs(x - other));
    double twin = Math.abs(distance - 0.012);
    return Ease.step(0.008, 0.004, twin);
  }

  private static double motif(double x, double y) {
    double dx = x * 1.25;
    double dy = y + 0.02;
    double radius = Math.sqrt(dx * dx + dy * dy);
    double angle = StrictMath.atan2(Math.abs(dx), -dy); // 0 is up
    double petals = 0.5 + 0.5 * StrictMath.cos(angle * 9);
    double outline = 0.17 - 0.045 * angle / 2 + 0.05 * petals * (1 - angle / StrictMath.PI);
    double leaf = Ease.step(outline, outline - 0.008, radius);
    double vein = Ease.step(0.30, 0.42, Ease.zigzag(angle * 9 / (2 * StrictMath.PI) + 0.5));
    double inside = radius < 0.055 ? 1 : vein;
    double rim = Ease.step(0.012, 0.006, Math.abs(radius - 0.05));
    double bud = Ease.step(0.03, 0.024, radius);
    double stem =
        Ease.step(0.012, 0.007, Math.abs(dx)) * Ease.step(0.30, 0.26, Math.abs(dy - 0.02));
    double pearl = pearls(radius, angle);
    double body = leaf * inside * (1 - rim) * (radius < 0.05 ? bud : 1);
    return Math.max(Math.max(body, pearl), stem * (radius > outline ? 1 : 0));
  }

  private static double pearls(double radius, double angle) {
    double step = StrictMath.PI / 11;
    double nearest = (Math.round(angle / step - 0.5) + 0.5) * step;
    double across = (angle - nearest) * 0.235;
    double out = radius - 0.235;
    double size = 0.009 * (1 - 0.5 * nearest / StrictMath.PI);
    return Ease.step(size + 0.004, size, Math.sqrt(across * across + out * out));
  }
}
