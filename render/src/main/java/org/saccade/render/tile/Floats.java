package org.saccade.render.tile;

import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * An immutable run of floats, compared by content. The array handed in must not be written again.
 */
public final class Floats {
  /** No floats at all. */
  public static final Floats EMPTY = new Floats(new float[0], 0, 0);

  private final float[] array;
  private final int offset;
  private final int size;

  private Floats(float[] array, int offset, int size) {
    this.array = array;
    this.offset = offset;
    this.size = size;
  }

  /** Takes over the array without copying. */
  public static Floats wrap(float... array) {
    return new Floats(array, 0, array.length);
  }

  /** Copies what is left in the buffer, and consumes it. */
  public static Floats copyOf(FloatBuffer from) {
    float[] copy = new float[from.remaining()];
    from.get(copy);
    return wrap(copy);
  }

  public int size() {
    return size;
  }

  public boolean isEmpty() {
    return size == 0;
  }

  public float get(int index) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException("index %d of %d floats".formatted(index, size));
    }
    return array[offset + index];
  }

  /** A view of [from, to), sharing the memory. */
  public Floats slice(int from, int to) {
    if (from < 0 || to < from || to > size) {
      throw new IndexOutOfBoundsException("slice %d..%d of %d floats".formatted(from, to, size));
    }
    return new Floats(array, offset + from, to - from);
  }

  /** A read-only view, position 0. */
  public FloatBuffer asBuffer() {
    return FloatBuffer.wrap(array, offset, size).slice().asReadOnlyBuffer();
  }

  /** A copy. */
  public float[] toArray() {
    return Arrays.copyOfRange(array, offset, offset + size);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Floats that
        && Arrays.equals(
            array, offset, offset + size, that.array, that.offset, that.offset + that.size);
  }

  @Override
  public int hashCode() {
    return asBuffer().hashCode();
  }

  @Override
  public String toString() {
    return size + " floats";
  }
}
