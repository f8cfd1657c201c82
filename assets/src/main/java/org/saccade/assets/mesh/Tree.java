package org.saccade.assets.mesh;

import java.util.ArrayList;
import java.util.List;

/** A fruit tree grown from chance: bark, leaf cards and fruit; it stands on the origin. */
public final class Tree {
  private static final Vec CROWN = new Vec(0, 2.55, 0);

  private final Chance chance;
  private final Mesh bark = new Mesh();
  private final Mesh leaves = new Mesh();
  private final Mesh fruit = new Mesh();
  private final Mesh apple = Shapes.ball(0.052, 7, 4);
  private final List<Vec> tips = new ArrayList<>();

  public Tree(Chance chance) {
    this.chance = chance;
    Vec lean = new Vec(chance.between(-0.18, 0.18), 1.15, chance.between(-0.18, 0.18));
    trunk(lean);
    int limbs = 6;
    double first = chance.between(0, 6.28);
    for (int i = 0; i < limbs; i++) {
      double yaw = first + i * 2 * StrictMath.PI / limbs + chance.between(-0.3, 0.3);
      double rise = i == 0 ? 2.2 : chance.between(0.75, 1.35);
      Vec way = new Vec(StrictMath.cos(yaw), rise, StrictMath.sin(yaw)).normalised();
      limb(lean, way, i == 0 ? 1.5 : chance.between(1.25, 1.65), 0.098, 0);
    }
    dress();
  }

  public Mesh bark() {
    return bark;
  }

  public Mesh leaves() {
    return leaves;
  }

  public Mesh fruit() {
    return fruit;
  }

  private void trunk(Vec top) {
    bark.add(
        Tubes.along(
            t ->
                top.times(t)
                    .plus(
                        new Vec(
                            0.05 * StrictMath.sin(t * 5),
                            -0.12 * (1 - t),
                            0.04 * StrictMath.cos(t * 4) - 0.04)),
            t -> 0.105 + 0.11 * (1 - t) * (1 - t) * (1 - t),
            12,
            10));
  }

  private void limb(Vec from, Vec way, double length, double thick, int depth) {
    Vec bend =
        new Vec(chance.between(-0.4, 0.4), chance.between(-0.15, 0.45), chance.between(-0.4, 0.4));
    Vec start = from.minus(way.times(depth == 0 ? 0.12 : 0.05));
    bark.add(
        Tubes.along(
            t -> start.plus(way.times(length * t)).plus(bend.times(length * 0.35 * t * t)),
            t -> thick * (1 - 0.62 * t),
            depth == 0 ? 8 : depth == 1 ? 5 : 3,
            depth == 0 ? 8 : depth == 1 ? 4 : 2));
    int children = depth == 0 ? 5 : depth == 1 ? 3 : 0;
    for (int i = 0; i < children; i++) {
      double t = 0.35 + 0.65 * (i + 1.0) / children;
      Vec at = start.plus(way.times(length * t)).plus(bend.times(length * 0.35 * t * t));
      Vec side = new Vec(chance.between(-1, 1), chance.between(-0.25, 0.8), chance.between(-1, 1));
      Vec next = way.times(0.65).plus(side).normalised();
      limb(at, next, length * chance.between(0.42, 0.58), thick * 0.45, depth + 1);
    }
    if (depth > 0) {
      tips.add(start.plus(way.times(length)).plus(bend.times(length * 0.35)));
      tips.add(start.plus(way.times(length * 0.55)).plus(bend.times(length * 0.11)));
    }
  }

  private void dress() {
    for (Vec tip : tips) {
      int cards = 2 + chance.below(2);
      for (int i = 0; i < cards; i++) {
        Vec at = tip.plus(new Vec(chance.bell(), chance.bell(), chance.bell()).times(0.14));
        card(at);
      }
      if (chance.happens(0.16)) {
        Vec at = tip.plus(new Vec(chance.between(-0.2, 0.2), -0.10, chance.between(-0.2, 0.2)));
        Vec blush = Vec.srgb(0xE04A2E).mix(Vec.srgb(0xE9B93F), chance.unit() * chance.unit());
        fruit.add(new Mesh().add(apple).tint(blush), Placement.at(at).yawed(chance.between(0, 6)));
      }
    }
  }

  private void card(Vec at) {
    Vec from = at.minus(CROWN);
    Vec out = new Vec(from.x(), from.y() * 1.2, from.z()).normalised();
    double deep = Math.min(1, from.length() / 1.9);
    Vec facing =
        out.plus(new Vec(chance.bell(), chance.bell(), chance.bell()).times(0.5)).normalised();
    Turn turn =
        Turn.between(new Vec(0, 0, 1), facing)
            .after(Turn.about(new Vec(0, 0, 1), chance.between(0, 6.28)));
    double half = chance.between(0.25, 0.36);
    Vec normal = out.times(0.75).plus(new Vec(0, 0.45, 0)).normalised();
    double light = (0.40 + 0.60 * deep * deep) * (0.86 + 0.14 * Math.clamp(from.y() + 0.5, 0, 1));
    Vec warm = new Vec(1, 1, 1).mix(new Vec(1, 0.93, 0.70), chance.unit() * 0.6);
    Vec[] frame = {at, turn.apply(new Vec(half, 0, 0)), turn.apply(new Vec(0, half, 0))};
    Cards.add(leaves, frame, chance.below(4), normal, warm.times(light));
  }
}
