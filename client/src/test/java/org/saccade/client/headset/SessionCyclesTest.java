package org.saccade.client.headset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saccade.client.monado.MonadoService;
import org.saccade.client.monado.OtherProgram;
import org.saccade.client.monado.RuntimePlace;
import org.saccade.client.monado.VirtualDisplay;
import org.saccade.testing.Await;

/**
 * A runtime that dies under its client and comes back, and another program that takes the focus and
 * gives it back. {@code -Dsaccade.xr.cycles=20} asks for more of it.
 */
@Tag("xr")
@SuppressWarnings("NullAway.Init") // JUnit sets the folder
final class SessionCyclesTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int CYCLES = Integer.getInteger("saccade.xr.cycles", 3);

  private final RuntimePlace place = RuntimePlace.from(System.getenv());

  @TempDir Path folder;

  @BeforeAll
  static void keepAwtAwayFromTheDisplay() {
    System.setProperty("java.awt.headless", "true");
  }

  /** What a process holds. */
  private record Held(int threads, int files) {
    static Held now() throws IOException {
      try (var open = Files.list(Path.of("/proc/self/fd"));
          var tasks = Files.list(Path.of("/proc/self/task"))) {
        return new Held((int) tasks.count(), (int) open.count());
      }
    }
  }

  private void awaitPicture() {
    var display = VirtualDisplay.of(place, MonadoService.Mode.SIMULATED);
    Await.until("a picture in the headset", PATIENCE, () -> isLit(display.eye(1)));
  }

  private static boolean isLit(BufferedImage eye) {
    return (eye.getRGB(eye.getWidth() / 2, eye.getHeight() * 3 / 4) & 0xFFFFFF) != 0;
  }

  /** Another program takes the input, which the runtime's answers tell, and ends. */
  private void loseFocusAndRegainIt(WornClient client, int time) {
    awaitPicture(); // the input is the client's by then
    try (var _ = OtherProgram.start(place)) {
      client.awaitSaid("saccade: another program has the headset's input", time);
    }
    client.awaitSaid("saccade: the headset's input is back", time);
  }

  @Test
  void fallsBackToTheFlatScreenAndReturnsByItself() throws IOException {
    var small = Map.of("XRT_COMPOSITOR_SCALE_PERCENTAGE", "25");
    try (var service = MonadoService.start(place, MonadoService.Mode.SIMULATED, small);
        var client =
            WornClient.start(
                folder, "run", "--xr", "--scene", "studio", "--edge", "none", "--size",
                "160x120")) {
      client.awaitSaid("saccade: headset: ", 1);
      awaitPicture();
      Held first = null;
      for (int cycle = 1; cycle <= CYCLES; cycle++) {
        service.crash();
        client.awaitSaid("saccade: no headset: ", cycle);
        service.restart();
        client.awaitSaid("saccade: headset: ", cycle + 1);
        loseFocusAndRegainIt(client, cycle);
        var held = Held.now();
        if (first == null) {
          first = held;
        } else {
          assertTrue(
              held.threads() <= first.threads() + 2,
              "threads: %s, first %s".formatted(held, first));
          assertTrue(
              held.files() <= first.files() + 2, "files: %s, first %s".formatted(held, first));
        }
        assertTrue(client.isRunning(), client::said);
      }
      client.stop();
      assertEquals(130, client.await(Duration.ofSeconds(20)), client::said);
    }
  }
}
