package org.saccade.client.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saccade.client.ExitCode;
import org.saccade.offload.link.EdgeDoor;
import org.saccade.offload.link.KryoListener;
import org.saccade.offload.link.PairingDesk;
import org.saccade.offload.secure.Keyring;
import org.saccade.testing.Await;

/** {@code pair} against an edge's listener, each with a folder of its own. */
@NullMarked
@SuppressWarnings("NullAway.Init") // JUnit sets the folder
final class PairCommandTest {
  @TempDir Path folder;

  private final SecureRandom random = new SecureRandom();
  private Keyring edgeKeys;
  private PairingDesk desk;
  private KryoListener listener;
  private Person device;

  @BeforeEach
  void listen() throws IOException {
    edgeKeys = new Keyring(folder.resolve("edge"), random);
    desk = new PairingDesk(random);
    listener =
        KryoListener.listen(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            2,
            new EdgeDoor(edgeKeys.ofEdge(false), desk),
            System::nanoTime);
    device = new Person(folder.resolve("device"), System::nanoTime);
  }

  @AfterEach
  void close() {
    listener.close();
  }

  private String address() {
    return "127.0.0.1:" + listener.port();
  }

  private CompletableFuture<Integer> pair() {
    return device.run("pair", address());
  }

  /** Up to where both show digits. */
  private PairingDesk.Offer offer() {
    Await.until("the edge shows digits", Person.SOON, () -> desk.offer().isPresent());
    device.awaitShown("Does it? [y/N]");
    return desk.offer().orElseThrow();
  }

  private void settle(PairingDesk.Keeper keeper) {
    Await.until(
        "the edge keeps the key",
        Person.SOON,
        () -> {
          try {
            return desk.settle(keeper, System.nanoTime()).isPresent();
          } catch (IOException e) {
            return true;
          }
        });
  }

  private void assertNotPaired(CompletableFuture<Integer> status, String why) throws Exception {
    assertEquals(ExitCode.FAILED.number(), status.get(), device.shown());
    assertTrue(device.told().contains(why), device.told());
    assertEquals(1, device.told().lines().count(), device.told());
    assertFalse(Files.exists(knownEdges()));
  }

  private Path knownEdges() {
    return folder.resolve("device/saccade/known_edges");
  }

  @Test
  void bothShowTheSameDigitsAndKeepEachOthersKeys() throws Exception {
    desk.open(System.nanoTime());
    var status = pair();
    var offer = offer();
    assertTrue(device.shown().contains(Typed.spaced(offer.code())), device.shown());
    device.type("y\n");
    desk.answer(offer.number(), true, System.nanoTime());
    settle(edgeKeys::keepDevice);
    assertEquals(ExitCode.DONE.number(), status.get(), device.told());
    assertTrue(device.shown().contains("./saccade run --edge " + address()), device.shown());
    String pinned = Files.readString(knownEdges());
    assertTrue(pinned.endsWith(" " + address() + "\n"), pinned);
    String known = Files.readString(folder.resolve("edge/known_devices"));
    assertTrue(known.contains("device at 127.0.0.1"), known);
    assertFalse((device.shown() + device.told()).contains(pinned.substring(0, 64)), "shows a key");
  }

  @Test
  void whatWasTypedBeforeTheDigitsIsNoAnswer() throws Exception {
    desk.open(System.nanoTime());
    device.type("y\ny");
    var status = pair();
    var offer = offer();
    device.awaitShown("typed too early");
    desk.answer(offer.number(), true, System.nanoTime());
    device.type("\n"); // which does not end the y from before
    assertNotPaired(status, "somebody stands between");
  }

  @Test
  void itIsNotPairedUntilTheEdgeHasKeptItsKey() throws Exception {
    desk.open(System.nanoTime());
    var status = pair();
    device.type("y\n");
    var offer = offer();
    device.type("y\n");
    desk.answer(offer.number(), true, System.nanoTime());
    settle(
        (key, name) -> {
          throw new IOException("no space left");
        });
    assertNotPaired(status, "the edge cannot keep this device's key");
  }

  @Test
  void anEdgeThatEndsBeforeItsLastYesIsNotPairedWith() throws Exception {
    desk.open(System.nanoTime());
    var status = pair();
    var offer = offer();
    desk.answer(offer.number(), true, System.nanoTime());
    device.type("y\n");
    device.awaitShown("waiting for the edge");
    listener.close();
    assertNotPaired(status, "not paired: the edge ended it");
  }

  @Test
  void aNoOfThePersonAtTheDeviceKeepsNothing() throws Exception {
    desk.open(System.nanoTime());
    var status = pair();
    offer();
    device.type("n\n");
    assertNotPaired(status, "somebody stands between");
    assertFalse(Files.exists(folder.resolve("edge/known_devices")));
  }

  @Test
  void aNoOfTheOperatorKeepsNothing() throws Exception {
    desk.open(System.nanoTime());
    var status = pair();
    desk.answer(offer().number(), false, System.nanoTime());
    assertNotPaired(status, "not paired: the edge's operator said no");
  }

  @Test
  void aClosedDoorIsSaidInOneLine() throws Exception {
    assertNotPaired(pair(), "start the edge with --pair");
  }

  @Test
  void anEdgeThatIsNotThereIsSaidInOneLine() throws Exception {
    listener.close();
    assertNotPaired(pair(), "is './saccade edge --pair' running there?");
  }

  /** The hint would be wrong: something runs there, and says itself what is the matter. */
  @Test
  void anEdgeOfAnotherVersionIsNotAskedFor() throws Exception {
    var words = "this edge speaks version 1\u001b[2J".getBytes(StandardCharsets.UTF_8);
    var said =
        ByteBuffer.allocate(22 + words.length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(6) // KryoNet's registration
            .put(new byte[] {0, 1})
            .putInt(1)
            .putInt(8 + words.length)
            .put(new byte[] {1, 3, 0, 0, 1, 1})
            .putShort((short) words.length)
            .put(words);
    try (var old = new ServerSocket(0, 4, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> play(old, said.array()));
      var status = device.run("pair", "127.0.0.1:" + old.getLocalPort());
      assertNotPaired(status, "saccade: this edge speaks version 1?[2J");
      assertFalse(device.told().contains("--pair"), device.told());
    }
  }

  private static void play(ServerSocket door, byte[] said) {
    try {
      while (!door.isClosed()) {
        door.accept().getOutputStream().write(said);
      }
    } catch (IOException e) {
      // the test is over
    }
  }

  @Test
  void aKeyFileOfAnotherEncodingIsNamed() throws Exception {
    Files.createDirectories(knownEdges().getParent());
    var identity = Files.writeString(knownEdges().resolveSibling("identity"), "");
    Files.write(identity, "saccade-identity 1".getBytes(StandardCharsets.UTF_16));
    identity.toFile().setReadable(false, false);
    identity.toFile().setReadable(true, true);
    assertNotPaired(pair(), "identity is not UTF-8");
  }
}
