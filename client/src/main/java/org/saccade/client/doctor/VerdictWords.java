package org.saccade.client.doctor;

import java.util.List;
import java.util.Locale;
import org.saccade.offload.survey.LinkFigures;
import org.saccade.offload.survey.Verdict;

/** Says a verdict on a link to a person: what will work, what holds it back, and the remedy. */
public final class VerdictWords {
  private VerdictWords() {}

  /** The lines, most important first. */
  public static List<String> of(Verdict verdict, LinkFigures seen) {
    var heldBack = heldBack(verdict.heldBack(), seen);
    return heldBack.isEmpty()
        ? List.of(works(verdict))
        : List.of(works(verdict), heldBack, "-> " + remedy(verdict.heldBack()));
  }

  private static String works(Verdict verdict) {
    if (verdict.heldBack() == Verdict.HeldBack.UNKNOWN_RATE) {
      return "the edge answers; what tiles it carries is not known";
    }
    return switch (verdict.mode()) {
      case EDGE ->
          String.format(
              Locale.ROOT,
              "Edge: tiles of level %d, %s (a new view is sharp after %.0f ms), at whatever frame rate the device draws them",
              verdict.level(),
              verdict.isSharp() ? "sharp as you turn" : "soft for a moment after a turn",
              verdict.viewNanos() * 1e-6);
      case HYBRID ->
          String.format(
              Locale.ROOT,
              "Hybrid: far tiles of level %d come %.1f s after a turn; the device draws what is near, at the frame rate it has for that",
              verdict.level(),
              verdict.viewNanos() * 1e-9);
      case LOCAL ->
          "Local: the link is no use for tiles; the device draws alone, at the frame rate it has for that";
    };
  }

  private static String heldBack(Verdict.HeldBack what, LinkFigures seen) {
    return switch (what) {
      case NOTHING -> "";
      case STANDSTILL ->
          String.format(
              Locale.ROOT,
              "held back by standstills: nothing came for %.1f s; tiles at hand stay in use meanwhile",
              seen.longestGapNanos() * 1e-9);
      case RATE ->
          String.format(
              Locale.ROOT, "held back by the rate: %.1f Mbit/s came", seen.mbitPerSecond());
      case ROUND_TRIP ->
          String.format(
              Locale.ROOT,
              "held back by the round trip: %.0f ms",
              seen.loaded().medianNanos() * 1e-6);
      case JITTER ->
          String.format(
              Locale.ROOT,
              "held back by jitter: of 100 round trips one takes %.0f ms instead of %.0f",
              seen.loaded().p99Nanos() * 1e-6,
              seen.loaded().medianNanos() * 1e-6);
      case LOSS ->
          String.format(
              Locale.ROOT,
              "held back by loss: %.1f %% of the datagrams down are lost, %.0f %% of the requests stay unanswered",
              100 * seen.lostShare(),
              100 * (1 - seen.answeredShare()));
      case NO_DATAGRAMS -> "held back by a network that lets no UDP through: all goes by TCP";
      case UNKNOWN_RATE -> "the edge is of an older build and gives nothing to measure the rate by";
    };
  }

  private static String remedy(Verdict.HeldBack what) {
    return switch (what) {
      case NOTHING -> "";
      case STANDSTILL, JITTER ->
          "a cable, or a Wi-Fi channel of your own at 5 or 6 GHz near its access point";
      case RATE ->
          "a faster way (a cable, 5 or 6 GHz), nobody else's downloads on it; or start the edge with --level 1, whose tiles are smaller";
      case ROUND_TRIP -> "an edge nearer to you, in your own network best of all";
      case LOSS -> "a cable, or nearer to the access point; end other downloads that fill the way";
      case NO_DATAGRAMS -> "open the edge's port for UDP too, at both ends' firewalls";
      case UNKNOWN_RATE -> "update the edge";
    };
  }
}
