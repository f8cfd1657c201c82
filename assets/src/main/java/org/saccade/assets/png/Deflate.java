package org.saccade.assets.png;

import java.util.Arrays;
import java.util.zip.Adler32;

/**
 * A small zlib-format compressor (RFC 1950, 1951): greedy matches through hash chains, one dynamic
 * Huffman block per 64 Ki symbols. It exists because the bytes that the platform's compressor makes
 * differ between its builds, and generated scenes must be the same everywhere.
 */
public final class Deflate {
  private static final int WINDOW = 1 << 15;
  private static final int HASH_BITS = 15;
  private static final int LONGEST = 258;
  private static final int SHORTEST = 4;
  private static final int TRIES = 12;
  private static final int BLOCK = 1 << 16;
  private static final int END = 256;

  private final byte[] input;
  private final int[] heads = new int[1 << HASH_BITS];
  private final int[] previous = new int[WINDOW];
  private final int[] tokens = new int[BLOCK];
  private final BitSink sink = new BitSink();
  private int tokenCount;
  private int matchDistance;

  private Deflate(byte[] input) {
    this.input = input;
    Arrays.fill(heads, -1);
  }

  /** Returns {@code input} in zlib format. */
  public static byte[] zlib(byte[] input) {
    return new Deflate(input).run();
  }

  private byte[] run() {
    sink.bits(0x78, 8);
    sink.bits(0x9C, 8);
    int at = 0;
    while (at < input.length) {
      int length = longestMatch(at);
      if (length >= SHORTEST) {
        tokens[tokenCount++] = (length << 16) | matchDistance;
        for (int i = 0; i < length; i++) {
          remember(at + i);
        }
        at += length;
      } else {
        tokens[tokenCount++] = input[at] & 0xFF;
        remember(at++);
      }
      if (tokenCount == BLOCK) {
        flush(false);
      }
    }
    flush(true);
    sink.align();
    Adler32 check = new Adler32();
    check.update(input);
    int sum = (int) check.getValue();
    for (int shift = 24; shift >= 0; shift -= 8) {
      sink.bits((sum >>> shift) & 0xFF, 8);
    }
    return sink.finish();
  }

  private int hash(int at) {
    int four =
        (input[at] & 0xFF)
            | ((input[at + 1] & 0xFF) << 8)
            | ((input[at + 2] & 0xFF) << 16)
            | (input[at + 3] << 24);
    return (four * 0x9E3779B1) >>> (32 - HASH_BITS);
  }

  private void remember(int at) {
    if (at + SHORTEST <= input.length) {
      int hash = hash(at);
      previous[at & (WINDOW - 1)] = heads[hash];
      heads[hash] = at;
    }
  }

  private int longestMatch(int at) {
    if (at + SHORTEST > input.length) {
      return 0;
    }
    int limit = Math.min(LONGEST, input.length - at);
    int best = 0;
    int candidate = heads[hash(at)];
    for (int tries = 0; tries < TRIES && candidate >= 0 && at - candidate < WINDOW; tries++) {
      int length = 0;
      while (length < limit && input[candidate + length] == input[at + length]) {
        length++;
      }
      if (length > best) {
        best = length;
        matchDistance = at - candidate;
      }
      if (best == limit) {
        break;
      }
      candidate = previous[candidate & (WINDOW - 1)];
    }
    return best;
  }

  private void flush(boolean last) {
    int[] literalCounts = new int[286];
    int[] distanceCounts = new int[30];
    for (int i = 0; i < tokenCount; i++) {
      int token = tokens[i];
      if (token < 256) {
        literalCounts[token]++;
      } else {
        literalCounts[DeflateTables.lengthSymbol(token >>> 16)]++;
        distanceCounts[DeflateTables.distanceSymbol(token & 0xFFFF)]++;
      }
    }
    literalCounts[END]++;
    Huffman literals = new Huffman(literalCounts, 15);
    Huffman distances = new Huffman(distanceCounts, 15);
    sink.bits(last ? 1 : 0, 1);
    sink.bits(2, 2);
    DeflateTables.writeCodes(sink, literals, distances);
    for (int i = 0; i < tokenCount; i++) {
      DeflateTables.writeToken(sink, tokens[i], literals, distances);
    }
    literals.write(sink, END);
    tokenCount = 0;
  }
}
