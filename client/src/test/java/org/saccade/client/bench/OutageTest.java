package org.saccade.client.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.saccade.client.report.RunLog;
import org.saccade.client.report.Series;

class OutageTest {
  private static final Outage OUTAGE = new Outage(10, 12);

  @Test
  void framesOfTheOutageAreComparedWithThoseBefore() {
    var results = OUTAGE.figures(log(11, 12.5)).values();
    assertEquals(100.0, results.get("interval_ms_p99_before"));
    assertEquals(150.0, results.get("interval_ms_p99_during"));
    assertEquals(1.5, results.get("interval_ratio"));
    assertEquals(0L, results.get("frames_missed_by_network"));
  }

  @Test
  void theEdgeIsBackOnceTheLinkStaysUp() {
    assertEquals(0.5, OUTAGE.backAfterSeconds(log(11, 12.5)), 0.051);
  }

  @Test
  void anOutageTheDeviceNeverSawTakesNoTimeToEnd() {
    assertEquals(0, OUTAGE.backAfterSeconds(log(99, 99)), 0);
  }

  @Test
  void aLinkThatStaysDownIsNotBack() {
    assertTrue(Double.isNaN(OUTAGE.backAfterSeconds(log(11, 99))));
  }

  /** Twenty seconds of ten frames each, slower while the link is down. */
  private static RunLog log(double downSeconds, double upSeconds) {
    var log = new RunLog(200);
    for (int row = 0; row < 200; row++) {
      double seconds = (row + 0.5) / 10;
      boolean isDown = seconds >= downSeconds && seconds < upSeconds;
      log.nextFrame();
      log.set(Series.SECONDS, seconds);
      log.set(Series.INTERVAL_MS, isDown ? 150 : 100);
      log.set(Series.LINK_UP, isDown ? 0 : 1);
      log.set(Series.COVERAGE, 1);
    }
    return log;
  }
}
