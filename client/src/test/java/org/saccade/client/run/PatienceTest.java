package org.saccade.client.run;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
final class PatienceTest {
  private static final long NANOS = 100;

  @Test
  void lastsAsLongAsPiecesCome() {
    var patience = new Patience(NANOS, 0);
    for (int i = 0; i < 50; i++) {
      assertFalse(patience.isOver(50 - i, i * NANOS), "piece " + i);
    }
    assertFalse(patience.isOver(1, 50 * NANOS - 1));
    assertTrue(patience.isOver(1, 50 * NANOS + 1));
  }

  @Test
  void whatIsLostAndComesAgainIsNoPiece() {
    var patience = new Patience(NANOS, 0);
    assertFalse(patience.isOver(3, 0));
    assertFalse(patience.isOver(5, NANOS / 2));
    assertTrue(patience.isOver(3, NANOS + 1));
  }

  @Test
  void endsWhereNothingEverCame() {
    var patience = new Patience(NANOS, 7);
    assertFalse(patience.isOver(Integer.MAX_VALUE, NANOS + 7));
    assertTrue(patience.isOver(Integer.MAX_VALUE, NANOS + 8));
  }
}
