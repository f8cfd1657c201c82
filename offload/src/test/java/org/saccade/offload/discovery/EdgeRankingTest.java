package org.saccade.offload.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class EdgeRankingTest {
  private static FoundEdge edge(String key, double roundTripMs, int sessions, String scene) {
    return new FoundEdge(
        InetAddress.getLoopbackAddress(),
        47_820,
        "edge " + key,
        scene,
        sessions,
        16,
        key,
        (long) (roundTripMs * 1e6));
  }

  private static List<String> best(List<FoundEdge> found) {
    return EdgeRanking.best(found, key -> !key.startsWith("x"), "hall").stream()
        .map(FoundEdge::key)
        .toList();
  }

  @Test
  void theNearestComesFirst() {
    assertEquals(
        List.of("b", "a", "c"),
        best(List.of(edge("a", 4, 0, "hall"), edge("b", 2, 0, "hall"), edge("c", 9, 0, "hall"))));
  }

  @Test
  void aLoadedEdgeComesAfterAnIdleOneALittleFarther() {
    var idle = edge("idle", 6, 0, "hall");
    var loaded = edge("loaded", 2, 12, "hall");
    assertEquals(List.of("idle", "loaded"), best(List.of(loaded, idle)));
    var far = edge("idle", 40, 0, "hall");
    assertEquals(List.of("loaded", "idle"), best(List.of(loaded, far)));
  }

  @Test
  void strangersFullOnesAndThoseOfAnotherSceneAreNotChosen() {
    assertEquals(
        List.of("loading"),
        best(
            List.of(
                edge("x", 1, 0, "hall"),
                edge("full", 1, 16, "hall"),
                edge("other", 1, 0, "yard"),
                edge("loading", 5, 0, ""))));
  }

  @Test
  void theOrderDoesNotHangOnWhoAnsweredFirst() {
    var random = new Random(9);
    List<FoundEdge> found = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      found.add(edge("k" + i, 1 + random.nextInt(3), random.nextInt(16), "hall"));
    }
    var once = best(found);
    for (int i = 0; i < 50; i++) {
      Collections.shuffle(found, random);
      assertEquals(once, best(found));
    }
  }
}
