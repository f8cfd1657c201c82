package org.saccade.assets.sound;

import org.saccade.assets.mesh.Chance;

/** Three birds that take turns, with pauses between: two notes, a warble, a slow flute. */
final class Birds {
  private Birds() {}

  static Ring sing(Chance chance) {
    Ring ring = new Ring(36);
    Chance own = chance.named("phrases");
    double at = 0.4;
    for (int phrase = 0; at < ring.seconds() - 3; phrase++) {
      at =
          switch (phrase % 3) {
            case 0 -> warble(ring, own, at);
            case 1 -> twoNotes(ring, own, at);
            default -> flute(ring, own, at);
          };
      at += own.between(0.9, 3.4);
    }
    return ring.lowPass(7000).echoed(0.113, 0.10).echoed(0.187, 0.07).highPass(700);
  }

  private static double twoNotes(Ring ring, Chance chance, double start) {
    double at = start;
    double high = chance.between(3900, 4300);
    int count = 3 + chance.below(3);
    for (int i = 0; i < count; i++) {
      ring.sing(at, new Ring.Glide(high, high * 0.96, 60, 0.12, 0.5));
      ring.sing(at + 0.15, new Ring.Glide(high * 0.77, high * 0.79, 40, 0.13, 0.6));
      at += 0.36;
    }
    return at;
  }

  private static double warble(Ring ring, Chance chance, double start) {
    double at = start;
    int count = 9 + chance.below(6);
    double hertz = chance.between(2700, 3300);
    for (int i = 0; i < count; i++) {
      double next = Math.clamp(hertz * chance.between(0.82, 1.24), 2400, 4600);
      double seconds = chance.between(0.06, 0.13);
      double gain = chance.between(0.3, 0.6);
      ring.sing(at, new Ring.Glide(hertz, next, chance.between(-250, 350), seconds, gain));
      at += seconds + chance.between(0.01, 0.05);
      hertz = next;
    }
    return at;
  }

  private static double flute(Ring ring, Chance chance, double start) {
    double at = start;
    double[] steps = {1, 1.122, 1.26, 1.335, 1.498};
    double ground = chance.between(1650, 1850);
    int count = 4 + chance.below(3);
    for (int i = 0; i < count; i++) {
      double from = ground * steps[chance.below(steps.length)];
      double to = from * chance.between(0.97, 1.05);
      double seconds = chance.between(0.16, 0.32);
      ring.sing(at, new Ring.Glide(from, to, chance.between(-40, 60), seconds, 0.9));
      ring.sing(at, new Ring.Glide(2 * from, 2 * to, 0, seconds, 0.08));
      at += seconds + chance.between(0.02, 0.12);
    }
    return at;
  }
}
