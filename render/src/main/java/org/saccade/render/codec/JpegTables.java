package org.saccade.render.codec;

import javax.imageio.plugins.jpeg.JPEGHuffmanTable;
import javax.imageio.plugins.jpeg.JPEGQTable;

/**
 * The tables of ITU-T T.81 annex K, and libjpeg's scaling of them by a quality of 1..100. The JDK
 * has the constants; they are taken from there.
 */
final class JpegTables {
  private JpegTables() {}

  /** Quantisation of brightness, natural order. */
  static int[] luminance(int quality) {
    return scaled(JPEGQTable.K1Luminance, quality);
  }

  /** Quantisation of colour, natural order. */
  static int[] chrominance(int quality) {
    return scaled(JPEGQTable.K2Chrominance, quality);
  }

  /** Content of a DHT segment: class and id as in the file (0x00, 0x10, 0x01, 0x11). */
  static byte[] huffman(int classAndId) {
    JPEGHuffmanTable table =
        switch (classAndId) {
          case 0x00 -> JPEGHuffmanTable.StdDCLuminance;
          case 0x01 -> JPEGHuffmanTable.StdDCChrominance;
          case 0x10 -> JPEGHuffmanTable.StdACLuminance;
          case 0x11 -> JPEGHuffmanTable.StdACChrominance;
          default ->
              throw new IllegalArgumentException("no Huffman table 0x%02x".formatted(classAndId));
        };
    short[] lengths = table.getLengths();
    short[] values = table.getValues();
    byte[] content = new byte[17 + values.length];
    content[0] = (byte) classAndId;
    for (int i = 0; i < lengths.length; i++) {
      content[1 + i] = (byte) lengths[i];
    }
    for (int i = 0; i < values.length; i++) {
      content[17 + i] = (byte) values[i];
    }
    return content;
  }

  /** Natural index (row * 8 + column) of the i-th coefficient in zigzag order. */
  static int zigzag(int i) {
    int diagonal = 0;
    int before = 0;
    while (before + lengthOf(diagonal) <= i) {
      before += lengthOf(diagonal++);
    }
    int step = i - before;
    int longSide = Math.min(diagonal, 7) - step;
    int shortSide = diagonal - longSide;
    return diagonal % 2 == 0 ? longSide * 8 + shortSide : shortSide * 8 + longSide;
  }

  private static int lengthOf(int diagonal) {
    return diagonal < 8 ? diagonal + 1 : 15 - diagonal;
  }

  private static int[] scaled(JPEGQTable base, int quality) {
    int percent = quality < 50 ? 5000 / quality : 200 - 2 * quality;
    int[] table = base.getTable();
    for (int i = 0; i < table.length; i++) {
      table[i] = Math.clamp((table[i] * percent + 50) / 100, 1, 255);
    }
    return table;
  }
}
