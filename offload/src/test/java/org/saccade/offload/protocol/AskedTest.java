package org.saccade.offload.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class AskedTest {
  private static final long OVERDUE = 50_000_000L;
  private static final long FRAME = 10_000_000L;

  private final Asked asked = new Asked();

  @Test
  void raisesTheAttemptWhenTheAnswerIsOverdue() {
    assertEquals(0, asked.attempt(7, 0, OVERDUE));
    for (long now = FRAME; now <= OVERDUE; now += FRAME) {
      assertEquals(0, asked.attempt(7, now, OVERDUE));
    }
    assertEquals(1, asked.attempt(7, OVERDUE + FRAME, OVERDUE));
    assertEquals(1, asked.attempt(7, OVERDUE + 2 * FRAME, OVERDUE));
  }

  @Test
  void noAnswerIsOverdueWhileNothingComesAtAll() {
    assertEquals(0, asked.attempt(7, 0, OVERDUE));
    for (long now = FRAME; now <= 100 * FRAME; now += FRAME) {
      asked.silence(now);
      assertEquals(0, asked.attempt(7, now, OVERDUE));
    }
    assertEquals(0, asked.attempt(7, 100 * FRAME + OVERDUE, OVERDUE));
    assertEquals(1, asked.attempt(7, 101 * FRAME + OVERDUE, OVERDUE));
  }

  @Test
  void aPieceIsASignOfLife() {
    asked.attempt(7, 0, OVERDUE);
    asked.attempt(7, 4 * FRAME, OVERDUE);
    asked.sawPiece(7, 4 * FRAME);
    assertEquals(0, asked.attempt(7, 8 * FRAME, OVERDUE));
    assertEquals(1, asked.attempt(7, 10 * FRAME, OVERDUE));
  }

  @Test
  void waitsLongerAndLongerForATileThatMustBeBaked() {
    int attempt = 0;
    for (long now = 0; now < 10_000_000_000L; now += FRAME) {
      attempt = asked.attempt(7, now, OVERDUE);
    }
    assertTrue(attempt > 4 && attempt < 15, attempt + " attempts in 10 s");
  }

  @Test
  void theAttemptGoesRoundRatherThanStayWhereNobodyAnswersIt() {
    int before = asked.attempt(7, 0, OVERDUE);
    long now = 0;
    for (int i = 0; i < 600; i++) {
      now += 2_000_000_000L;
      asked.wasUseless(7, now);
      int attempt = asked.attempt(7, now, OVERDUE);
      assertEquals((before + 1) % 256, attempt);
      before = attempt;
    }
  }

  @Test
  void theClockStandsStillWhileATileIsNotListed() {
    asked.attempt(7, 0, OVERDUE);
    assertEquals(0, asked.attempt(7, 1_000_000_000L, OVERDUE));
  }

  @Test
  void aRefusedTileIsClosedForAWhile() {
    asked.attempt(7, 0, OVERDUE);
    asked.wasRefused(7, 0);
    assertTrue(asked.isClosed(7, FRAME));
    assertFalse(asked.isClosed(8, FRAME));
    assertFalse(asked.isClosed(7, 3_000_000_000L));
    assertEquals(1, asked.attempt(7, 3_000_000_000L, OVERDUE));
  }

  @Test
  void forgetsWhatNobodyAsksForAnyMoreAndStaysBounded() {
    for (long address = 0; address < 100_000; address++) {
      asked.attempt(address * 7919, address * FRAME, OVERDUE);
      assertTrue(asked.size() <= 1_024);
    }
    long last = 99_999 * 7919L;
    assertEquals(0, asked.attempt(last, 99_999 * FRAME, OVERDUE));
  }
}
