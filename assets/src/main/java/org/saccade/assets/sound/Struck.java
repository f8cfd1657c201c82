package org.saccade.assets.sound;

import org.saccade.assets.mesh.Chance;

/** What is struck and dies away: chimes, and a hand's two answers. */
final class Struck {
  /** A free bar's first tones over its lowest, how loud they are and how much sooner they end. */
  private static final double[][] BAR = {{1, 1, 1}, {2.756, 0.22, 0.35}, {5.404, 0.05, 0.12}};

  /** Five notes that go with each other in any order. */
  private static final double[] NOTES = {523.25, 587.33, 698.46, 783.99, 880.0, 1046.5};

  private Struck() {}

  static Ring chimes(Chance chance) {
    Ring ring = new Ring(40);
    Chance own = chance.named("strikes");
    double at = own.between(0, 1);
    while (at < ring.seconds() - 0.5) {
      int together = 1 + own.below(3);
      double when = at;
      for (int i = 0; i < together; i++) {
        double hertz = NOTES[own.below(NOTES.length)];
        double gain = own.between(0.35, 1) / (1 + i);
        for (double[] part : BAR) {
          double decay = 2.4 * part[2] * StrictMath.sqrt(523.25 / hertz);
          ring.strike(when, new Ring.Tone(hertz * part[0], 0.004, decay, gain * part[1]));
        }
        when += own.between(0.12, 0.5);
      }
      at += own.between(2.2, 5.5);
    }
    return ring;
  }

  static Ring touch(Chance chance) {
    Ring ring = new Ring(0.12);
    double hertz = chance.between(1500, 1600);
    ring.strike(0, new Ring.Tone(hertz, 0.0012, 0.009, 1));
    ring.strike(0, new Ring.Tone(hertz * 1.73, 0.0010, 0.005, 0.35));
    ring.strike(0, new Ring.Tone(420, 0.0015, 0.012, 0.8));
    return ring;
  }

  static Ring grab(Chance chance) {
    Ring ring = new Ring(0.4);
    ring.strike(0, new Ring.Tone(chance.between(88, 94), 0.004, 0.038, 1.6));
    ring.strike(0, new Ring.Tone(176, 0.003, 0.026, 0.9));
    ring.strike(0, new Ring.Tone(410, 0.002, 0.012, 0.55));
    ring.strike(0, new Ring.Tone(930, 0.0015, 0.006, 0.2));
    return ring;
  }
}
