package org.saccade.offload.protocol;

/** Every bound of the wire in one place; PROTOCOL.md states the same numbers. */
public final class Limits {
  /** The largest datagram, sealed or not, in bytes of UDP payload. */
  public static final int DATAGRAM_BYTES = 1_200;

  /** What a seal adds to a message. */
  public static final int SEAL_BYTES = 32;

  /** The largest message that may travel as a datagram, in bytes. */
  public static final int DATAGRAM_MESSAGE_BYTES = DATAGRAM_BYTES - SEAL_BYTES;

  /** The largest message of all, in bytes: a tile fragment over TCP. */
  public static final int MESSAGE_BYTES = 32 * 1024;

  /** Wishes in one request. */
  public static final int WISHES = 64;

  /** The largest encoded tile, in bytes. */
  public static final int TILE_BYTES = 1 << 20;

  /** The largest piece of a tile in one datagram, in bytes. */
  public static final int DATAGRAM_PIECE_BYTES = DATAGRAM_MESSAGE_BYTES - TileFragment.HEADER_BYTES;

  /** The largest piece of a tile in one message over TCP, in bytes. */
  public static final int STREAM_PIECE_BYTES = MESSAGE_BYTES - TileFragment.HEADER_BYTES;

  /** Fragments in one group of repair. */
  public static final int REPAIR_MEMBERS = 96;

  /** The longest symbol of a group, in bytes, always even: six fill a datagram. */
  public static final int SYMBOL_BYTES = 176;

  /** Symbols of one fragment: as many as the largest in a datagram has. */
  public static final int SYMBOLS = 7;

  /** Repair symbols in one group. */
  public static final int REPAIR_ROWS = 192;

  /** A text, in bytes of UTF-8. */
  public static final int TEXT_BYTES = 256;

  /** The largest attempt number of a wish; after it comes 0 again. */
  public static final int ATTEMPT = 255;

  /** The furthest deadline of a wish: a minute, in microseconds after receipt. */
  public static final int DEADLINE_MICROS = 60_000_000;

  /** The largest grant, in bytes a second. */
  public static final long GRANT_BYTES_PER_SECOND = 0xFFFF_FFFFL;

  /** How long a grant lasts when none replaces it, in nanoseconds. */
  public static final long GRANT_NANOS = 250_000_000L;

  private Limits() {}
}
