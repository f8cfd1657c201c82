package org.saccade.render.codec;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import org.saccade.render.tile.Bytes;

/**
 * The part of a JPEG file that is the same for all tiles of one size and quality: it does not
 * travel. A tile carries the entropy-coded data alone, so a hostile tile cannot name another size,
 * another kind of JPEG or tables of its own. Baseline, three components, 4:4:4, the standard's
 * Huffman tables, and libjpeg's quantisation for a quality. Pure; any thread.
 */
final class JpegHeader {
  private static final int SOF0 = 0xC0;
  private static final int DHT = 0xC4;
  private static final int EOI = 0xD9;
  private static final int SOS = 0xDA;
  private static final int DQT = 0xDB;
  private static final ConcurrentHashMap<Integer, Bytes> KNOWN = new ConcurrentHashMap<>();

  private JpegHeader() {}

  /** From the start of the file up to the entropy-coded data. */
  static Bytes of(int pixels, int quality) {
    return KNOWN.computeIfAbsent((pixels << 8) | quality, key -> build(key >> 8, key & 255));
  }

  /** Takes the entropy-coded data out of a file that has this header in any arrangement. */
  static Bytes strip(ByteBuffer file, int pixels, int quality) {
    byte[] all = new byte[file.remaining()];
    file.get(file.position(), all);
    var tables = new ByteArrayOutputStream();
    int at = 2;
    while (at + 4 <= all.length && (all[at] & 255) == 0xFF) {
      int marker = all[at + 1] & 255;
      int end = at + 2 + (((all[at + 2] & 255) << 8) | (all[at + 3] & 255));
      if (end > all.length) {
        break;
      }
      if (marker == DQT || marker == DHT || marker == SOF0 || marker == SOS) {
        collect(tables, marker, all, at + 4, end);
      }
      if (marker == SOS) {
        requireSameTables(tables.toByteArray(), pixels, quality);
        return Bytes.wrap(all).slice(end, all.length - 2);
      }
      at = end;
    }
    throw noScan(all.length);
  }

  /** Where the entropy-coded data of a whole file begins. */
  static int scanStart(byte[] file) {
    int at = 2;
    while (at + 4 <= file.length) {
      int next = at + 2 + (((file[at + 2] & 255) << 8) | (file[at + 3] & 255));
      if ((file[at + 1] & 255) == SOS) {
        return next;
      }
      at = next;
    }
    throw noScan(file.length);
  }

  /** Refuses data that holds any marker: nothing but coefficients may reach a decoder. */
  static void requireOnlyCoefficients(Bytes scan) throws MalformedTileException {
    int last = scan.size() - 1;
    for (int i = 0; i <= last; i++) {
      if (scan.get(i) == (byte) 0xFF && (i == last || scan.get(i + 1) != 0)) {
        throw new MalformedTileException("a JPEG marker inside the coefficients at byte " + i);
      }
    }
  }

  /** How many bytes {@link #join} writes. */
  static int joinedSize(int pixels, int quality, Bytes scan) {
    return of(pixels, quality).size() + scan.size() + 2;
  }

  /** Header, data and end of file in one direct buffer, ready for a decoder. */
  static void join(int pixels, int quality, Bytes scan, ByteBuffer to) {
    to.put(of(pixels, quality).asBuffer()).put(scan.asBuffer()).put((byte) 0xFF).put((byte) EOI);
  }

  private static IllegalStateException noScan(int length) {
    return new IllegalStateException(
        "the JPEG encoder wrote no scan in %d bytes; use another JpegCodec".formatted(length));
  }

  private static void requireSameTables(byte[] found, int pixels, int quality) {
    Bytes known = of(pixels, quality);
    byte[] file = known.toArray();
    var expected = new ByteArrayOutputStream();
    for (int at = 2; at < file.length; ) {
      int end = at + 2 + (((file[at + 2] & 255) << 8) | (file[at + 3] & 255));
      collect(expected, file[at + 1] & 255, file, at + 4, end);
      at = end;
    }
    if (!Arrays.equals(sorted(found), sorted(expected.toByteArray()))) {
      throw new IllegalStateException(
          "the JPEG encoder used other tables than quality %d and 4:4:4 ask for; use another JpegCodec"
              .formatted(quality));
    }
  }

  /**
   * Appends records of one table each, 200 bytes with zeros behind: arrangement does not matter.
   */
  private static void collect(ByteArrayOutputStream to, int marker, byte[] all, int from, int end) {
    for (int at = from; at < end; ) {
      int length = end - at;
      if (marker == DQT) {
        length = 65;
      } else if (marker == DHT) {
        length = 17;
        for (int i = 1; i <= 16 && at + i < end; i++) {
          length += all[at + i] & 255;
        }
      }
      byte[] table = new byte[200];
      table[0] = (byte) marker;
      System.arraycopy(all, at, table, 1, Math.clamp(length, 0, Math.min(199, end - at)));
      to.writeBytes(table);
      at += Math.max(1, length);
    }
  }

  private static byte[] sorted(byte[] tables) {
    byte[][] each = new byte[tables.length / 200][];
    for (int i = 0; i < each.length; i++) {
      each[i] = Arrays.copyOfRange(tables, 200 * i, 200 * (i + 1));
    }
    Arrays.sort(each, Arrays::compare);
    var all = new ByteArrayOutputStream();
    for (byte[] table : each) {
      all.writeBytes(table);
    }
    return all.toByteArray();
  }

  private static Bytes build(int pixels, int quality) {
    var out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xD8});
    quantisation(out, 0, JpegTables.luminance(quality));
    quantisation(out, 1, JpegTables.chrominance(quality));
    byte high = (byte) (pixels >> 8);
    byte low = (byte) pixels;
    segment(out, SOF0, new byte[] {8, high, low, high, low, 3, 1, 0x11, 0, 2, 0x11, 1, 3, 0x11, 1});
    segment(out, DHT, JpegTables.huffman(0x00));
    segment(out, DHT, JpegTables.huffman(0x10));
    segment(out, DHT, JpegTables.huffman(0x01));
    segment(out, DHT, JpegTables.huffman(0x11));
    segment(out, SOS, new byte[] {3, 1, 0x00, 2, 0x11, 3, 0x11, 0, 63, 0});
    return Bytes.wrap(out.toByteArray());
  }

  private static void quantisation(ByteArrayOutputStream out, int id, int[] natural) {
    byte[] content = new byte[65];
    content[0] = (byte) id;
    for (int i = 0; i < 64; i++) {
      content[1 + i] = (byte) natural[JpegTables.zigzag(i)];
    }
    segment(out, DQT, content);
  }

  private static void segment(ByteArrayOutputStream out, int marker, byte[] content) {
    int length = content.length + 2;
    out.writeBytes(new byte[] {(byte) 0xFF, (byte) marker, (byte) (length >> 8), (byte) length});
    out.writeBytes(content);
  }
}
