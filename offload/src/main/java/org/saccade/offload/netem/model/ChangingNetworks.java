package org.saccade.offload.netem.model;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Networks that change, from a seed: stand-ins for recordings, with the same kinds of trouble and
 * more regular than any real one. Pure.
 */
public final class ChangingNetworks {
  private static final long STEP_NANOS = 100_000_000L;
  private static final double BYTES_PER_MBIT = 125_000;

  private ChangingNetworks() {}

  /**
   * A car's way through a mobile network: the rate wanders about 150 Mbit/s from one tenth of a
   * second to the next and falls to a tenth for moments, cells change (away for 50 to 300 ms, then
   * losses in bursts for half a second), and sometimes the network is away for 1 to 4 s.
   */
  public static NetworkTrace drive(String name, long seed, int seconds) {
    var random = new SplittableRandom(seed);
    List<NetworkTrace.Row> rows = new ArrayList<>();
    double wander = 0;
    int away = 0;
    int dip = 0;
    int shaken = 0;
    for (int i = 0; i < seconds * 10; i++) {
      wander = 0.7 * wander + 0.3 * random.nextGaussian();
      if (away == 0 && i > 0 && random.nextInt(40) == 0) {
        away = random.nextInt(10) == 0 ? 10 + random.nextInt(31) : 1 + random.nextInt(3);
        shaken = away + 5;
      }
      dip = dip == 0 && random.nextInt(60) == 0 ? 1 + random.nextInt(6) : Math.max(0, dip - 1);
      double mbit = 150 * Math.exp(wander) * (dip > 0 ? 0.15 : 1);
      double rate = away > 0 ? 0 : Math.clamp(mbit, 5, 350) * BYTES_PER_MBIT;
      long rtt = Math.round((18 + 2.5 * Math.abs(random.nextGaussian())) * 1e6);
      boolean isShaken = shaken > 0;
      rows.add(
          new NetworkTrace.Row(
              i * STEP_NANOS,
              rate,
              Math.max(2 * BYTES_PER_MBIT, rate / 10),
              rtt,
              isShaken ? 0.05 : 0.002,
              new Disturbance(500_000, isShaken ? 6 : 1, 0, 0)));
      away = Math.max(0, away - 1);
      shaken = Math.max(0, shaken - 1);
    }
    return new NetworkTrace(name, rows);
  }

  /** A wireless network that others use, too: what is left changes every tenth of a second. */
  public static NetworkTrace busyWifi(String name, long seed, int seconds) {
    var random = new SplittableRandom(seed);
    List<NetworkTrace.Row> rows = new ArrayList<>();
    double wander = 0;
    for (int i = 0; i < seconds * 10; i++) {
      wander = 0.8 * wander + 0.25 * random.nextGaussian();
      double mbit = Math.clamp(70 * Math.exp(wander), 8, 200);
      rows.add(
          new NetworkTrace.Row(
              i * STEP_NANOS,
              mbit * BYTES_PER_MBIT,
              mbit / 2 * BYTES_PER_MBIT,
              8_000_000,
              0.005,
              new Disturbance(4_000_000, 4, 0, 0)));
    }
    return new NetworkTrace(name, rows);
  }

  /** 200 Mbit/s, and away for 2 s in every 10 s, both ways. */
  public static NetworkTrace outages(String name, int seconds) {
    List<NetworkTrace.Row> rows = new ArrayList<>();
    for (int i = 0; i < seconds; i++) {
      double mbit = i % 10 >= 8 ? 0 : 200;
      rows.add(
          new NetworkTrace.Row(
              i * 1_000_000_000L, mbit * BYTES_PER_MBIT, mbit / 4 * BYTES_PER_MBIT, 20_000_000, 0));
    }
    return new NetworkTrace(name, rows);
  }
}
