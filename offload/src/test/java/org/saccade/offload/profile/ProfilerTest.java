package org.saccade.offload.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import org.junit.jupiter.api.Test;

final class ProfilerTest {
  private static final long PERIOD = 10_000_000L;
  private static final long WAITED = 5_000_000L;

  private final Profiler profiler = new Profiler(8);
  private long now = 1_000_000_000L;

  /** Waits for the display until {@code idle} is over, then draws. */
  private void frame(long idle, long drawing, long waitedOnLink) {
    profiler.beginFrame(now, PERIOD);
    profiler.endPhase(Phase.POLL, now += 100_000 + waitedOnLink);
    if (waitedOnLink > 0) {
      profiler.waitedOnLink(waitedOnLink);
    }
    profiler.endPhase(Phase.WAIT, now += idle);
    profiler.endPhase(Phase.DRAW, now += drawing);
    profiler.endPhase(Phase.END, now += 200_000);
    profiler.endPhase(Phase.RECORD, now += 10_000);
    profiler.endFrame();
  }

  @Test
  void stampsEachPhase() {
    frame(2_000_000, 3_000_000, 0);
    var record = Objects.requireNonNull(profiler.last(0));
    assertEquals(100_000, record.phases().nanos(Phase.POLL));
    assertEquals(2_000_000, record.phases().nanos(Phase.WAIT));
    assertEquals(3_000_000, record.phases().nanos(Phase.DRAW));
    assertEquals(0, record.phases().nanos(Phase.DECIDE));
    assertEquals(3_300_000, record.busyNanos());
    assertEquals(3.3e6, (double) profiler.busy().nanosAt(50), 5e3);
  }

  @Test
  void aWaitOnTheLinkThatMakesAFrameMissIsCounted() {
    frame(2_600_000, 7_000_000, 0);
    assertEquals(0, profiler.framesMissed());
    frame(0, 7_000_000, WAITED);
    assertEquals(1, profiler.framesMissed());
    assertEquals(1, profiler.framesMissedByNetwork());
    var record = Objects.requireNonNull(profiler.last(0));
    assertTrue(record.isMissedByNetwork());
    assertEquals(WAITED, record.waitedOnLinkNanos());
  }

  @Test
  void framesThatNothingPacesSaveUpNothingForASlowOne() {
    for (int i = 0; i < 100; i++) {
      frame(0, 1_000_000, 0);
    }
    frame(0, 30_000_000, WAITED);
    assertEquals(1, profiler.framesMissed());
    assertEquals(1, profiler.framesMissedByNetwork());
  }

  @Test
  void aSlowFrameWithoutAWaitIsNotTheNetworksFault() {
    frame(0, 30_000_000, 0);
    frame(0, 30_000_000, 50_000);
    assertEquals(2, profiler.framesMissed());
    assertEquals(0, profiler.framesMissedByNetwork());
  }

  @Test
  void aWaitThatMissesNoFrameIsNoMiss() {
    frame(0, 1_000_000, WAITED);
    assertEquals(0, profiler.framesMissed());
    assertFalse(Objects.requireNonNull(profiler.last(0)).isMissed());
  }

  @Test
  void oneLongFrameIsOneMiss() {
    frame(9_000_000, 500_000, 0);
    frame(0, 55_000_000, 0);
    for (int i = 0; i < 5; i++) {
      frame(9_000_000, 500_000, 0);
    }
    assertEquals(1, profiler.framesMissed());
  }

  @Test
  void keepsTheLastFramesOnly() {
    for (int i = 0; i < 20; i++) {
      frame(0, 1_000_000 + i, 0);
    }
    assertEquals(19, Objects.requireNonNull(profiler.last(0)).index());
    assertEquals(12, Objects.requireNonNull(profiler.last(7)).index());
    assertNull(profiler.last(8));
    assertEquals(20, profiler.frames());
  }
}
