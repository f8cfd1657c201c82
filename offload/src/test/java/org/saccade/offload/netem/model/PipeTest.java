package org.saccade.offload.netem.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class PipeTest {
  private static final long MILLI = 1_000_000;

  private static NetworkTrace steady(double bytesPerSecond, long rttMillis, double loss) {
    return new NetworkTrace(
        "steady",
        List.of(new NetworkTrace.Row(0, bytesPerSecond, bytesPerSecond, rttMillis * MILLI, loss)));
  }

  @Test
  void aDatagramTakesItsServiceAndHalfTheRoundTrip() {
    Pipe pipe = new Pipe(steady(1_000_000, 20, 0), Direction.DOWN, 1);
    assertEquals(11 * MILLI, pipe.sendDatagram(0, 1_000));
    assertEquals(12 * MILLI, pipe.sendDatagram(0, 1_000));
    assertEquals(1_000, pipe.waitingBytes(MILLI));
    assertEquals(111 * MILLI, pipe.sendDatagram(100 * MILLI, 1_000));
  }

  @Test
  void theQueueDropsItsTail() {
    Pipe pipe = new Pipe(steady(1_000_000, 20, 0), Direction.DOWN, 1);
    int taken = 0;
    for (int i = 0; i < 1_000; i++) {
      taken += pipe.sendDatagram(0, 1_000) == Pipe.LOST ? 0 : 1;
    }
    assertEquals(300, taken, "300 ms at 1 MB/s");
    assertEquals(700, pipe.dropped());
    assertEquals(64 * 1024, steady(1, 1, 0).queueBytes(Direction.DOWN));
  }

  @Test
  void nothingLeavesAtRateZeroAndEverythingWaitsForTheNextRow() {
    NetworkTrace trace =
        new NetworkTrace(
            "blackout",
            List.of(
                new NetworkTrace.Row(0, 0, 0, 10 * MILLI, 0),
                new NetworkTrace.Row(500 * MILLI, 1_000_000, 1, 10 * MILLI, 0)));
    Pipe pipe = new Pipe(trace, Direction.DOWN, 1);
    assertEquals(506 * MILLI, pipe.sendDatagram(0, 1_000));
    assertEquals(
        Pipe.NEVER,
        new Pipe(NetworkPresets.named("offline").orElseThrow(), Direction.UP, 1)
            .sendDatagram(0, 10));
  }

  @Test
  void aGapOfMoreThanASecondIsAnOutage() {
    NetworkTrace.Row row = new NetworkTrace.Row(0, 1_000_000, 1_000_000, 0, 0);
    NetworkTrace trace =
        new NetworkTrace(
            "gap", List.of(row, new NetworkTrace.Row(3_000 * MILLI, 1_000_000, 1_000_000, 0, 0)));
    assertEquals(3_001 * MILLI, new Pipe(trace, Direction.DOWN, 1).sendDatagram(0, 1_000));
  }

  @Property(tries = 100)
  void lossIsTheRowsAndDownlinkOnly(
      @ForAll @DoubleRange(min = 0, max = 0.5) double loss, @ForAll long seed) {
    Pipe down = new Pipe(steady(1e9, 20, loss), Direction.DOWN, seed);
    Pipe up = new Pipe(steady(1e9, 20, loss), Direction.UP, seed);
    int lost = 0;
    for (int i = 0; i < 4_000; i++) {
      lost += down.sendDatagram(i * MILLI, 100) == Pipe.LOST ? 1 : 0;
      assertTrue(up.sendDatagram(i * MILLI, 100) > 0);
    }
    assertEquals(loss, lost / 4_000.0, 0.045);
  }

  @Property(tries = 50)
  void theSameSeedGivesTheSameNetworkAndNothingOvertakes(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 1_500) int bytes) {
    NetworkTrace trace = new NetworkTrace("changing", changing());
    Pipe one = new Pipe(trace, Direction.DOWN, seed);
    Pipe other = new Pipe(trace, Direction.DOWN, seed);
    long last = 0;
    for (int i = 0; i < 500; i++) {
      long arrival = one.sendDatagram(i * MILLI, bytes);
      assertEquals(arrival, other.sendDatagram(i * MILLI, bytes));
      if (arrival != Pipe.LOST) {
        assertTrue(arrival >= last);
        last = arrival;
      }
    }
  }

  private static Pipe disturbed(double loss, Disturbance disturbance, long seed) {
    var row = new NetworkTrace.Row(0, 1e9, 1e9, 20 * MILLI, loss, disturbance);
    return new Pipe(new NetworkTrace("disturbed", List.of(row)), Direction.DOWN, seed);
  }

  @Property(tries = 30)
  void burstsKeepTheShareOfLossAndHaveTheirMeanLength(
      @ForAll long seed, @ForAll @DoubleRange(min = 0.01, max = 0.3) double loss) {
    Pipe pipe = disturbed(loss, new Disturbance(0, 5, 0, 0), seed);
    int lost = 0;
    int bursts = 0;
    boolean wasLost = false;
    for (int i = 0; i < 100_000; i++) {
      boolean isLost = pipe.sendDatagram(i * MILLI, 100) == Pipe.LOST;
      lost += isLost ? 1 : 0;
      bursts += isLost && !wasLost ? 1 : 0;
      wasLost = isLost;
    }
    assertEquals(loss, lost / 100_000.0, 0.1 * loss + 0.01);
    assertEquals(5, (double) lost / bursts, 1.5);
  }

  @Property(tries = 30)
  void jitterDelaysAndOvertakesNobody(@ForAll long seed) {
    Pipe pipe = disturbed(0, new Disturbance(8 * MILLI, 1, 0, 0), seed);
    long last = 0;
    double late = 0;
    for (int i = 0; i < 2_000; i++) {
      long sent = 20L * i * MILLI;
      long arrival = pipe.sendDatagram(sent, 100);
      assertTrue(arrival >= last && arrival - sent <= 19 * MILLI);
      late += (arrival - sent - 10 * MILLI) * 1e-6;
      last = arrival;
    }
    assertEquals(4, late / 2_000, 0.5);
  }

  @Property(tries = 30)
  void someAreOvertakenAndSomeComeTwice(@ForAll long seed) {
    Pipe pipe = disturbed(0, new Disturbance(0, 1, 0.1, 0.2), seed);
    int overtaken = 0;
    int twice = 0;
    long latest = 0;
    for (int i = 0; i < 10_000; i++) {
      long arrival = pipe.sendDatagram(i * MILLI / 100, 100);
      overtaken += arrival < latest ? 1 : 0;
      latest = Math.max(latest, arrival);
      twice += pipe.duplicateNanos() == Pipe.LOST ? 0 : 1;
    }
    assertEquals(0.2, twice / 10_000.0, 0.03);
    assertTrue(overtaken > 5_000, "those that are late let others pass: " + overtaken);
  }

  @Test
  void optionalColumnsAreReadWhereTheyAre() throws MalformedNetworkException {
    NetworkTrace trace =
        NetworkCsv.parse(
            "net.csv",
            List.of(
                "t_s,down_kbps,up_kbps,rtt_ms,loss,jitter_ms,burst,reorder,duplicate",
                "0,8,16,20,0.5,3,4,0.1,0.2"));
    assertEquals(new Disturbance(3 * MILLI, 4, 0.1, 0.2), trace.rows().getFirst().disturbance());
    assertSays(
        "net.csv, line 2, column reorder",
        "t_s,down_kbps,up_kbps,rtt_ms,loss,reorder",
        "0,1,1,1,0,2");
  }

  @Test
  void presetsThatChangeAreTheSameEachTimeAndKeepTheirAverages() {
    assertEquals(
        ChangingNetworks.drive("a", 3, 30).rows(), ChangingNetworks.drive("b", 3, 30).rows());
    var outage = NetworkPresets.named("outage").orElseThrow();
    assertTrue(outage.isDownAway(8_500 * MILLI) && !outage.isDownAway(7_900 * MILLI));
    var drive = NetworkPresets.named("5g-drive").orElseThrow();
    double mean =
        drive.rows().stream().mapToDouble(NetworkTrace.Row::downBytesPerSecond).average().orElse(0);
    assertEquals(150, mean * 8e-6, 40);
  }

  private static List<NetworkTrace.Row> changing() {
    List<NetworkTrace.Row> rows = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      rows.add(
          new NetworkTrace.Row(
              50L * i * MILLI, i % 5 * 100_000.0, 1, 10L * (i % 7) * MILLI, i % 3 * 0.1));
    }
    return rows;
  }

  @Test
  void aBadRowNamesFileLineAndColumn() {
    String header = "t_s,down_kbps,up_kbps,rtt_ms,loss";
    assertSays("net.csv, line 1, column loss", "t_s,down_kbps,up_kbps,rtt_ms");
    assertSays("net.csv, line 3, column rtt_ms", header, "0,1,1,1,0", "1,1,1,x,0");
    assertSays("net.csv, line 2, column loss", header, "0,1,1,1,1.5");
    assertSays("net.csv, line 2, column loss", header, "0,1,1,1");
    assertSays("net.csv, line 3, column t_s", header, "1,1,1,1,0", "1,1,1,1,0");
    assertSays("net.csv, line 1, column t_s", header);
    assertSays("net.csv, line 2, column down_kbps", header, "0,NaN,1,1,0");
  }

  private static void assertSays(String words, String... lines) {
    MalformedNetworkException told =
        assertThrows(
            MalformedNetworkException.class, () -> NetworkCsv.parse("net.csv", List.of(lines)));
    assertTrue(String.valueOf(told.getMessage()).startsWith(words), told.getMessage());
  }

  @Test
  void aGoodFileIsReadAndItsUnknownColumnsIgnored() throws MalformedNetworkException {
    NetworkTrace trace =
        NetworkCsv.parse(
            "net.csv",
            List.of(
                "loss,cell,t_s,down_kbps,up_kbps,rtt_ms", "0.5,a,0,8,16,20", "", "0,b,0.5,0,0,1"));
    assertEquals(
        List.of(
            new NetworkTrace.Row(0, 1_000, 2_000, 20 * MILLI, 0.5),
            new NetworkTrace.Row(500 * MILLI, 0, 0, MILLI, 0)),
        trace.rows());
  }
}
