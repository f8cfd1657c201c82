package org.saccade.client.headset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saccade.client.Main;

/** No runtime, no service, no display: one line with the remedy. Each in a process of its own. */
@Tag("xr")
@SuppressWarnings("NullAway.Init") // JUnit sets the folder
final class MissingRuntimeTest {
  @TempDir Path folder;

  private record Told(int status, String words) {
    List<String> lines() {
      return words.lines().filter(line -> line.startsWith("saccade: ")).toList();
    }
  }

  private Told run(Map<String, String> changes, String... arguments)
      throws IOException, InterruptedException {
    var command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().remove("DISPLAY");
    builder.environment().putAll(changes);
    builder.environment().put("XR_LOADER_DEBUG", "none");
    builder.environment().put("XDG_CACHE_HOME", folder.toString());
    builder.environment().remove("XR_ENABLE_API_LAYERS");
    var process = builder.start();
    var words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), "it does not end");
    return new Told(process.exitValue(), words);
  }

  @Test
  void withoutARuntimeItSaysHowToGetOne() throws IOException, InterruptedException {
    var none = Map.of("XR_RUNTIME_JSON", folder.resolve("none.json").toString());
    var told = run(none, "run", "--xr", "--scene", "studio");
    assertEquals(3, told.status(), told.words());
    assertEquals(1, told.lines().size(), told.words());
    assertTrue(told.words().contains("XR_RUNTIME_JSON"), told.words());
    assertTrue(told.words().contains("./saccade doctor"), told.words());
  }

  @Test
  void withoutItsServiceItSaysWhatToStart() throws IOException, InterruptedException {
    var told = run(Map.of(), "run", "--xr", "--scene", "studio");
    assertEquals(3, told.status(), told.words());
    assertEquals(1, told.lines().size(), told.words());
    assertTrue(told.words().contains("monado-service"), told.words());
  }

  @Test
  void doctorNamesTheSame() throws IOException, InterruptedException {
    var told = run(Map.of(), "doctor", "--via", "lo");
    assertEquals(0, told.status(), told.words());
    assertTrue(told.words().contains("openxr"), told.words());
    assertTrue(told.words().contains("monado-service"), told.words());
  }
}
