package org.saccade.client.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saccade.client.ExitCode;
import org.saccade.client.Stop;
import org.saccade.client.Surroundings;
import org.saccade.offload.link.EdgeDoor;
import org.saccade.offload.link.KryoListener;
import org.saccade.offload.link.PairingDesk;
import org.saccade.offload.secure.Keyring;
import org.saccade.testing.Await;

/** {@code pair} against an edge's listener, each with a folder of its own. */
@NullMarked
@SuppressWarnings("NullAway.Init") // JUnit sets the folder
final class PairCommandTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  @TempDir Path folder;

  private final SecureRandom random = new SecureRandom();
  private Keyring edgeKeys;
  private PairingDesk desk;
  private KryoListener listener;

  private record Told(int status, String shown, String words) {}

  @BeforeEach
  void listen() throws IOException {
    edgeKeys = new Keyring(folder.resolve("edge"), random);
    desk =
        new PairingDesk(
            (key, name) -> {
              try {
                edgeKeys.keepDevice(key, name);
              } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
              }
            },
            random);
    listener =
        KryoListener.listen(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            2,
            new EdgeDoor(edgeKeys.ofEdge(false), desk),
            System::nanoTime);
  }

  @AfterEach
  void close() {
    listener.close();
  }

  private String address() {
    return "127.0.0.1:" + listener.port();
  }

  private Told pair(String typed) {
    var shown = new ByteArrayOutputStream();
    var told = new ByteArrayOutputStream();
    var surroundings =
        new Surroundings(
            Map.of("XDG_CONFIG_HOME", folder.resolve("device").toString()),
            folder,
            new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(shown, true, StandardCharsets.UTF_8),
            new PrintStream(told, true, StandardCharsets.UTF_8),
            System::nanoTime,
            System.nanoTime(),
            new Stop());
    int status = CommandLines.execute(surroundings, List.of("pair", address()));
    return new Told(
        status, shown.toString(StandardCharsets.UTF_8), told.toString(StandardCharsets.UTF_8));
  }

  private PairingDesk.Offer offer() {
    Await.until("the edge shows digits", SOON, () -> desk.offer().isPresent());
    return desk.offer().orElseThrow();
  }

  @Test
  void bothShowTheSameDigitsAndKeepEachOthersKeys() throws Exception {
    desk.open(System.nanoTime());
    var device = CompletableFuture.supplyAsync(() -> pair("y\n"));
    var offer = offer();
    desk.answer(offer.number(), true, System.nanoTime());
    Told told = device.get();
    assertEquals(ExitCode.DONE.number(), told.status(), told.words());
    assertTrue(told.shown().contains(Typed.spaced(offer.code())), told.shown());
    assertTrue(told.shown().contains("./saccade run --edge " + address()), told.shown());
    String pinned = Files.readString(folder.resolve("device/saccade/known_edges"));
    assertTrue(pinned.endsWith(" " + address() + "\n"), pinned);
    String known = Files.readString(folder.resolve("edge/known_devices"));
    assertTrue(known.contains("device at 127.0.0.1"), known);
    assertFalse((told.shown() + told.words()).contains(pinned.substring(0, 64)), "shows a key");
  }

  @Test
  void aNoOfThePersonAtTheDeviceKeepsNothing() throws Exception {
    desk.open(System.nanoTime());
    Told told = pair("n\n");
    assertEquals(ExitCode.FAILED.number(), told.status());
    assertTrue(told.words().contains("somebody stands between"), told.words());
    assertFalse(Files.exists(folder.resolve("device/saccade/known_edges")));
    assertFalse(Files.exists(folder.resolve("edge/known_devices")));
  }

  @Test
  void aNoOfTheOperatorKeepsNothing() throws Exception {
    desk.open(System.nanoTime());
    var device = CompletableFuture.supplyAsync(() -> pair("y\n"));
    desk.answer(offer().number(), false, System.nanoTime());
    Told told = device.get();
    assertEquals(ExitCode.FAILED.number(), told.status());
    assertTrue(told.words().contains("not paired"), told.words());
    assertFalse(Files.exists(folder.resolve("device/saccade/known_edges")));
  }

  @Test
  void aClosedDoorIsSaidInOneLine() {
    Told told = pair("");
    assertEquals(ExitCode.FAILED.number(), told.status());
    assertTrue(told.words().contains("start the edge with --pair"), told.words());
    assertEquals(1, told.words().lines().count(), told.words());
  }

  @Test
  void anEdgeThatIsNotThereIsSaidInOneLine() {
    listener.close();
    Told told = pair("");
    assertEquals(ExitCode.FAILED.number(), told.status());
    assertTrue(told.words().contains("./saccade edge --pair"), told.words());
  }
}
