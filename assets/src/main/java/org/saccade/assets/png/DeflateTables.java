package org.saccade.assets.png;

/** Deflate's fixed tables: lengths, distances, and how a block describes its two codes. */
final class DeflateTables {
  private static final int[] LENGTH_BASE = new int[29];
  private static final int[] LENGTH_EXTRA = new int[29];
  private static final int[] DISTANCE_BASE = new int[30];
  private static final int[] DISTANCE_EXTRA = new int[30];
  private static final byte[] LENGTH_SYMBOL = new byte[259];
  private static final byte[] DISTANCE_SYMBOL = new byte[1 << 15];
  private static final int[] ORDER = {
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15
  };

  static {
    int base = 3;
    for (int i = 0; i < 28; i++) {
      LENGTH_EXTRA[i] = i < 8 ? 0 : i / 4 - 1;
      LENGTH_BASE[i] = base;
      base += 1 << LENGTH_EXTRA[i];
    }
    LENGTH_BASE[28] = 258;
    base = 1;
    for (int i = 0; i < 30; i++) {
      DISTANCE_EXTRA[i] = i < 4 ? 0 : i / 2 - 1;
      DISTANCE_BASE[i] = base;
      base += 1 << DISTANCE_EXTRA[i];
    }
    fill(LENGTH_SYMBOL, LENGTH_BASE);
    fill(DISTANCE_SYMBOL, DISTANCE_BASE);
  }

  private DeflateTables() {}

  private static void fill(byte[] symbols, int[] bases) {
    byte symbol = 0;
    for (int i = bases[0]; i < symbols.length; i++) {
      while (symbol + 1 < bases.length && bases[symbol + 1] <= i) {
        symbol++;
      }
      symbols[i] = symbol;
    }
  }

  static int lengthSymbol(int length) {
    return 257 + LENGTH_SYMBOL[length];
  }

  static int distanceSymbol(int distance) {
    return DISTANCE_SYMBOL[distance];
  }

  static void writeToken(BitSink sink, int token, Huffman literals, Huffman distances) {
    if (token < 256) {
      literals.write(sink, token);
      return;
    }
    int length = token >>> 16;
    int symbol = LENGTH_SYMBOL[length];
    literals.write(sink, 257 + symbol);
    sink.bits(length - LENGTH_BASE[symbol], LENGTH_EXTRA[symbol]);
    int distance = token & 0xFFFF;
    symbol = DISTANCE_SYMBOL[distance];
    distances.write(sink, symbol);
    sink.bits(distance - DISTANCE_BASE[symbol], DISTANCE_EXTRA[symbol]);
  }

  /**
   * Writes both codes' lengths, each by its own symbol without run lengths (19 symbols at most).
   */
  static void writeCodes(BitSink sink, Huffman literals, Huffman distances) {
    int literalCount = literals.used(257);
    int distanceCount = distances.used(1);
    int[] counts = new int[19];
    for (int i = 0; i < literalCount; i++) {
      counts[literals.length(i)]++;
    }
    for (int i = 0; i < distanceCount; i++) {
      counts[distances.length(i)]++;
    }
    Huffman lengths = new Huffman(counts, 7);
    int described = ORDER.length;
    while (described > 4 && lengths.length(ORDER[described - 1]) == 0) {
      described--;
    }
    sink.bits(literalCount - 257, 5);
    sink.bits(distanceCount - 1, 5);
    sink.bits(described - 4, 4);
    for (int i = 0; i < described; i++) {
      sink.bits(lengths.length(ORDER[i]), 3);
    }
    for (int i = 0; i < literalCount; i++) {
      lengths.write(sink, literals.length(i));
    }
    for (int i = 0; i < distanceCount; i++) {
      lengths.write(sink, distances.length(i));
    }
  }
}
