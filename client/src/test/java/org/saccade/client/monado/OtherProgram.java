package org.saccade.client.monado;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.List;
import org.saccade.testing.Await;

/**
 * Another OpenXR program: Khronos' {@code hello_xr}. Monado gives the focus to the program that
 * began its session last, and back when that ends.
 */
public final class OtherProgram implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Process process;

  private OtherProgram(Process process) {
    this.process = process;
  }

  /** Starts it; it takes the focus a moment later. */
  public static OtherProgram start(RuntimePlace place) {
    var builder = new ProcessBuilder("hello_xr", "-g", "Vulkan2").redirectErrorStream(true);
    builder.environment().remove("XR_ENABLE_API_LAYERS"); // its own errors are not ours
    builder.redirectOutput(Redirect.to(place.logs().resolve("hello_xr.log").toFile()));
    try {
      return new OtherProgram(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException("hello_xr (libopenxr-utils) did not start", e);
    }
  }

  /** Tells the runtime something by its own tool. */
  public static void control(RuntimePlace place, String... options) {
    var command = new java.util.ArrayList<>(List.of("monado-ctl"));
    command.addAll(List.of(options));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(Redirect.to(place.logs().resolve("monado-ctl.log").toFile()));
    try {
      var running = builder.start();
      Await.until("the end of monado-ctl", PATIENCE, () -> !running.isAlive());
      if (running.exitValue() != 0) {
        throw new AssertionError("monado-ctl ended with " + running.exitValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("monado-ctl (monado-cli) did not start", e);
    }
  }

  /** Any key ends it. */
  @Override
  public void close() {
    try (var keys = process.getOutputStream()) {
      keys.write('\n');
    } catch (IOException e) {
      process.destroyForcibly(); // it ended by itself, or hears nothing
    }
    try {
      Await.until("the end of hello_xr", PATIENCE, () -> !process.isAlive());
    } catch (AssertionError stuck) {
      process.destroyForcibly();
      throw stuck;
    }
  }
}
