package org.saccade.render.codec;

/** Z-order codes: x in the even bits, y in the odd ones; 16 bits each. */
final class Morton {
  private Morton() {}

  static int of(int x, int y) {
    return spread(x) | (spread(y) << 1);
  }

  static int x(int code) {
    return gather(code);
  }

  static int y(int code) {
    return gather(code >>> 1);
  }

  private static int spread(int value) {
    int v = value & 0xFFFF;
    v = (v | (v << 8)) & 0x00FF00FF;
    v = (v | (v << 4)) & 0x0F0F0F0F;
    v = (v | (v << 2)) & 0x33333333;
    return (v | (v << 1)) & 0x55555555;
  }

  private static int gather(int code) {
    int v = code & 0x55555555;
    v = (v | (v >>> 1)) & 0x33333333;
    v = (v | (v >>> 2)) & 0x0F0F0F0F;
    v = (v | (v >>> 4)) & 0x00FF00FF;
    return (v | (v >>> 8)) & 0xFFFF;
  }
}
