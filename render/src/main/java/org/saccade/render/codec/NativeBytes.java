package org.saccade.render.codec;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLong;
import org.lwjgl.system.MemoryUtil;

/**
 * An owned native block. It crosses packages and threads by being handed over once; the last owner
 * closes it. Closing twice is harmless, using it after closing throws. Contents start undefined.
 */
public final class NativeBytes implements AutoCloseable {
  private final AtomicLong address;
  private final int size;

  private NativeBytes(long address, int size) {
    this.address = new AtomicLong(address);
    this.size = size;
  }

  /** Allocates {@code size} bytes, 1 or more. */
  public static NativeBytes allocate(int size) {
    if (size < 1) {
      throw new IllegalArgumentException(
          "NativeBytes.allocate(%d): expected 1 byte or more".formatted(size));
    }
    return new NativeBytes(MemoryUtil.nmemAllocChecked(size), size);
  }

  /** Length in bytes. */
  public int size() {
    return size;
  }

  /** Native address of the first byte. */
  public long address() {
    long now = address.get();
    if (now == 0) {
      throw new IllegalStateException(
          "this NativeBytes of %d bytes is closed; hand it over once".formatted(size));
    }
    return now;
  }

  /** A fresh view of everything, in native byte order; dead once this is closed. */
  public ByteBuffer buffer() {
    return MemoryUtil.memByteBuffer(address(), size);
  }

  /** True once the memory is gone. */
  public boolean isClosed() {
    return address.get() == 0;
  }

  @Override
  public void close() {
    long was = address.getAndSet(0);
    if (was != 0) {
      MemoryUtil.nmemFree(was);
    }
  }
}
