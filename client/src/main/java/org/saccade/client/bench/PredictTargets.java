package org.saccade.client.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.saccade.client.bench.PersonErrors.Given;
import org.saccade.client.report.Target;
import org.saccade.offload.predict.Quantity;

/** The limits of prediction for a group of people. */
final class PredictTargets {
  private static final int MS_50 = 1;
  private static final int MS_100 = 2;
  private static final int MS_200 = 3;

  /** Above no difference at all, so that two that are the same are not called better. */
  private static final double MORE_THAN_NOTHING = 1e-6;

  private final String group;
  private final PeopleFigures people;
  private final List<Target> targets = new ArrayList<>();

  private PredictTargets(String group, PeopleFigures people) {
    this.group = group;
    this.people = people;
  }

  static List<Target> of(String group, PeopleFigures people) {
    var made = new PredictTargets(group, people);
    if (people.isJudged(Quantity.TURN, MS_100)) {
      made.head();
    }
    made.neverWorse();
    if (people.isJudged(Quantity.GAZE, MS_100)) {
      made.gaze();
    }
    return made.targets;
  }

  private void head() {
    var given = Given.ALL_SAMPLES;
    double ours = people.mean(given, PersonErrors.OURS, Quantity.TURN, MS_100);
    double hold = people.mean(given, PersonErrors.HOLD, Quantity.TURN, MS_100);
    double ridge = people.mean(given, PersonErrors.RIDGE, Quantity.TURN, MS_100);
    targets.add(Target.atMost(name("orientation at 100 ms: ours / hold"), ours / hold, 0.65));
    targets.add(Target.atMost(name("orientation at 100 ms: ours / ridge"), ours / ridge, 1));
  }

  /** The worst ratio to hold over all horizons that are judged. */
  private void neverWorse() {
    for (var given : Given.values()) {
      for (var quantity : Quantity.values()) {
        double worst = Double.NEGATIVE_INFINITY;
        for (int h = 0; h < PersonErrors.HORIZONS.size(); h++) {
          if (people.isJudged(quantity, h)) {
            double ours = people.mean(given, PersonErrors.OURS, quantity, h);
            worst = Math.max(worst, ours / people.mean(given, PersonErrors.HOLD, quantity, h));
          }
        }
        if (worst > Double.NEGATIVE_INFINITY) {
          var what = "%s, worst horizon, %s: ours / hold".formatted(word(quantity), word(given));
          targets.add(Target.atMost(name(what), worst, 1));
        }
      }
    }
  }

  private void gaze() {
    for (int h : new int[] {MS_50, MS_100, MS_200}) {
      var more = people.moreInside(Given.ALL_SAMPLES, h);
      var what =
          "gaze inside 5 deg at %d ms: points above hold, low end of 95 %%"
              .formatted(PeopleFigures.millis(h));
      targets.add(Target.atLeast(name(what), more.low(), MORE_THAN_NOTHING));
    }
    var at100 = people.moreInside(Given.ALL_SAMPLES, MS_100);
    targets.add(
        Target.atLeast(name("gaze inside 5 deg at 100 ms: points above hold"), at100.mean(), 2));
  }

  private String name(String what) {
    return group + ": " + what;
  }

  private static String word(Quantity quantity) {
    return switch (quantity) {
      case TURN -> "orientation";
      case MOVE -> "position";
      case GAZE -> "gaze";
    };
  }

  static String word(Enum<?> given) {
    return given.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
