package org.saccade.assets.sound;

import org.saccade.assets.mesh.Chance;

/** Air and water: filtered noise that comes in gusts, and bubbles. */
final class Weather {
  private Weather() {}

  /** Low and slow, without a pitch. */
  static Ring air(Chance chance) {
    double seconds = 24;
    Ring low = Ring.noise(seconds, chance.named("low")).lowPass(260).lowPass(260).highPass(50);
    Ring breath = Ring.noise(seconds, chance.named("breath")).lowPass(800);
    breath.lowPass(800).highPass(300);
    breath.times(Gusts.of(chance.named("breaths"), 4, 0.1));
    return low.times(Gusts.of(chance.named("gusts"), 5, 0.35)).plus(breath, 0.2);
  }

  /** The whole crown, and the leaves that flutter when a gust is strong. */
  static Ring leaves(Chance chance) {
    double seconds = 24;
    var gusts = Gusts.of(chance.named("gusts"), 6, 0.12);
    Ring crown = Ring.noise(seconds, chance.named("crown"));
    crown.lowPass(1700).lowPass(3600).highPass(420);
    Ring flutter = Ring.noise(seconds, chance.named("flutter"));
    flutter.lowPass(4200).lowPass(4200).lowPass(9000).highPass(1600);
    var shiver = Gusts.of(chance.named("shiver"), 130, 0.2);
    flutter.times(turn -> shiver.applyAsDouble(turn) * gusts.applyAsDouble(turn));
    Ring bough = Ring.noise(seconds, chance.named("bough")).lowPass(300).lowPass(300).highPass(80);
    return crown.times(gusts).plus(flutter.times(gusts), 0.8).plus(bough.times(gusts), 0.6);
  }

  /**
   * Bubbles that close under water, each a short tone whose pitch is its size, in a soft hiss: a
   * bubble of radius r metres rings at about 3.26 / r hertz (M. Minnaert, "On musical air-bubbles
   * and the sounds of running water", 1933).
   */
  static Ring water(Chance chance) {
    Ring ring = new Ring(16);
    Chance own = chance.named("bubbles");
    int count = (int) (90 * ring.seconds());
    for (int i = 0; i < count; i++) {
      double size = own.unit();
      double radius = 0.0011 + 0.0065 * size * size * size;
      double hertz = 3.26 / radius;
      double decay = 0.5 * StrictMath.sqrt(radius) * own.between(0.35, 1);
      double gain = own.between(0.1, 1) * (0.25 + 0.75 * size);
      ring.strike(own.between(0, ring.seconds()), new Ring.Tone(hertz, 0.002, decay, gain));
    }
    Ring hiss = Ring.noise(16, chance.named("hiss")).lowPass(2600).highPass(500);
    return ring.plus(hiss.times(Gusts.of(chance.named("flow"), 40, 0.6)), 0.22).lowPass(5200);
  }
}
