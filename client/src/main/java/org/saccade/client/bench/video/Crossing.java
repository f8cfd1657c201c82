package org.saccade.client.bench.video;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Where tiles, which a device keeps, come to cost less than video, which it does not. Pure. */
public final class Crossing {
  private Crossing() {}

  /**
   * What a way costs at a speed, in Mbit/s.
   *
   * @param metresPerSecond how fast it is walked
   * @param video at any visit
   * @param first tiles at the first visit
   * @param second tiles at the second, with what the device kept
   * @param firstCoverage share of the view that those tiles were sharp in, at the first visit
   * @param secondCoverage the same at the second
   */
  public record Rates(
      double metresPerSecond,
      double video,
      double first,
      double second,
      double firstCoverage,
      double secondCoverage) {
    /** After how many visits tiles have cost no more in all; empty where they never will. */
    public OptionalInt visits() {
      if (first <= video) {
        return OptionalInt.of(1);
      }
      return second < video
          ? OptionalInt.of((int) Math.ceil((first - second) / (video - second)))
          : OptionalInt.empty();
    }
  }

  /** The speed at which both cost the same at the first visit, where it lies between the two. */
  public static OptionalDouble speed(Rates slow, Rates fast) {
    double atSlow = slow.first - slow.video;
    double atFast = fast.first - fast.video;
    if (!(atSlow * atFast < 0)) {
      return OptionalDouble.empty();
    }
    double share = atSlow / (atSlow - atFast);
    return OptionalDouble.of(
        slow.metresPerSecond + share * (fast.metresPerSecond - slow.metresPerSecond));
  }

  /** The same in words, a line each. */
  public static List<String> words(Rates slow, Rates fast) {
    var lines = new ArrayList<String>();
    lines.add(words(slow));
    lines.add(words(fast));
    var speed = speed(slow, fast);
    if (speed.isPresent()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "at the first visit tiles cost %s than video below about %.2f m/s",
              slow.first < slow.video ? "less" : "more",
              speed.getAsDouble()));
    } else if (isNumber(slow) && isNumber(fast)) {
      lines.add(
          String.format(
              Locale.ROOT,
              "at the first visit tiles cost %s than video at both speeds",
              slow.first <= slow.video ? "no more" : "more"));
    }
    return lines;
  }

  private static String words(Rates at) {
    var tiles =
        String.format(
            Locale.ROOT,
            "tiles %.2f Mbit/s at the first visit (coverage %.3f) and %.2f at the second (%.3f)",
            at.first,
            at.firstCoverage,
            at.second,
            at.secondCoverage);
    if (!isNumber(at)) {
      return String.format(
          Locale.ROOT, "at %.1f m/s: %s: no video is as good", at.metresPerSecond, tiles);
    }
    var rates =
        String.format(
            Locale.ROOT,
            "at %.1f m/s: video %.2f Mbit/s, %s: ",
            at.metresPerSecond,
            at.video,
            tiles);
    var visits = at.visits();
    if (visits.isEmpty()) {
      return rates + "tiles cost more at every visit";
    }
    int count = visits.getAsInt();
    return rates
        + (count == 1
            ? "tiles cost no more from the first visit on"
            : String.format(Locale.ROOT, "tiles have cost no more in all from visit %d on", count));
  }

  private static boolean isNumber(Rates at) {
    return Double.isFinite(at.video) && Double.isFinite(at.first) && Double.isFinite(at.second);
  }
}
