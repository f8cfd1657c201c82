package org.saccade.offload.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.saccade.offload.policy.Mode;
import org.saccade.offload.survey.Verdict.HeldBack;

final class VerdictTest {
  private static final double BYTES_PER_MBIT = 125_000;

  private static LinkFigures link(double mbit, double tripMs, double p99Ms, double lost) {
    return link(mbit, tripMs, p99Ms, lost, 20, true);
  }

  private static LinkFigures link(
      double mbit, double tripMs, double p99Ms, double lost, double gapMs, boolean byDatagram) {
    var trips =
        new RoundTrips(
            100,
            (long) (tripMs * 1e6),
            (long) (tripMs * 1e6),
            (long) (p99Ms * 1e6),
            (long) ((p99Ms - tripMs) * 0.1e6));
    double rate = mbit * BYTES_PER_MBIT;
    return new LinkFigures(
        trips, trips, rate, rate, rate, lost, 0, 1 - lost, (long) (gapMs * 1e6), byDatagram, true);
  }

  @Test
  void aCableNearbyLacksNothing() {
    var verdict = Verdict.of(link(800, 2, 4, 0));
    assertEquals(Mode.EDGE, verdict.mode());
    assertEquals(3, verdict.level());
    assertTrue(verdict.isSharp());
    assertEquals(HeldBack.NOTHING, verdict.heldBack());
  }

  @Test
  void namesTheOneFigureThatWouldHelpMost() {
    assertEquals(HeldBack.RATE, Verdict.of(link(12, 5, 8, 0)).heldBack());
    assertEquals(HeldBack.ROUND_TRIP, Verdict.of(link(800, 400, 402, 0)).heldBack());
    assertEquals(HeldBack.JITTER, Verdict.of(link(800, 10, 700, 0)).heldBack());
    assertEquals(HeldBack.LOSS, Verdict.of(link(300, 10, 14, 0.75)).heldBack());
  }

  @Test
  void aSlowLinkGivesFarTilesAndAHopelessOneNone() {
    assertEquals(Mode.HYBRID, Verdict.of(link(4, 90, 150, 0.02)).mode());
    assertEquals(Mode.LOCAL, Verdict.of(link(0.1, 90, 150, 0.02)).mode());
    assertEquals(Mode.LOCAL, Verdict.of(link(0, 10, 12, 0)).mode());
    assertEquals(0, Verdict.of(link(0, 10, 12, 0)).level());
  }

  @Test
  void aStandstillIsSaidHoweverFastTheLinkIsOtherwise() {
    var verdict = Verdict.of(link(300, 5, 9, 0, 1_500, true));
    assertEquals(HeldBack.STANDSTILL, verdict.heldBack());
    assertEquals(Mode.EDGE, verdict.mode(), "tiles at hand bridge it");
  }

  @Test
  void withoutDatagramsTheRemedyIsTheFirewall() {
    assertEquals(HeldBack.NO_DATAGRAMS, Verdict.of(link(20, 30, 40, 0, 20, false)).heldBack());
    assertEquals(HeldBack.NOTHING, Verdict.of(link(800, 2, 4, 0, 20, false)).heldBack());
  }

  @Test
  void anEdgeThatGivesNothingToMeasureByIsNotJudged() {
    var quiet = new RoundTrips(10, 5_000_000, 5_000_000, 6_000_000, 100_000);
    var figures = new LinkFigures(quiet, quiet, 0, 0, 0, 0, 0, 1, 0, true, false);
    assertEquals(HeldBack.UNKNOWN_RATE, Verdict.of(figures).heldBack());
  }

  @Test
  void aBetterLinkIsNeverJudgedWorse() {
    var random = new Random(5);
    for (int i = 0; i < 2_000; i++) {
      double mbit = 200 * random.nextDouble();
      double trip = 300 * random.nextDouble();
      double spread = 200 * random.nextDouble();
      double lost = 0.2 * random.nextDouble();
      var verdict = Verdict.of(link(mbit, trip, trip + spread, lost));
      assertNotWorse(Verdict.of(link(mbit * 2, trip, trip + spread, lost)), verdict);
      assertNotWorse(Verdict.of(link(mbit, trip / 2, trip / 2 + spread, lost)), verdict);
      assertNotWorse(Verdict.of(link(mbit, trip, trip + spread / 2, lost)), verdict);
      assertNotWorse(Verdict.of(link(mbit, trip, trip + spread, lost / 2)), verdict);
    }
  }

  private static void assertNotWorse(Verdict better, Verdict than) {
    assertTrue(better.level() >= than.level(), better + " against " + than);
    assertTrue(better.mode().compareTo(than.mode()) >= 0, better + " against " + than);
    boolean isSameClass = better.level() == than.level() && better.mode() == than.mode();
    assertFalse(isSameClass && better.viewNanos() > than.viewNanos(), better + " against " + than);
  }
}
