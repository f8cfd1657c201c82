package org.saccade.client.bench;

import java.util.List;
import org.saccade.offload.predict.Quantity;

/** How far off each predictor was for one person. Filled by one thread, then read. */
final class PersonErrors {
  /** Horizons in seconds. */
  static final List<Double> HORIZONS = List.of(0.02, 0.05, 0.1, 0.2, 0.5);

  /** Names of predictors in their order. */
  static final List<String> PREDICTORS = List.of("hold", "velocity", "kalman", "ridge", "ours");

  static final int HOLD = 0;
  static final int RIDGE = 3;
  static final int OURS = 4;

  private final String person;
  private final String kind;
  private final Source source;
  private final double interval;
  private final ErrorSeries[] series;

  /** Where the parameters came from that were judged on a person. */
  enum Source {
    /** Trained here on other people of the folder. */
    HELD_OUT,
    /** Those that ship, which do not know this person. */
    SHIPPED,
    /** Those that ship, which do know this person: shown, but not judged. */
    TRAINED_ON
  }

  /** What predictors were given. */
  enum Given {
    ALL_SAMPLES,
    HALF_MISSING
  }

  /**
   * @param interval from sample to sample, seconds: horizons below it are not judged
   */
  PersonErrors(String person, String kind, Source source, double interval) {
    this.person = person;
    this.kind = kind;
    this.source = source;
    this.interval = interval;
    int count = 2 * PREDICTORS.size() * Quantity.values().length * HORIZONS.size();
    series = new ErrorSeries[count];
    for (int i = 0; i < count; i++) {
      series[i] = new ErrorSeries();
    }
  }

  String person() {
    return person;
  }

  String kind() {
    return kind;
  }

  Source source() {
    return source;
  }

  boolean isJudged(int horizon) {
    return source != Source.TRAINED_ON && HORIZONS.get(horizon) >= interval - 1e-4;
  }

  ErrorSeries of(Given given, int predictor, Quantity quantity, int horizon) {
    int index = (given == Given.ALL_SAMPLES ? 0 : PREDICTORS.size()) + predictor;
    index = index * Quantity.values().length + quantity.index();
    return series[index * HORIZONS.size() + horizon];
  }
}
