package org.saccade.render.tile;

import java.nio.IntBuffer;
import java.util.Arrays;

/** An immutable run of ints, compared by content. The array handed in must not be written again. */
public final class Ints {
  /** No ints at all. */
  public static final Ints EMPTY = new Ints(new int[0], 0, 0);

  private final int[] array;
  private final int offset;
  private final int size;

  private Ints(int[] array, int offset, int size) {
    this.array = array;
    this.offset = offset;
    this.size = size;
  }

  /** Takes over the array without copying. */
  public static Ints wrap(int... array) {
    return new Ints(array, 0, array.length);
  }

  /** Copies what is left in the buffer, and consumes it. */
  public static Ints copyOf(IntBuffer from) {
    int[] copy = new int[from.remaining()];
    from.get(copy);
    return wrap(copy);
  }

  public int size() {
    return size;
  }

  public boolean isEmpty() {
    return size == 0;
  }

  public int get(int index) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException("index %d of %d ints".formatted(index, size));
    }
    return array[offset + index];
  }

  /** A view of [from, to), sharing the memory. */
  public Ints slice(int from, int to) {
    if (from < 0 || to < from || to > size) {
      throw new IndexOutOfBoundsException("slice %d..%d of %d ints".formatted(from, to, size));
    }
    return new Ints(array, offset + from, to - from);
  }

  /** A read-only view, position 0. */
  public IntBuffer asBuffer() {
    return IntBuffer.wrap(array, offset, size).slice().asReadOnlyBuffer();
  }

  /** A copy. */
  public int[] toArray() {
    return Arrays.copyOfRange(array, offset, offset + size);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Ints that
        && Arrays.equals(
            array, offset, offset + size, that.array, that.offset, that.offset + that.size);
  }

  @Override
  public int hashCode() {
    return asBuffer().hashCode();
  }

  @Override
  public String toString() {
    return size + " ints";
  }
}
