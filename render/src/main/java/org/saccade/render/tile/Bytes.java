package org.saccade.render.tile;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.zip.Checksum;

/**
 * An immutable run of bytes, compared by content. The array handed in must not be written again.
 */
public final class Bytes {
  /** No bytes at all. */
  public static final Bytes EMPTY = new Bytes(new byte[0], 0, 0);

  private final byte[] array;
  private final int offset;
  private final int size;

  private Bytes(byte[] array, int offset, int size) {
    this.array = array;
    this.offset = offset;
    this.size = size;
  }

  /** Takes over the array without copying. */
  public static Bytes wrap(byte... array) {
    return new Bytes(array, 0, array.length);
  }

  /** Copies what is left in the buffer, and consumes it. */
  public static Bytes copyOf(ByteBuffer from) {
    byte[] copy = new byte[from.remaining()];
    from.get(copy);
    return wrap(copy);
  }

  public int size() {
    return size;
  }

  public boolean isEmpty() {
    return size == 0;
  }

  public byte get(int index) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException("index %d of %d bytes".formatted(index, size));
    }
    return array[offset + index];
  }

  /** A view of [from, to), sharing the memory. */
  public Bytes slice(int from, int to) {
    if (from < 0 || to < from || to > size) {
      throw new IndexOutOfBoundsException("slice %d..%d of %d bytes".formatted(from, to, size));
    }
    return new Bytes(array, offset + from, to - from);
  }

  /** A read-only view, position 0. */
  public ByteBuffer asBuffer() {
    return ByteBuffer.wrap(array, offset, size).slice().asReadOnlyBuffer();
  }

  /** Adds all bytes to a checksum, without the copy that a read-only view would cost. */
  public void addTo(Checksum sum) {
    sum.update(array, offset, size);
  }

  /** Adds all bytes to a digest, without a copy. */
  public void addTo(MessageDigest digest) {
    digest.update(array, offset, size);
  }

  /** A copy. */
  public byte[] toArray() {
    return Arrays.copyOfRange(array, offset, offset + size);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes that
        && Arrays.equals(
            array, offset, offset + size, that.array, that.offset, that.offset + that.size);
  }

  @Override
  public int hashCode() {
    return asBuffer().hashCode();
  }

  @Override
  public String toString() {
    return size + " bytes";
  }
}
