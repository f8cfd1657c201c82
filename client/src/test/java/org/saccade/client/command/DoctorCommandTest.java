package org.saccade.client.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saccade.client.ExitCode;
import org.saccade.client.Stop;
import org.saccade.client.Surroundings;
import org.saccade.offload.edge.EdgeConfig;
import org.saccade.offload.edge.EdgeServer;
import org.saccade.offload.edge.TileSource;
import org.saccade.offload.link.EdgeDoor;
import org.saccade.offload.secure.Keyring;
import org.saccade.render.tile.Cell;
import org.saccade.render.tile.Face;
import org.saccade.render.tile.Fingerprint;
import org.saccade.render.tile.Recipe;
import org.saccade.render.tile.Shell;

/** {@code doctor --edge} against real edges on loopback. */
@NullMarked
@SuppressWarnings("NullAway.Init") // JUnit sets the folder
final class DoctorCommandTest {
  private static final InetAddress HOST = InetAddress.getLoopbackAddress();

  @TempDir Path folder;

  private final Stop stop = new Stop();

  /** Serves a scene that is never baked. */
  private static final class NoTiles implements TileSource {
    @Override
    public String sceneName() {
      return "nothing";
    }

    @Override
    public Fingerprint scene() {
      return Fingerprint.sha256(new byte[] {1});
    }

    @Override
    public Recipe recipe() {
      return Recipe.standard(1, scene(), 1, 85);
    }

    @Override
    public void bakeFace(Shell shell, Cell cell, Face face, Sink sink) {
      throw new IllegalStateException("nothing is baked here");
    }

    @Override
    public void bakeDraft(Shell shell, Cell cell, Face face, Sink sink) {
      throw new IllegalStateException("nothing is drafted here");
    }

    @Override
    public void close() {}
  }

  private record Told(int status, String shown, String words) {}

  private Told doctor(String... arguments) {
    var shown = new ByteArrayOutputStream();
    var told = new ByteArrayOutputStream();
    var surroundings =
        new Surroundings(
            Map.of("XDG_CONFIG_HOME", folder.toString()),
            folder,
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(shown, true, StandardCharsets.UTF_8),
            new PrintStream(told, true, StandardCharsets.UTF_8),
            System::nanoTime,
            System.nanoTime(),
            stop);
    var line = new ArrayList<>(List.of("doctor"));
    line.addAll(List.of(arguments));
    int status = CommandLines.execute(surroundings, line);
    return new Told(
        status, shown.toString(StandardCharsets.UTF_8), told.toString(StandardCharsets.UTF_8));
  }

  private EdgeServer edge(String keys) throws IOException {
    var credentials = new Keyring(folder.resolve(keys), new SecureRandom()).ofEdge(false);
    return EdgeServer.start(
        EdgeConfig.embedded(null), EdgeDoor.of(credentials), NoTiles::new, System::nanoTime);
  }

  @Test
  void saysWhatALinkWillCarryAndWritesTheSame() throws IOException {
    var file = folder.resolve("link.json");
    try (var edge = edge("saccade")) {
      var told =
          doctor("--edge", "127.0.0.1:" + edge.port(), "--seconds", "2", "--json", file.toString());
      assertEquals(ExitCode.DONE.number(), told.status(), told.words());
      assertTrue(told.shown().contains("round trip"), told.shown());
      assertTrue(told.shown().contains("Mbit/s down"), told.shown());
      var results = new ObjectMapper().readTree(file.toFile()).path("results");
      assertTrue(results.path("round_trip").path("p99_ms").asDouble() > 0, told.shown());
      assertTrue(results.path("mbit_s").asDouble() > 0, told.shown());
      assertTrue(
          List.of("edge", "hybrid", "local").contains(results.path("mode").asText()),
          results.toString());
      assertTrue(told.shown().contains(results.path("words").path(0).asText()), told.shown());
    }
  }

  @Test
  void anEdgeThatIsNotPairedNamesTheCommand() throws IOException {
    try (var edge = edge("somebody else")) {
      var told = doctor("--edge", "127.0.0.1:" + edge.port(), "--seconds", "2");
      assertEquals(ExitCode.FAILED.number(), told.status());
      assertTrue(told.words().contains("./saccade pair 127.0.0.1:" + edge.port()), told.words());
    }
  }

  @Test
  void anEdgeThatIsNotThereSaysWhatToLookAt() throws IOException {
    int nobody;
    try (var taken = new ServerSocket(0, 1, HOST)) {
      nobody = taken.getLocalPort();
    }
    var told = doctor("--edge", "127.0.0.1:" + nobody);
    assertEquals(ExitCode.FAILED.number(), told.status());
    assertTrue(told.words().contains("no edge answers at 127.0.0.1:" + nobody), told.words());
    assertTrue(told.words().contains("./saccade edge"), told.words());
  }

  @Test
  void stoppingIsClean() throws IOException {
    stop.request();
    try (var edge = edge("saccade")) {
      var file = folder.resolve("link.json");
      var told = doctor("--edge", "127.0.0.1:" + edge.port(), "--json", file.toString());
      assertEquals(ExitCode.STOPPED.number(), told.status());
      assertFalse(Files.exists(file));
    }
  }

  @Test
  void refusesWhatIsNoEdgeAndWhatIsTooLong() {
    assertEquals(ExitCode.USAGE.number(), doctor("--edge", "embedded").status());
    assertEquals(
        ExitCode.USAGE.number(), doctor("--edge", "127.0.0.1", "--seconds", "600").status());
  }
}
