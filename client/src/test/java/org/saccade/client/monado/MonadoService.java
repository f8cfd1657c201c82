package org.saccade.client.monado;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.saccade.testing.Await;

/**
 * A running {@code monado-service}, owned by the test that started it. It serves the clients of
 * this JVM, so there is at most one at a time. Starting takes about a second.
 *
 * <p>It is a child of this JVM and must be closed; should the JVM be killed, the session that the
 * script opened ends it.
 */
public final class MonadoService implements AutoCloseable {
  private static final String READY = "The Monado service has started";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final RuntimePlace place;
  private final Mode mode;
  private final Map<String, String> settings;
  private Process process;

  /** What the service pretends to have. */
  public enum Mode {
    /** A head-mounted display that sways by itself, shown on the virtual display. */
    SIMULATED,
    /** A head, hands and buttons that a {@link RemoteDriver} moves, shown on the display. */
    REMOTE,
    /** The simulated head without any display: 20 Hz, nothing composited. */
    NULL;

    private Map<String, String> settings() {
      return switch (this) {
        case SIMULATED -> Map.of("SIMULATED_ENABLE", "1", "XRT_COMPOSITOR_FORCE_XCB", "1");
        case REMOTE ->
            Map.of("P_OVERRIDE_ACTIVE_CONFIG", "remote", "XRT_COMPOSITOR_FORCE_XCB", "1");
        case NULL -> Map.of("SIMULATED_ENABLE", "1", "XRT_COMPOSITOR_NULL", "1");
      };
    }
  }

  private MonadoService(RuntimePlace place, Mode mode, Map<String, String> settings) {
    this.place = place;
    this.mode = mode;
    this.settings = Map.copyOf(settings);
    this.process = launch();
  }

  /** Starts the service and returns once clients can reach it. */
  public static MonadoService start(RuntimePlace place, Mode mode) {
    return start(place, mode, Map.of());
  }

  /**
   * Starts the service with more of its own settings, for example {@code
   * XRT_COMPOSITOR_DEFAULT_FRAMERATE=90}.
   */
  public static MonadoService start(RuntimePlace place, Mode mode, Map<String, String> settings) {
    return new MonadoService(place, mode, settings);
  }

  /** Kills it as a crash would: clients see their instance lost. */
  public void crash() {
    process.destroyForcibly();
    Await.until("the end of a killed monado-service", PATIENCE, () -> !process.isAlive());
  }

  /** Starts it again in the same mode, after a crash or not. */
  public void restart() {
    close();
    process = launch();
  }

  /** True while the process lives. */
  public boolean isRunning() {
    return process.isAlive();
  }

  /** What it said, since the first start of the newest run. */
  public Path log() {
    return place.logs().resolve("monado-service.log");
  }

  /** Asks it to end, and insists after a while. */
  @Override
  public void close() {
    process.destroy();
    try {
      Await.until("the end of monado-service", Duration.ofSeconds(5), () -> !process.isAlive());
    } catch (AssertionError stuck) {
      crash();
    }
  }

  private Process launch() {
    try {
      for (String left : List.of("monado_comp_ipc", "monado.pid")) { // by one that was killed
        Files.deleteIfExists(place.runtimeFolder().resolve(left));
      }
      Files.deleteIfExists(log());
      var builder = new ProcessBuilder("monado-service").redirectErrorStream(true);
      builder.environment().putAll(mode.settings());
      builder.environment().putAll(settings);
      builder.redirectInput(Redirect.from(Path.of("/dev/null").toFile()));
      builder.redirectOutput(log().toFile());
      Process started = builder.start();
      awaitReady(started);
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "monado-service did not start; is this JVM inside 'monado java'?", e);
    }
  }

  private void awaitReady(Process started) {
    try {
      Await.until(
          "the start of monado-service",
          PATIENCE,
          () -> said().contains(READY) || !started.isAlive());
    } catch (AssertionError late) {
      started.destroyForcibly();
      throw new AssertionError("monado-service did not get ready; it said:\n" + said(), late);
    }
    if (!started.isAlive()) {
      throw new AssertionError(
          "monado-service ended with %d; it said:%n%s".formatted(started.exitValue(), said()));
    }
  }

  private String said() {
    try {
      return Files.readString(log());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
