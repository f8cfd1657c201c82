package org.saccade.assets.png;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Writes a {@link Raster} as a PNG file, the same bytes on every machine. */
public final class Png {
  private static final byte[] SIGNATURE = {
    (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n',
  };
  private static final int FILTERS = 5;

  private Png() {}

  /** Returns the whole file. */
  public static byte[] encode(Raster raster) {
    ByteArrayOutputStream file = new ByteArrayOutputStream(1 << 16);
    file.writeBytes(SIGNATURE);
    byte colourType = (byte) (raster.channels() == 4 ? 6 : 2);
    ByteBuffer header = ByteBuffer.allocate(13).putInt(raster.width()).putInt(raster.height());
    header.put((byte) 8).put(colourType).put((byte) 0).put((byte) 0).put((byte) 0);
    chunk(file, "IHDR", header.array());
    chunk(file, "IDAT", Deflate.zlib(filtered(raster)));
    chunk(file, "IEND", new byte[0]);
    return file.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream file, String type, byte[] body) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 check = new CRC32();
    check.update(name);
    check.update(body);
    file.writeBytes(ByteBuffer.allocate(4).putInt(body.length).array());
    file.writeBytes(name);
    file.writeBytes(body);
    file.writeBytes(ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
  }

  private static byte[] filtered(Raster raster) {
    int stride = raster.width() * raster.channels();
    byte[] all = new byte[(stride + 1) * raster.height()];
    byte[] above = new byte[stride];
    byte[] row = new byte[stride];
    byte[][] tries = new byte[FILTERS][stride];
    for (int y = 0; y < raster.height(); y++) {
      raster.copyRow(y, row);
      int best = bestFilter(row, above, raster.channels(), tries);
      all[y * (stride + 1)] = (byte) best;
      System.arraycopy(tries[best], 0, all, y * (stride + 1) + 1, stride);
      byte[] swap = above;
      above = row;
      row = swap;
    }
    return all;
  }

  private static int bestFilter(byte[] row, byte[] above, int back, byte[][] tries) {
    int[] costs = new int[FILTERS];
    for (int i = 0; i < row.length; i++) {
      int left = i < back ? 0 : row[i - back] & 0xFF;
      int up = above[i] & 0xFF;
      int corner = i < back ? 0 : above[i - back] & 0xFF;
      int value = row[i];
      tries[0][i] = (byte) value;
      tries[1][i] = (byte) (value - left);
      tries[2][i] = (byte) (value - up);
      tries[3][i] = (byte) (value - (left + up) / 2);
      tries[4][i] = (byte) (value - paeth(left, up, corner));
      for (int filter = 0; filter < FILTERS; filter++) {
        costs[filter] += Math.abs(tries[filter][i]);
      }
    }
    int best = 0;
    for (int filter = 1; filter < FILTERS; filter++) {
      best = costs[filter] < costs[best] ? filter : best;
    }
    return best;
  }

  private static int paeth(int left, int up, int corner) {
    int toLeft = Math.abs(up - corner);
    int toUp = Math.abs(left - corner);
    int toCorner = Math.abs(left + up - 2 * corner);
    if (toLeft <= toUp && toLeft <= toCorner) {
      return left;
    }
    return toUp <= toCorner ? up : corner;
  }
}
