package org.saccade.assets.png;

import org.saccade.assets.mesh.Vec;

/**
 * A picture of 8-bit channels, row 0 on top. Colour channels hold sRGB codes, others plain ones.
 */
public final class Raster {
  private static final byte[] SRGB = srgbTable();

  private final int width;
  private final int height;
  private final int channels;
  private final byte[] bytes;

  /** Makes a black picture of 3 (RGB) or 4 (RGBA) channels. */
  public Raster(int width, int height, int channels) {
    if (width < 1 || height < 1 || channels < 3 || channels > 4) {
      throw new IllegalArgumentException(
          "raster is %dx%dx%d; expected at least 1x1 with 3 or 4 channels"
              .formatted(width, height, channels));
    }
    this.width = width;
    this.height = height;
    this.channels = channels;
    this.bytes = new byte[width * height * channels];
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  public int channels() {
    return channels;
  }

  /** Sets a pixel from a linear colour, stored as sRGB. */
  public void setColour(int x, int y, Vec linear) {
    int at = offset(x, y);
    bytes[at] = encode(linear.x());
    bytes[at + 1] = encode(linear.y());
    bytes[at + 2] = encode(linear.z());
  }

  /** Returns a pixel's linear colour. */
  public Vec colour(int x, int y) {
    return Vec.srgb((code(x, y, 0) << 16) | (code(x, y, 1) << 8) | code(x, y, 2));
  }

  /** Sets a pixel from plain values in [0, 1]. */
  public void setPlain(int x, int y, double r, double g, double b) {
    int at = offset(x, y);
    bytes[at] = plain(r);
    bytes[at + 1] = plain(g);
    bytes[at + 2] = plain(b);
  }

  /** Sets the alpha of a four-channel picture, in [0, 1]. */
  public void setAlpha(int x, int y, double alpha) {
    bytes[offset(x, y) + 3] = plain(alpha);
  }

  /** Returns a channel's code, 0 to 255. */
  public int code(int x, int y, int channel) {
    return bytes[offset(x, y) + channel] & 0xFF;
  }

  void copyRow(int y, byte[] into) {
    System.arraycopy(bytes, y * width * channels, into, 0, width * channels);
  }

  private int offset(int x, int y) {
    return (y * width + x) * channels;
  }

  private static byte plain(double value) {
    return (byte) (int) (Math.clamp(value, 0.0, 1.0) * 255 + 0.5);
  }

  private static byte encode(double linear) {
    return SRGB[(int) (Math.clamp(linear, 0.0, 1.0) * (SRGB.length - 1) + 0.5)];
  }

  private static byte[] srgbTable() {
    byte[] table = new byte[16_385];
    for (int i = 0; i < table.length; i++) {
      double value = i / (table.length - 1.0);
      double code =
          value <= 0.0031308 ? value * 12.92 : 1.055 * StrictMath.pow(value, 1 / 2.4) - 0.055;
      table[i] = plain(code);
    }
    return table;
  }
}
