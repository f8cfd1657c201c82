package org.saccade.offload.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.saccade.render.tile.Fingerprint;
import org.saccade.render.tile.Recipe;

@NullMarked
final class CacheReplayTest {
  private static final Recipe RECIPE = Recipe.standard(1, new Fingerprint(1, 2, 3, 4));

  private static TileRequests requests(long... addresses) {
    var all = new TileRequests();
    for (int i = 0; i < addresses.length; i++) {
      all.add(i, 0, addresses[i]);
    }
    return all;
  }

  private static double hits(String policy, TileRequests requests, int capacity) {
    return CacheReplay.hitShare(policy, requests, capacity, 2, 1, done -> {});
  }

  @Test
  void policiesDoWhatTheirNamesSay() {
    var two = requests(1, 2, 3, 1, 2, 3);
    assertEquals(0, hits("lru", two, 2));
    assertEquals(2 / 6.0, hits("belady", two, 2));
    var often = requests(1, 1, 1, 2, 3, 4, 1);
    assertEquals(3 / 7.0, hits("lfu", often, 2));
    assertEquals(2 / 7.0, hits("lru", often, 2));
  }

  @Test
  void beladyIsNeverBeaten() {
    var random = new Random(3);
    long[] addresses = LongStream.range(0, 3_000).map(i -> random.nextInt(80)).toArray();
    var all = requests(addresses);
    for (int capacity : new int[] {1, 8, 40}) {
      double best = hits("belady", all, capacity);
      for (var policy : CacheReplay.POLICIES) {
        assertTrue(hits(policy, all, capacity) <= best, policy + " at " + capacity);
      }
    }
    assertEquals(all.size() - all.distinct(), Math.round(hits("ours", all, 80) * all.size()));
  }

  @Test
  void peopleWhoLookTheSameWayShareTilesAndTheSeedDecidesTheRest() {
    var rows = new ArrayList<Watching>();
    for (int user = 0; user < 4; user++) {
      for (int i = 0; i < 20; i++) {
        rows.add(new Watching(user, 0.2 * i, 0.1, user == 3 ? 3 : 0.2));
      }
    }
    var one = new PopularityRequests(RECIPE).of(List.of(rows), 2, 7);
    var again = new PopularityRequests(RECIPE).of(List.of(rows), 2, 7);
    assertEquals(one.size(), again.size());
    int shared = one.size() - one.distinct();
    assertTrue(shared >= one.size() / 2, shared + " of " + one.size());
    for (int i = 1; i < one.size(); i++) {
      assertEquals(one.address(i), again.address(i));
      assertTrue(one.nanos(i) >= one.nanos(i - 1));
    }
  }

  @Test
  void aBadRowIsNamed() {
    var told =
        assertThrows(
            PopularityCsv.MalformedException.class,
            () -> PopularityCsv.parse("a.csv", List.of("user,t_s,pitch_deg,yaw_deg", "1,0,91,0")));
    assertEquals(
        "a.csv, line 2, column pitch_deg: '91' is not a number of -90.0..90.0", told.getMessage());
  }
}
