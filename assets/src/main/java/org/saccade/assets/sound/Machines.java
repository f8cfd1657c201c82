package org.saccade.assets.sound;

import org.saccade.assets.mesh.Chance;

/** What turns: a motor and a mill's sails. */
final class Machines {
  private static final double TAU = 2 * StrictMath.PI;

  private Machines() {}

  /** A ground tone and its overtones, each with a life of its own; all fit into the round. */
  static Ring hum(Chance chance) {
    Ring ring = new Ring(8);
    for (int i = 1; i <= 9; i++) {
      double waves = 98 * i * ring.seconds();
      double phase = chance.between(0, TAU);
      Ring tone = Ring.wave(ring.seconds(), waves, phase);
      double gain = StrictMath.pow(i, -1.2);
      ring.plus(tone.times(Gusts.of(chance.named("overtone", i), 5, 0.55)), gain);
    }
    Ring bearing = Ring.noise(ring.seconds(), chance.named("bearing")).lowPass(700).highPass(250);
    bearing.times(turn -> 0.6 + 0.4 * StrictMath.sin(TAU * turn));
    return ring.plus(bearing, 0.25);
  }

  /** A sail goes by every fourth second of the sixteen a turn takes; wood gives now and then. */
  static Ring sails(Chance chance) {
    Ring ring = Ring.noise(16, chance.named("wind")).lowPass(520).lowPass(900).highPass(90);
    var gusts = Gusts.of(chance.named("gusts"), 4, 0.6);
    ring.times(
        turn -> {
          double passing = 0.5 - 0.5 * StrictMath.cos(TAU * 4 * turn);
          return gusts.applyAsDouble(turn) * (0.12 + 0.88 * passing * passing);
        });
    Chance own = chance.named("wood");
    for (int i = 0; i < 4; i++) {
      double at = 4 * i + 2.6 + own.between(-0.2, 0.2);
      double gain = own.between(0.015, 0.03);
      ring.strike(at, new Ring.Tone(own.between(128, 146), 0.006, 0.055, gain));
      ring.strike(at, new Ring.Tone(own.between(290, 330), 0.004, 0.03, gain * 0.5));
    }
    return ring;
  }
}
