package org.saccade.client.headset;

import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.saccade.client.monado.RemoteDriver;
import org.saccade.client.monado.RemoteInput;
import org.saccade.xr.Motion;
import org.saccade.xr.WalkMotion;

/** Moves the runtime's head along a motion, 90 times a second, until closed. */
final class RecordedHead implements AutoCloseable {
  private static final long PERIOD_MICROS = 11_111;

  private final ScheduledExecutorService player =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("recorded head").factory());
  private final RemoteDriver driver;
  private final Motion motion;
  private final long start = System.nanoTime();
  private final Future<?> playing;

  private RecordedHead(RemoteDriver driver, Motion motion) {
    this.driver = driver;
    this.motion = motion;
    playing = player.scheduleAtFixedRate(this::send, 0, PERIOD_MICROS, TimeUnit.MICROSECONDS);
  }

  /** Follows the seeded visit, which stands still between walks. */
  static RecordedHead visit(RemoteDriver driver) {
    return new RecordedHead(driver, WalkMotion.visit(1, 60));
  }

  private void send() {
    var head = motion.poseAt((System.nanoTime() - start) * 1e-9);
    driver.send(RemoteInput.standing().withHead(head));
  }

  @Override
  public void close() {
    playing.cancel(false);
    player.shutdownNow();
    player.close();
  }
}
