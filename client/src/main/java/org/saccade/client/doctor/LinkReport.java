package org.saccade.client.doctor;

import java.util.List;
import java.util.Locale;
import org.saccade.client.report.BenchReport;
import org.saccade.client.report.Figures;
import org.saccade.client.report.Machine;
import org.saccade.client.report.Version;
import org.saccade.client.run.EdgeChoice;
import org.saccade.offload.survey.LinkFigures;
import org.saccade.offload.survey.RoundTrips;
import org.saccade.offload.survey.Verdict;

/** What was measured of a link, for people and as JSON. */
public final class LinkReport {
  private static final double LEAST_OVERFLOW = 0.001;

  private LinkReport() {}

  /** For people. */
  public static List<String> lines(LinkFigures seen) {
    return List.of(
        trips("round trip", seen.quiet()),
        trips("under load", seen.loaded()),
        String.format(
            Locale.ROOT,
            "rate        %.1f Mbit/s down (%.1f to %.1f in three tries), by %s",
            seen.mbitPerSecond(),
            seen.leastMbitPerSecond(),
            seen.mostMbitPerSecond(),
            seen.byDatagram() ? "datagrams" : "stream alone"),
        String.format(
            Locale.ROOT,
            "loss        %.2f %% down%s; %.1f %% of 90 requests a second answered; longest silence %.0f ms",
            100 * seen.lostShare(),
            overflow(seen),
            100 * seen.answeredShare(),
            seen.longestGapNanos() * 1e-6));
  }

  /** What this measurement itself lost is not the link's. */
  private static String overflow(LinkFigures seen) {
    return seen.overflowShare() < LEAST_OVERFLOW
        ? ""
        : String.format(
            Locale.ROOT,
            ", and %.1f %% dropped by a full queue while the rate was found",
            100 * seen.overflowShare());
  }

  private static String trips(String name, RoundTrips trips) {
    return String.format(
        Locale.ROOT,
        "%s  p50 %.1f ms, p99 %.1f ms, jitter %.1f ms",
        name,
        trips.medianNanos() * 1e-6,
        trips.p99Nanos() * 1e-6,
        trips.jitterNanos() * 1e-6);
  }

  /** As JSON. */
  public static BenchReport of(
      EdgeChoice.Remote edge, double seconds, EdgeExam.Result result, Verdict verdict) {
    var seen = result.figures();
    var results =
        new Figures()
            .with("name", result.name())
            .with("scene", result.scene())
            .with("round_trip", figures(seen.quiet()))
            .with("round_trip_under_load", figures(seen.loaded()))
            .with("mbit_s", seen.mbitPerSecond())
            .with("mbit_s_least", seen.leastMbitPerSecond())
            .with("mbit_s_most", seen.mostMbitPerSecond())
            .with("lost_share", seen.lostShare())
            .with("overflow_share", seen.overflowShare())
            .with("answered_share", seen.answeredShare())
            .with("longest_silence_ms", seen.longestGapNanos() * 1e-6)
            .with("datagrams_pass", seen.byDatagram())
            .with("mode", word(verdict.mode()))
            .with("level", verdict.level())
            .with("held_back_by", word(verdict.heldBack()))
            .with("words", VerdictWords.of(verdict, seen));
    if (verdict.level() == 0) {
      results.unknown("new_view_ms");
    } else {
      results.with("new_view_ms", verdict.viewNanos() * 1e-6);
    }
    var inputs = new Figures().with("edge", edge.words()).with("seconds", seconds);
    return new BenchReport("doctor", Version.text(), Machine.facts(), inputs, results, List.of());
  }

  private static Figures figures(RoundTrips trips) {
    return new Figures()
        .with("count", trips.count())
        .with("p50_ms", trips.medianNanos() * 1e-6)
        .with("p99_ms", trips.p99Nanos() * 1e-6)
        .with("jitter_ms", trips.jitterNanos() * 1e-6);
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
