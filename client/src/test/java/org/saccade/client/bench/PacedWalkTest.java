package org.saccade.client.bench;

import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.saccade.client.Failure;
import org.saccade.offload.predict.train.Recording;

@NullMarked
final class PacedWalkTest {
  /** Twelve seconds, of which only the last two are walked at 1 m/s. */
  private static Recording walk(String person, double metresPerSecond) {
    int rows = 13;
    var times = new double[rows];
    var poses = new double[7 * rows];
    for (int i = 0; i < rows; i++) {
      times[i] = 5 + i;
      poses[7 * i] = Math.min(i, 10) * metresPerSecond + Math.max(0, i - 10);
      poses[7 * i + 1] = i % 2; // nodding is no walking
      poses[7 * i + 6] = 1;
    }
    return new Recording(person, times, poses, new float[0]);
  }

  @Test
  void whoStandsIsPassedOver() {
    var walker = walk("walker", 0.06);
    var walks = List.of(walk("stander", 0), walk("swayer", 0.04), walker, walk("runner", 3));
    assertSame(walker, PacedWalk.first(walks, "people"));
  }

  @Test
  void whereNobodyWalksOneLineSaysSo() {
    var walks = List.of(walk("stander", 0), walk("swayer", 0.04));
    var failure = assertThrows(Failure.class, () -> PacedWalk.first(walks, "people"));
    var words = String.valueOf(failure.getMessage());
    assertTrue(words.contains("'people'") && words.contains("swayer, 0.040 m/s"), words);
    assertTrue(words.contains("needs 0.05 m/s") && words.lines().count() == 1, words);
  }
}
