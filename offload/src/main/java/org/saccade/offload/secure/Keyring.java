package org.saccade.offload.secure;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person's keys in their settings folder: who they are ({@code identity}), and the edges and
 * devices they paired with ({@code known_edges}, {@code known_devices}). Programs of one person on
 * one machine share the identity, and who proves to hold it needs no pairing. Any thread; files are
 * read anew each time, so that a pairing made by another program counts.
 */
public final class Keyring {
  private final Path folder;
  private final SecureRandom random;

  public Keyring(Path folder, SecureRandom random) {
    this.folder = folder;
    this.random = random;
  }

  /** A device that dials {@code address}, host and port. */
  public Credentials ofDevice(String address) throws IOException {
    Identity identity = identity();
    KnownPeers.read(edgesFile()); // a broken file is said at the start
    return new Credentials(identity, key -> edgeRefusal(identity, address, key), random);
  }

  /**
   * An edge.
   *
   * @param isOpen whether it serves whoever comes
   */
  public Credentials ofEdge(boolean isOpen) throws IOException {
    Identity identity = identity();
    KnownPeers.read(devicesFile()); // a broken file is said at the start
    return new Credentials(
        identity, isOpen ? Trust.ANYBODY : key -> deviceRefusal(identity, key), random);
  }

  /** A device for the time of pairing: whoever proves a key. That one can be kept is made sure. */
  public Credentials toPair() throws IOException {
    try (var _ = FolderLock.beside(edgesFile())) {
      KnownPeers.read(edgesFile());
    }
    return new Credentials(identity(), Trust.ANYBODY, random);
  }

  /** Fingerprints, 32 hexadecimal digits each, of the edges a device believes. */
  public Set<String> edgeFingerprints() throws IOException {
    Set<String> fingerprints = new HashSet<>();
    fingerprints.add(identity().publicKey().digits());
    KnownPeers.read(edgesFile()).all().keySet().forEach(key -> fingerprints.add(key.digits()));
    return fingerprints;
  }

  /** Keeps an edge's key for {@code address}; forgets what was kept for it before. */
  public void keepEdge(PeerKey key, String address) throws IOException {
    try (var _ = FolderLock.beside(edgesFile())) {
      KnownPeers edges = KnownPeers.read(edgesFile());
      for (Map.Entry<PeerKey, String> each : edges.all().entrySet()) {
        if (each.getValue().equals(address)) {
          edges = edges.without(each.getKey());
        }
      }
      edges.with(key, address).write(edgesFile());
    }
  }

  /** Keeps a device's key. */
  public void keepDevice(PeerKey key, String name) throws IOException {
    try (var _ = FolderLock.beside(devicesFile())) {
      KnownPeers.read(devicesFile()).with(key, name).write(devicesFile());
    }
  }

  private @Nullable String edgeRefusal(Identity own, String address, PeerKey key) {
    try {
      return refusal(own, KnownPeers.read(edgesFile()), address, key);
    } catch (IOException unreadable) {
      return String.valueOf(unreadable.getMessage());
    }
  }

  private static @Nullable String refusal(
      Identity own, KnownPeers edges, String address, PeerKey key) {
    boolean isPinned = edges.all().containsValue(address);
    boolean isKnown = edges.name(key).isPresent();
    boolean isPinnedHere = edges.name(key).filter(address::equals).isPresent();
    if (isPinnedHere || key.equals(own.publicKey()) || (isKnown && !isPinned)) {
      return null;
    }
    return isPinned
        ? ("the edge at %s shows another key (%s) than the one paired with: if it was set up anew,"
                + " run ./saccade pair %s; if not, somebody may stand in between")
            .formatted(address, key.fingerprint(), address)
        : "not paired with the edge at %s: run ./saccade pair %s".formatted(address, address);
  }

  private @Nullable String deviceRefusal(Identity own, PeerKey key) {
    try {
      boolean isKnown =
          key.equals(own.publicKey()) || KnownPeers.read(devicesFile()).name(key).isPresent();
      return isKnown
          ? null
          : "this device is not paired with the edge: start the edge with --pair and run"
              + " ./saccade pair HOST here";
    } catch (IOException e) {
      return "the edge cannot read its list of paired devices: started again, it says why";
    }
  }

  private Identity identity() throws IOException {
    return IdentityFile.open(folder.resolve("identity"), random);
  }

  private Path edgesFile() {
    return folder.resolve("known_edges");
  }

  private Path devicesFile() {
    return folder.resolve("known_devices");
  }
}
