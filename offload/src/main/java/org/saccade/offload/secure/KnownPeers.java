package org.saccade.offload.secure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The peers once paired with: a device's {@code known_edges}, an edge's {@code known_devices}. A
 * line each: the key in 64 hexadecimal digits, a blank, a name. Immutable.
 */
public final class KnownPeers {
  /** Nobody. */
  public static final KnownPeers NONE = new KnownPeers(Map.of());

  /** The longest host name and a port. */
  static final int NAME_CHARACTERS = 264;

  private static final Pattern NAME =
      Pattern.compile(
          "[\\p{L}\\p{N}\\p{P}\\p{S}](?:[\\p{L}\\p{M}\\p{N}\\p{P}\\p{S} ]*[\\p{L}\\p{M}\\p{N}\\p{P}\\p{S}])?");
  private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) (.+)");

  private final Map<PeerKey, String> names;

  private KnownPeers(Map<PeerKey, String> names) {
    this.names = Collections.unmodifiableMap(names);
  }

  /** Those kept in {@code file}; nobody when there is no such file. */
  public static KnownPeers read(Path file) throws IOException {
    String text = PrivateFile.read(file);
    if (text == null) {
      return NONE;
    }
    Map<PeerKey, String> names = new LinkedHashMap<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      Matcher parts = LINE.matcher(line);
      if (!parts.matches() || !isName(parts.group(2))) {
        throw new KeyFileException(
            "%s, line %d: expected 64 hexadecimal digits, a blank and a name; mend or delete it"
                .formatted(file, number));
      }
      if (names.put(PeerKey.parse(parts.group(1)), parts.group(2)) != null) {
        throw new KeyFileException(
            "%s, line %d: the key was named before; delete one of the two".formatted(file, number));
      }
    }
    return new KnownPeers(names);
  }

  /** Replaces {@code file} as a whole. */
  public void write(Path file) throws IOException {
    StringBuilder text = new StringBuilder();
    names.forEach((key, name) -> text.append(key.hex()).append(' ').append(name).append('\n'));
    PrivateFile.write(file, text.toString());
  }

  /** The peer's name, if it is known. */
  public Optional<String> name(PeerKey key) {
    return Optional.ofNullable(names.get(key));
  }

  public Map<PeerKey, String> all() {
    return names;
  }

  /** These and {@code key}, under {@code name} from now on. */
  public KnownPeers with(PeerKey key, String name) {
    if (!isName(name)) {
      throw new IllegalArgumentException(
          "a peer's name of %d characters; expected 1 to %d visible ones"
              .formatted(name.length(), NAME_CHARACTERS));
    }
    Map<PeerKey, String> more = new LinkedHashMap<>(names);
    more.put(key, name);
    return new KnownPeers(more);
  }

  /** These without {@code key}. */
  public KnownPeers without(PeerKey key) {
    Map<PeerKey, String> fewer = new LinkedHashMap<>(names);
    fewer.remove(key);
    return new KnownPeers(fewer);
  }

  private static boolean isName(String name) {
    return name.length() <= NAME_CHARACTERS && NAME.matcher(name).matches();
  }
}
