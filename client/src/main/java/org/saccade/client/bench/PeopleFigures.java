package org.saccade.client.bench;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGeneratorFactory;
import org.saccade.client.bench.PersonErrors.Given;
import org.saccade.client.report.Figures;
import org.saccade.offload.predict.Quantity;

/** Figures of a group of people: every person counts alike, however long the recording. */
final class PeopleFigures {
  private static final int RESAMPLES = 2_000;
  private static final double FOVEA_DEGREES = 5;

  private final List<PersonErrors> people;
  private final long seed;

  PeopleFigures(List<PersonErrors> people, long seed) {
    this.people = people;
    this.seed = seed;
  }

  /** A mean over people with the 95 % interval of resampled people. */
  record Paired(double mean, double low, double high, int count) {
    Figures figures() {
      return new Figures()
          .with("mean", mean)
          .with("low_95", low)
          .with("high_95", high)
          .with("people", count);
    }
  }

  /** Whether anybody has this quantity. */
  boolean has(Quantity quantity) {
    return people.stream().anyMatch(person -> has(person, quantity));
  }

  private static boolean has(PersonErrors person, Quantity quantity) {
    return person.of(Given.ALL_SAMPLES, PersonErrors.HOLD, quantity, 0).size() > 0;
  }

  /** Whether anybody's error at this horizon is judged. */
  boolean isJudged(Quantity quantity, int horizon) {
    return people.stream().anyMatch(one -> has(one, quantity) && one.isJudged(horizon));
  }

  /** The mean over the people judged (or, where nobody is, over all). */
  private double mean(Quantity quantity, int horizon, ToDoubleFunction<PersonErrors> value) {
    boolean isJudged = isJudged(quantity, horizon);
    return people.stream()
        .filter(one -> has(one, quantity) && (!isJudged || one.isJudged(horizon)))
        .mapToDouble(value)
        .filter(Double::isFinite)
        .average()
        .orElse(Double.NaN);
  }

  double mean(Given given, int predictor, Quantity quantity, int horizon) {
    return mean(quantity, horizon, one -> one.of(given, predictor, quantity, horizon).mean());
  }

  /** Percent of gaze inside the fovea. */
  double inside(Given given, int predictor, int horizon) {
    return mean(
        Quantity.GAZE,
        horizon,
        one -> 100 * one.of(given, predictor, Quantity.GAZE, horizon).below(FOVEA_DEGREES));
  }

  /** How much the mean error of one predictor is above that of another, over people. */
  Paired more(Given given, int one, int other, Quantity quantity, int horizon) {
    return paired(
        quantity,
        horizon,
        person ->
            person.of(given, one, quantity, horizon).mean()
                - person.of(given, other, quantity, horizon).mean());
  }

  /** How many points more of the gaze ours has inside the fovea than hold. */
  Paired moreInside(Given given, int horizon) {
    return paired(
        Quantity.GAZE,
        horizon,
        person ->
            100
                * (person.of(given, PersonErrors.OURS, Quantity.GAZE, horizon).below(FOVEA_DEGREES)
                    - person
                        .of(given, PersonErrors.HOLD, Quantity.GAZE, horizon)
                        .below(FOVEA_DEGREES)));
  }

  private Paired paired(Quantity quantity, int horizon, ToDoubleFunction<PersonErrors> difference) {
    var values =
        people.stream()
            .filter(one -> has(one, quantity) && one.isJudged(horizon))
            .mapToDouble(difference)
            .toArray();
    if (values.length == 0) {
      return new Paired(Double.NaN, Double.NaN, Double.NaN, 0);
    }
    var chance = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    var means = new double[RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      double sum = 0;
      for (int k = 0; k < values.length; k++) {
        sum += values[chance.nextInt(values.length)];
      }
      means[i] = sum / values.length;
    }
    Arrays.sort(means);
    return new Paired(
        Arrays.stream(values).average().orElse(Double.NaN),
        means[(int) (0.025 * RESAMPLES)],
        means[(int) (0.975 * RESAMPLES) - 1],
        values.length);
  }

  /** All figures of one predictor. */
  Figures figures(Given given, int predictor) {
    var all = new Figures();
    for (int h = 0; h < PersonErrors.HORIZONS.size(); h++) {
      var at = new Figures();
      for (var quantity : Quantity.values()) {
        if (has(quantity)) {
          add(at, given, predictor, quantity, h);
        }
      }
      all.with("ms_%d".formatted(millis(h)), at);
    }
    return all;
  }

  private void add(Figures at, Given given, int predictor, Quantity quantity, int h) {
    var name =
        switch (quantity) {
          case TURN -> "orientation_deg";
          case MOVE -> "position_mm";
          case GAZE -> "gaze_deg";
        };
    var sorted = sorted(given, predictor, quantity, h);
    at.with(name + "_mean", mean(given, predictor, quantity, h));
    at.with(name + "_p95", percentile(sorted, 0.95));
    at.with(name + "_p99", percentile(sorted, 0.99));
    var word = name.substring(0, name.indexOf('_'));
    at.with(
        word + "_coverage_68",
        mean(quantity, h, one -> one.of(given, predictor, quantity, h).coverage68()));
    at.with(
        word + "_coverage_90",
        mean(quantity, h, one -> one.of(given, predictor, quantity, h).coverage90()));
    if (quantity == Quantity.GAZE) {
      at.with("gaze_inside_5deg_percent", inside(given, predictor, h));
    }
    at.with(word + "_is_judged", isJudged(quantity, h));
  }

  private float[] sorted(Given given, int predictor, Quantity quantity, int h) {
    boolean isJudged = isJudged(quantity, h);
    var chosen =
        people.stream()
            .filter(one -> !isJudged || one.isJudged(h))
            .map(one -> one.of(given, predictor, quantity, h))
            .toList();
    var all = new float[chosen.stream().mapToInt(ErrorSeries::size).sum()];
    int at = 0;
    for (var series : chosen) {
      at = series.copyTo(all, at);
    }
    Arrays.sort(all);
    return all;
  }

  private static double percentile(float[] sorted, double share) {
    return sorted.length == 0
        ? Double.NaN
        : sorted[(int) Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
  }

  static long millis(int horizon) {
    return Math.round(1000 * PersonErrors.HORIZONS.get(horizon));
  }
}
