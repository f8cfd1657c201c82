package org.saccade.offload.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.saccade.offload.protocol.Grant;
import org.saccade.offload.protocol.Limits;

/** A session spends no byte more than it was granted, and more granted never buys less. */
final class PacerPropertyTest {
  private static final int PIECES = 4_000;

  /** Pieces that left, in their order, while time went on and grants were renewed. */
  private static int spend(long seed, long bytesPerSecond, int capBytes) {
    var random = new Random(seed);
    var pacer = new Pacer();
    long now = 1_000_000_000L;
    long begin = now;
    pacer.renew(new Grant(bytesPerSecond, capBytes), now);
    long underThis = 0;
    long inAll = 0;
    int left = 0;
    int next = pieceBytes(seed, left);
    while (left < PIECES && now - begin < 2_000_000_000L) {
      if (random.nextInt(40) == 0) {
        pacer.renew(new Grant(bytesPerSecond, capBytes), now);
        underThis = 0;
      }
      if (pacer.take(next, now)) {
        underThis += next;
        inAll += next;
        left++;
        next = pieceBytes(seed, left);
      }
      assertTrue(underThis <= capBytes, "one grant's cap: " + underThis);
      double granted = bytesPerSecond * 1e-9 * (now - begin);
      double bucket = Math.max(4 * Limits.DATAGRAM_BYTES, bytesPerSecond * 5e-3);
      assertTrue(inAll <= granted + bucket, "%d of %.0f".formatted(inAll, granted + bucket));
      now += random.nextInt(2_000_000);
    }
    return left;
  }

  /** Datagrams of tiles, the same for each budget. */
  private static int pieceBytes(long seed, int index) {
    return 100 + new Random(seed * 31 + index).nextInt(Limits.DATAGRAM_BYTES - 100);
  }

  @Property(tries = 100)
  void aBudgetIsNeverExceededAndMoreNeverBuysLess(@ForAll long seed) {
    var random = new Random(seed);
    long few = random.nextLong(5_000_000);
    int cap = 1_200 + random.nextInt(100_000);
    int bought = spend(seed, few, cap);
    assertTrue(spend(seed, few + random.nextLong(5_000_000), cap) >= bought, "a larger pace");
    assertTrue(spend(seed, few, cap + random.nextInt(100_000)) >= bought, "a larger cap");
  }

  @Test
  void absurdBudgetsAreHarmless() {
    assertEquals(0, spend(1, 0, 0));
    assertEquals(0, spend(1, 1_000_000, 0));
    assertTrue(spend(1, Limits.GRANT_BYTES_PER_SECOND, Integer.MAX_VALUE) > 500);
    var pacer = new Pacer();
    pacer.renew(new Grant(1_000_000, 64_000), 0);
    assertFalse(pacer.take(1_200, Limits.GRANT_NANOS), "an expired grant");
  }
}
