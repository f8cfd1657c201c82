package org.saccade.render.codec;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** A native block that grows to the largest size asked for. One thread at a time. */
final class NativeScratch implements AutoCloseable {
  private @Nullable NativeBytes block;

  /** A buffer of exactly this many bytes, contents undefined; the former one is dead. */
  ByteBuffer ofSize(int size) {
    NativeBytes now = block;
    if (now == null || now.size() < size) {
      close();
      now = NativeBytes.allocate(Math.max(4096, size));
      block = now;
    }
    return now.buffer().slice(0, size);
  }

  @Override
  public void close() {
    if (block != null) {
      block.close();
      block = null;
    }
  }
}
