package org.saccade.offload.protocol;

import org.saccade.render.tile.Bytes;

/**
 * A piece of an encoded tile. Pieces are joined only when address, content hash, body length and
 * count agree. Piece {@code index} starts at {@code index * ceil(bodyBytes / count)}.
 *
 * @param packet counts the datagrams of the session, for loss; modulo 2^32
 * @param sentMicros the edge's clock when the piece left; modulo 2^32, only differences count
 * @param attempt of the wish this answers
 * @param contentHash of the whole encoded tile
 * @param bodyBytes length of the whole encoded tile
 * @param index of this piece, from 0
 * @param count of pieces
 * @param payload the piece
 */
public record TileFragment(
    long session,
    int packet,
    int sentMicros,
    long address,
    int attempt,
    long contentHash,
    int bodyBytes,
    int index,
    int count,
    Bytes payload)
    implements Message {
  /** Bytes before the payload, the envelope included. */
  public static final int HEADER_BYTES = 4 + 8 + 4 + 4 + 8 + 8 + 4 + 2 + 2 + 1 + 1 + 2 + 4;

  public TileFragment {
    requireAttempt(attempt);
    if (bodyBytes < 1 || bodyBytes > Limits.TILE_BYTES) {
      throw new IllegalArgumentException(
          "fragment.bodyBytes is %d; expected 1..%d".formatted(bodyBytes, Limits.TILE_BYTES));
    }
    if (count < 1 || count > bodyBytes || count > 0xFFFF || index < 0 || index >= count) {
      throw new IllegalArgumentException(
          "fragment %d of %d of a tile of %d bytes".formatted(index, count, bodyBytes));
    }
    int expected = pieceBytes(bodyBytes, index, count);
    if (expected < 1 || payload.size() != expected || expected > Limits.STREAM_PIECE_BYTES) {
      throw new IllegalArgumentException(
          "fragment %d of %d of a tile of %d bytes carries %d bytes; expected %d"
              .formatted(index, count, bodyBytes, payload.size(), expected));
    }
  }

  /** Where the piece starts in the tile. */
  public int offset() {
    return index * stride(bodyBytes, count);
  }

  /** Bytes of every piece but the last. */
  static int stride(int bodyBytes, int count) {
    return (bodyBytes + count - 1) / count;
  }

  /** Bytes of one piece; not positive when the count is not a fair one for the body. */
  static int pieceBytes(int bodyBytes, int index, int count) {
    int stride = stride(bodyBytes, count);
    return Math.min(stride, bodyBytes - index * stride);
  }

  static void requireAttempt(int attempt) {
    if (attempt < 0 || attempt > Limits.ATTEMPT) {
      throw new IllegalArgumentException(
          "attempt is %d; expected 0..%d".formatted(attempt, Limits.ATTEMPT));
    }
  }
}
