package org.saccade.offload.secure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of ourselves and of others, and what is refused of it. */
final class KeyFilesTest {
  private final Path folder;

  private final Seeded random = new Seeded(21);
  private final PeerKey key = Identity.create(random).publicKey();
  private final PeerKey other = Identity.create(random).publicKey();

  KeyFilesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeAll
  static void needsPermissions() {
    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
  }

  private Path write(String name, String text, String permissions) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }

  private static String refusal(Path file) {
    var refusal = assertThrows(KeyFileException.class, () -> KnownPeers.read(file));
    assertTrue(String.valueOf(refusal.getMessage()).startsWith(file.toString()));
    return String.valueOf(refusal.getMessage());
  }

  @Test
  void peersComeBackAsTheyWereKept() throws IOException {
    Path file = folder.resolve("saccade/known_edges");
    assertTrue(KnownPeers.read(file).all().isEmpty());
    KnownPeers peers = KnownPeers.NONE.with(key, "living room").with(other, "Büro (2)");
    peers.write(file);
    assertEquals(peers.all(), KnownPeers.read(file).all());
    assertEquals(Optional.of("living room"), KnownPeers.read(file).name(key));
    peers.without(key).write(file);
    assertEquals(Optional.empty(), KnownPeers.read(file).name(key));
    assertEquals(Optional.of("Büro (2)"), KnownPeers.read(file).name(other));
  }

  @Test
  void keyFilesAreForTheirOwnerAndNothingElseIsLeft() throws IOException {
    Path file = folder.resolve("known_edges");
    KnownPeers.NONE.with(key, "a").write(file);
    KnownPeers.NONE.with(key, "b").write(file);
    IdentityFile.open(folder.resolve("identity"), random);
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> all = files.sorted().toList();
      assertEquals(List.of(folder.resolve("identity"), file, folder.resolve("lock")), all);
      for (Path one : all) {
        assertEquals(
            "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(one)));
      }
    }
  }

  @Test
  void aFileOpenToOthersIsRefused() throws IOException {
    for (String permissions : List.of("rw-r-----", "rw----r--", "rw--w----", "rwx------")) {
      Path file = write("known_edges", key.hex() + " name\n", permissions);
      String words = refusal(file);
      assertTrue(words.contains(permissions) && words.contains("chmod 600"), words);
    }
    assertEquals(1, KnownPeers.read(write("e", key.hex() + " n\n", "r--------")).all().size());
  }

  @Test
  void aMalformedLineIsNamedByItsNumber() throws IOException {
    String good = key.hex() + " name\n";
    for (String bad :
        List.of(
            "x",
            "",
            key.hex(),
            key.hex() + " ",
            key.hex() + "  two blanks",
            key.hex() + " ends with a blank ",
            key.hex() + " bell\u0007",
            key.hex().substring(1) + " name",
            key.hex().toUpperCase(Locale.ROOT) + " name",
            other.hex() + " " + "n".repeat(KnownPeers.NAME_CHARACTERS + 1))) {
      String words = refusal(write("known_edges", good + bad + "\n" + good, "rw-------"));
      assertTrue(words.contains("line 2"), () -> bad + ": " + words);
    }
    assertTrue(refusal(write("d", good + good, "rw-------")).contains("line 2: the key was"));
  }

  @Test
  void aFileTooLargeIsRefusedAndNoneIsWritten() throws IOException {
    String words = refusal(write("known_edges", "x".repeat((1 << 20) + 1), "rw-------"));
    assertTrue(words.contains("1048577 bytes"), words);
    StringBuilder many = new StringBuilder();
    while (many.length() < (1 << 20) - 300) {
      many.append(HexFormat.of().formatHex(random.bytes(32))).append(" ");
      many.append("n".repeat(KnownPeers.NAME_CHARACTERS)).append("\n");
    }
    Path file = write("known_devices", many.toString(), "rw-------");
    Keyring keyring = new Keyring(folder, random);
    var full = assertThrows(KeyFileException.class, () -> keyring.keepDevice(key, "n".repeat(264)));
    assertTrue(String.valueOf(full.getMessage()).contains("is full"), full.getMessage());
    assertEquals(many.toString(), Files.readString(file));
    keyring.ofEdge(false); // and can still be read
  }

  @Test
  void otherEncodingsAreSaidAndHarmlessOnesRead() throws IOException {
    String good = key.hex() + " Büro\r\n";
    for (Charset other : List.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16)) {
      Path file = write("known_edges", "", "rw-------");
      Files.write(file, good.getBytes(other));
      String words = refusal(file);
      assertTrue(words.contains("is not UTF-8"), words);
    }
    assertEquals(
        Optional.of("Büro"),
        KnownPeers.read(write("known_edges", "\uFEFF" + good, "rw-------")).name(key));
    Path identity = folder.resolve("identity");
    PeerKey own = IdentityFile.open(identity, random).publicKey();
    write("identity", "\uFEFF" + Files.readString(identity).strip() + "\r\n", "rw-------");
    assertEquals(own, IdentityFile.open(identity, random).publicKey());
  }

  @Test
  void whatCannotBeReadOrWrittenIsNamedWithTheReason() throws IOException {
    Path file = Files.createDirectory(folder.resolve("known_edges"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    assertTrue(refusal(file).contains("cannot be read: "), refusal(file));
    Path below = write("file", "", "rw-------").resolve("known_edges");
    var unwritable =
        assertThrows(KeyFileException.class, () -> KnownPeers.NONE.with(key, "name").write(below));
    String words = String.valueOf(unwritable.getMessage());
    assertTrue(words.startsWith(below + " cannot be written: "), words);
  }

  /** As on a stick: no hard links, no permissions. */
  @Test
  void keysAreKeptWhereThereAreNoLinks() throws IOException {
    URI stick = URI.create("jar:" + folder.resolve("stick.zip").toUri());
    try (var files = FileSystems.newFileSystem(stick, Map.of("create", "true"))) {
      Path own = files.getPath("/saccade");
      Keyring keyring = new Keyring(own, random);
      PeerKey made = keyring.toPair().identity().publicKey();
      keyring.keepDevice(key, "name");
      assertEquals(made, keyring.toPair().identity().publicKey());
      assertEquals(Optional.of("name"), KnownPeers.read(own.resolve("known_devices")).name(key));
    }
  }

  @Test
  void namesThatWouldNotComeBackAreNotTaken() {
    for (String name :
        List.of("", " a", "a ", "a\nb", "a\u0000", "n".repeat(KnownPeers.NAME_CHARACTERS + 1))) {
      assertThrows(IllegalArgumentException.class, () -> KnownPeers.NONE.with(key, name));
    }
  }

  @Test
  void anIdentityIsMadeOnceAndKept() throws IOException {
    Path file = folder.resolve("saccade/identity");
    Identity made = IdentityFile.open(file, random);
    assertEquals(made.publicKey(), IdentityFile.open(file, random).publicKey());
  }

  @Test
  void aSpoiltIdentityIsNeitherReplacedNorShown() throws IOException {
    String secret = HexFormat.of().formatHex(random.bytes(32));
    for (String text :
        List.of("", secret, "saccade-identity 2 " + secret, "saccade-identity 1 " + secret + "0")) {
      Path file = write("identity", text, "rw-------");
      var refusal = assertThrows(KeyFileException.class, () -> IdentityFile.open(file, random));
      assertFalse(String.valueOf(refusal.getMessage()).contains(secret.substring(0, 16)));
      assertEquals(text, Files.readString(file));
    }
  }
}
