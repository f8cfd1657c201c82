package org.saccade.offload.secure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saccade.testing.Await;

@SuppressWarnings("NullAway.Init") // JUnit sets the folder
final class KeyringTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  @TempDir Path folder;

  private final SecureRandom random = new SecureRandom();

  private Keyring keyring() {
    return new Keyring(folder, random);
  }

  private PeerKey stranger() {
    return Identity.create(random).publicKey();
  }

  @Test
  void anEdgeIsBelievedOnceItWasPairedWith() throws IOException {
    PeerKey edge = stranger();
    String before = keyring().ofDevice("hall:47820").trust().refusal(edge);
    assertNotNull(before);
    assertTrue(before.contains("run ./saccade pair hall:47820"), before);
    keyring().keepEdge(edge, "hall:47820");
    assertNull(keyring().ofDevice("hall:47820").trust().refusal(edge));
    assertNull(keyring().ofDevice("192.168.1.9:47820").trust().refusal(edge), "it moved");
  }

  @Test
  void anEdgeWhoseKeyChangedIsRefusedInOneLineThatSaysWhatToDo() throws IOException {
    keyring().keepEdge(stranger(), "hall:47820");
    PeerKey other = stranger();
    String words = keyring().ofDevice("hall:47820").trust().refusal(other);
    assertNotNull(words);
    assertTrue(words.contains("another key") && words.contains(other.fingerprint()), words);
    assertTrue(words.contains("run ./saccade pair hall:47820"), words);
    assertEquals(1, words.lines().count());
    keyring().keepEdge(other, "hall:47820"); // a person paired again
    assertNull(keyring().ofDevice("hall:47820").trust().refusal(other));
  }

  @Test
  void anotherEdgeThatIsKnownDoesNotPassForThisOne() throws IOException {
    PeerKey attic = stranger();
    keyring().keepEdge(stranger(), "hall:47820");
    keyring().keepEdge(attic, "attic:47820");
    assertNotNull(keyring().ofDevice("hall:47820").trust().refusal(attic));
  }

  @Test
  void aDeviceIsServedOnceItWasPairedWithAlsoByAnEdgeThatRuns() throws IOException {
    PeerKey device = stranger();
    Trust trust = keyring().ofEdge(false).trust();
    String words = trust.refusal(device);
    assertNotNull(words);
    assertTrue(words.contains("./saccade pair"), words);
    keyring().keepDevice(device, "device at 10.0.0.5");
    assertNull(trust.refusal(device));
    assertNull(keyring().ofEdge(true).trust().refusal(stranger()), "an open edge serves all");
  }

  @Test
  void programsOfOnePersonKnowEachOther() throws IOException {
    PeerKey own = keyring().ofEdge(false).identity().publicKey();
    assertNull(keyring().ofDevice("127.0.0.1:47820").trust().refusal(own));
    assertNull(keyring().ofEdge(false).trust().refusal(own));
  }

  @Test
  void programsThatStartTogetherShareOneIdentity() {
    List<CompletableFuture<PeerKey>> all =
        IntStream.range(0, 8).mapToObj(i -> CompletableFuture.supplyAsync(this::ownKey)).toList();
    assertEquals(1, all.stream().map(CompletableFuture::join).distinct().count());
  }

  private PeerKey ownKey() {
    try {
      return keyring().toPair().identity().publicKey();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static final int PINS = 20;

  /** A program that pairs with {@link #PINS} devices; its folder is the argument. */
  static final class Pairer {
    private Pairer() {}

    public static void main(String[] folder) throws IOException {
      SecureRandom random = new SecureRandom();
      for (int i = 0; i < PINS; i++) {
        new Keyring(Path.of(folder[0]), random)
            .keepDevice(Identity.create(random).publicKey(), "device " + i);
      }
    }
  }

  @Test
  void programsAndThreadsThatPairAtOnceLoseNoPin() throws Exception {
    List<Process> programs = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      programs.add(
          new ProcessBuilder(
                  ProcessHandle.current().info().command().orElse("java"),
                  "-cp",
                  System.getProperty("java.class.path"),
                  Pairer.class.getName(),
                  folder.toString())
              .inheritIO()
              .start());
    }
    Path file = folder.resolve("known_devices");
    Await.until("both are at it", SOON, () -> Files.exists(file));
    List<CompletableFuture<Void>> threads = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      threads.add(CompletableFuture.runAsync(this::pair));
    }
    threads.forEach(CompletableFuture::join);
    for (Process program : programs) {
      assertTrue(program.waitFor(30, TimeUnit.SECONDS));
      assertEquals(0, program.exitValue());
    }
    assertEquals(4 * PINS, KnownPeers.read(file).all().size());
  }

  private void pair() {
    try {
      Pairer.main(new String[] {folder.toString()});
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void anEdgeOfTheLongestNameIsKept() throws IOException {
    PeerKey edge = stranger();
    String address = "a".repeat(253) + ":47820";
    keyring().keepEdge(edge, address);
    assertNull(keyring().ofDevice(address).trust().refusal(edge));
  }
}
