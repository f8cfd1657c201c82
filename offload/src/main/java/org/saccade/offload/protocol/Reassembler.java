package org.saccade.offload.protocol;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.saccade.render.codec.TileBody;
import org.saccade.render.tile.Bytes;

/**
 * Joins fragments to encoded tiles, within bounds on tiles and bytes: what came in longest ago and
 * is still incomplete is given up first. Fragments of different attempts join when their content is
 * the same. One thread.
 */
public final class Reassembler {
  private final int maxTiles;
  private final long maxBytes;
  // In order of first fragment, so that the eldest is given up first.
  private final Map<Key, Parts> incomplete = new LinkedHashMap<>();
  private long heldBytes;
  private long duplicates;
  private long givenUp;

  /**
   * @param maxTiles incomplete tiles held at once
   * @param maxBytes bytes of incomplete tiles held at once; at least one largest tile
   */
  public Reassembler(int maxTiles, long maxBytes) {
    if (maxTiles < 1 || maxBytes < Limits.TILE_BYTES) {
      throw new IllegalArgumentException(
          "Reassembler(%d, %d): expected at least 1 tile and %d bytes"
              .formatted(maxTiles, maxBytes, Limits.TILE_BYTES));
    }
    this.maxTiles = maxTiles;
    this.maxBytes = maxBytes;
  }

  /**
   * An encoded tile whose every piece arrived.
   *
   * @param contentHash as its pieces named it; {@link #isAsNamed} looks whether that is true
   */
  public record Assembled(long address, int attempt, long contentHash, Bytes body) {
    /** Whether the body has the hash that its pieces named; tens of microseconds. */
    public boolean isAsNamed() {
      return TileBody.contentHash(body) == contentHash;
    }
  }

  private record Key(long address, long contentHash, int bodyBytes, int count) {}

  private static final class Parts {
    private final byte[] body;
    private final BitSet arrived = new BitSet();

    Parts(int bytes) {
      body = new byte[bytes];
    }
  }

  /** Takes a fragment; returns the tile when this was its last missing piece. */
  public @Nullable Assembled accept(TileFragment fragment) {
    Key key =
        new Key(fragment.address(), fragment.contentHash(), fragment.bodyBytes(), fragment.count());
    if (fragment.count() == 1) {
      forgetUpTo(key);
      return assembled(fragment, fragment.payload());
    }
    Parts parts = incomplete.get(key);
    if (parts == null) {
      makeRoom(fragment.bodyBytes());
      parts = new Parts(fragment.bodyBytes());
      incomplete.put(key, parts);
      heldBytes += fragment.bodyBytes();
    }
    if (parts.arrived.get(fragment.index())) {
      duplicates++;
      return null;
    }
    parts.arrived.set(fragment.index());
    Bytes payload = fragment.payload();
    payload.asBuffer().get(parts.body, fragment.offset(), payload.size());
    if (parts.arrived.cardinality() < fragment.count()) {
      return null;
    }
    forgetUpTo(key);
    return assembled(fragment, Bytes.wrap(parts.body));
  }

  /**
   * A complete tile's pieces go, and what of the same tile began before: it must not come after.
   */
  private void forgetUpTo(Key complete) {
    boolean isOlder = true;
    for (var each = incomplete.keySet().iterator(); isOlder && each.hasNext(); ) {
      Key key = each.next();
      isOlder = !key.equals(complete);
      if (key.address() == complete.address()) {
        each.remove();
        heldBytes -= key.bodyBytes();
      }
    }
  }

  /** Forgets everything, as when a session ends. */
  public void clear() {
    incomplete.clear();
    heldBytes = 0;
  }

  public int incompleteTiles() {
    return incomplete.size();
  }

  public long heldBytes() {
    return heldBytes;
  }

  /** Fragments that had arrived before. */
  public long duplicates() {
    return duplicates;
  }

  /** Incomplete tiles dropped to stay within the bounds. */
  public long givenUp() {
    return givenUp;
  }

  private static Assembled assembled(TileFragment fragment, Bytes body) {
    return new Assembled(fragment.address(), fragment.attempt(), fragment.contentHash(), body);
  }

  private void makeRoom(int bytes) {
    var eldest = incomplete.entrySet().iterator();
    while (eldest.hasNext() && (incomplete.size() >= maxTiles || heldBytes + bytes > maxBytes)) {
      heldBytes -= eldest.next().getKey().bodyBytes();
      eldest.remove();
      givenUp++;
    }
  }
}
