package org.saccade.offload.protocol;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** A run of bytes inside an array nobody changes any more; compared by content. */
public final class Payload {
  private final byte[] array;
  private final int offset;
  private final int length;

  private Payload(byte[] array, int offset, int length) {
    this.array = array;
    this.offset = offset;
    this.length = length;
  }

  /** All of {@code array}, which must not be changed afterwards. */
  public static Payload of(byte[] array) {
    return new Payload(array, 0, array.length);
  }

  /** A part of this one, without copying. */
  public Payload slice(int from, int bytes) {
    Objects.checkFromIndexSize(from, bytes, length);
    return new Payload(array, offset + from, bytes);
  }

  public int length() {
    return length;
  }

  public void writeTo(ByteBuffer target) {
    target.put(array, offset, length);
  }

  public void copyTo(byte[] target, int at) {
    System.arraycopy(array, offset, target, at, length);
  }

  public byte[] toArray() {
    return Arrays.copyOfRange(array, offset, offset + length);
  }

  /** CRC-32C of the bytes. */
  public int checksum() {
    CRC32C crc = new CRC32C();
    crc.update(array, offset, length);
    return (int) crc.getValue();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Payload that
        && Arrays.equals(
            array,
            offset,
            offset + length,
            that.array,
            that.offset,
            that.offset + that.length);
  }

  @Override
  public int hashCode() {
    return checksum();
  }

  @Override
  public String toString() {
    return "Payload[" + length + " bytes]";
  }
}
