package org.saccade.offload.protocol;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;
import org.saccade.render.tile.Bytes;

/** What of a fragment is coded against loss, cut into symbols, and back. Pure. */
final class FragmentSymbols {
  /** Address, content hash, body bytes, index, count, attempt. */
  static final int HEAD_BYTES = 8 + 8 + 4 + 2 + 2 + 1;

  private FragmentSymbols() {}

  static int codedBytes(TileFragment fragment) {
    return HEAD_BYTES + fragment.payload().size();
  }

  static int count(int codedBytes, int symbolBytes) {
    return (codedBytes + symbolBytes - 1) / symbolBytes;
  }

  static int words(int symbolBytes) {
    return (symbolBytes + 7) / 8;
  }

  /** Writes the fragment's symbols from {@code at} on. */
  static void write(TileFragment fragment, int symbolBytes, long[] @Nullable [] symbols, int at) {
    int count = count(codedBytes(fragment), symbolBytes);
    byte[] bytes = new byte[count * symbolBytes];
    ByteBuffer coded = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    coded.putLong(fragment.address()).putLong(fragment.contentHash());
    coded.putInt(fragment.bodyBytes());
    coded.putShort((short) fragment.index()).putShort((short) fragment.count());
    coded.put((byte) fragment.attempt()).put(fragment.payload().asBuffer());
    for (int i = 0; i < count; i++) {
      symbols[at + i] = words(bytes, i * symbolBytes, symbolBytes);
    }
  }

  /** The fragment that {@code count} symbols from {@code at} on hold. */
  static TileFragment read(
      long[] @Nullable [] symbols,
      int at,
      int count,
      int symbolBytes,
      TileRepair origin,
      int packet)
      throws MalformedMessageException {
    ByteBuffer coded = buffer(count * symbolBytes);
    for (int i = 0; i < count; i++) {
      long[] words = symbols[at + i];
      if (words != null) {
        coded.position(i * symbolBytes).put(bytes(words, symbolBytes));
      }
    }
    coded.position(0);
    try {
      long address = coded.getLong();
      long contentHash = coded.getLong();
      int bodyBytes = coded.getInt();
      int index = coded.getShort() & 0xFFFF;
      int pieces = coded.getShort() & 0xFFFF;
      int attempt = coded.get() & 0xFF;
      int length = pieces == 0 ? 0 : TileFragment.pieceBytes(bodyBytes, index, pieces);
      WireReader.require(
          length > 0 && count(HEAD_BYTES + length, symbolBytes) == count,
          "a rebuilt piece's bytes",
          length,
          "what its symbols hold");
      byte[] piece = new byte[length];
      coded.get(piece);
      return new TileFragment(
          origin.session(),
          packet,
          origin.sentMicros(),
          address,
          attempt,
          contentHash,
          bodyBytes,
          index,
          pieces,
          Bytes.wrap(piece));
    } catch (IllegalArgumentException | java.nio.BufferUnderflowException e) {
      throw new MalformedMessageException("a rebuilt fragment: " + e.getMessage());
    }
  }

  /** Bytes as words, zeros after them. */
  static long[] words(byte[] from, int at, int length) {
    ByteBuffer padded = buffer(8 * words(length));
    padded.put(from, at, length).clear();
    long[] words = new long[words(length)];
    padded.asLongBuffer().get(words);
    return words;
  }

  static byte[] bytes(long[] words, int length) {
    ByteBuffer padded = buffer(8 * words.length);
    padded.asLongBuffer().put(words);
    byte[] bytes = new byte[length];
    padded.get(bytes);
    return bytes;
  }

  private static ByteBuffer buffer(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
