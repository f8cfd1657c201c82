package org.saccade.offload.protocol;

import org.saccade.render.tile.Bytes;

/** Cuts an encoded tile into pieces of equal length, but for the last; immutable. */
public final class Fragmenter {
  private final Bytes body;
  private final long contentHash;
  private final int count;

  private Fragmenter(Bytes body, long contentHash, int largestPiece) {
    if (body.isEmpty() || body.size() > Limits.TILE_BYTES) {
      throw new IllegalArgumentException(
          "a tile of %d bytes; expected 1..%d".formatted(body.size(), Limits.TILE_BYTES));
    }
    this.body = body;
    this.contentHash = contentHash;
    this.count = (body.size() + largestPiece - 1) / largestPiece;
  }

  /** Pieces that fit datagrams. */
  public static Fragmenter forDatagrams(Bytes body, long contentHash) {
    return new Fragmenter(body, contentHash, Limits.DATAGRAM_PIECE_BYTES);
  }

  /** Pieces for a stream: few and large, for each message costs a wake-up. */
  public static Fragmenter forStream(Bytes body, long contentHash) {
    return new Fragmenter(body, contentHash, Limits.STREAM_PIECE_BYTES);
  }

  public int count() {
    return count;
  }

  /** Encoded length of one fragment, in bytes. */
  public int fragmentBytes(int index) {
    return TileFragment.HEADER_BYTES + TileFragment.pieceBytes(body.size(), index, count);
  }

  /**
   * One fragment.
   *
   * @param wish the wish it answers
   * @param packet the session's count of datagrams
   * @param sentMicros the clock of the moment
   */
  public TileFragment fragment(long session, int packet, int sentMicros, Wish wish, int index) {
    int from = index * TileFragment.stride(body.size(), count);
    int bytes = TileFragment.pieceBytes(body.size(), index, count);
    return new TileFragment(
        session,
        packet,
        sentMicros,
        wish.address(),
        wish.attempt(),
        contentHash,
        body.size(),
        index,
        count,
        body.slice(from, from + bytes));
  }
}
