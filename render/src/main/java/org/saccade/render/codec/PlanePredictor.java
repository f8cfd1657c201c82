package org.saccade.render.codec;

/**
 * Guesses a quad's coded plane by continuing the plane before it in Morton order, in whole numbers:
 * neighbours often lie on one surface. Encoder and decoder run the same steps.
 */
final class PlanePredictor {
  private int middle;
  private int right;
  private int down;
  private int x2;
  private int y2;
  private int size = 1;

  /** The guesses for a quad; valid until the next call. */
  int guessMiddle;

  int guessRight;
  int guessDown;

  void clear() {
    middle = right = down = x2 = y2 = 0;
    size = 1;
  }

  /** Guesses for the quad of {@code size} at texel (x, y). */
  void guess(int x, int y, int quadSize) {
    guessRight = (int) ((long) right * quadSize / size);
    guessDown = (int) ((long) down * quadSize / size);
    long across = (long) right * (2 * x + quadSize - x2) + (long) down * (2 * y + quadSize - y2);
    guessMiddle = clamped(middle + across / size);
  }

  /** Remembers what the quad turned out to be. */
  void learn(int x, int y, int quadSize, int toMiddle, int toRight, int toDown) {
    middle = toMiddle;
    right = toRight;
    down = toDown;
    x2 = 2 * x + quadSize;
    y2 = 2 * y + quadSize;
    size = quadSize;
  }

  private static int clamped(long value) {
    return Math.clamp(value, -PlaneStep.LIMIT, PlaneStep.LIMIT);
  }
}
