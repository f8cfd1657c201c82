package org.saccade.offload.fec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class StrengthTest {
  private static int[] group(int size, int symbols) {
    int[] group = new int[size];
    Arrays.fill(group, symbols);
    return group;
  }

  private static Strength of(int[] group, double loss, double mostMissing) {
    return Strength.of(group, loss, mostMissing, 2, 6, 56);
  }

  @Test
  void withoutLossThereIsNoRepair() {
    assertEquals(Strength.NONE, of(group(40, 5), 0, 0.0005));
  }

  @Test
  void moreLossAndMoreNeedTakeMoreRepair() {
    int[] group = group(40, 4);
    double few = rows(of(group, 0.01, 0.0005));
    double more = rows(of(group, 0.05, 0.0005));
    double less = rows(of(group, 0.05, 0.02));
    assertTrue(few > 0 && more > few, few + " and " + more);
    assertTrue(less < more, less + " and " + more);
  }

  @Test
  void whatStaysLostIsWithinTheShareAsked() {
    int[] group = new int[43];
    for (int i = 0; i < group.length; i++) {
      group[i] = 1 + i % 7;
    }
    var strength = of(group, 0.05, 0.001);
    var random = new SplittableRandom(5);
    int tries = 200_000;
    long lost = 0;
    for (int i = 0; i < tries; i++) {
      int symbols = 0;
      int datagrams = 0;
      for (int each : group) {
        boolean isLost = random.nextDouble() < 0.05;
        symbols += isLost ? each : 0;
        datagrams += isLost ? 1 : 0;
      }
      int rows = 0;
      for (int d = 0; d < strength.datagrams(); d++) {
        rows += random.nextDouble() < 0.05 ? 0 : strength.rows();
      }
      lost += symbols > rows ? datagrams : 0;
    }
    double share = (double) lost / tries / group.length;
    assertTrue(share < 0.00105, share + " by " + strength);
    assertTrue(share > 0.0001, share + " by " + strength + ": more repair than needed");
  }

  private static double rows(Strength strength) {
    return strength.datagrams() * (strength.rows() + 0.7);
  }
}
