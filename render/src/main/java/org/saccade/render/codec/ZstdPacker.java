package org.saccade.render.codec;

import java.nio.ByteBuffer;
import org.lwjgl.util.zstd.Zstd;
import org.saccade.render.tile.Bytes;

/** zstd with contexts and buffers that are kept. One thread at a time; closed by its owner. */
final class ZstdPacker implements AutoCloseable {
  private static final int LEVEL = 3;

  private final NativeScratch plain = new NativeScratch();
  private final NativeScratch packed = new NativeScratch();
  private long compressor;
  private long decompressor;

  /** One frame that states its content's size. */
  Bytes pack(ByteSink content) {
    if (compressor == 0) {
      compressor = Zstd.ZSTD_createCCtx();
    }
    ByteBuffer from = plain.ofSize(content.size());
    from.put(0, content.array(), 0, content.size());
    ByteBuffer to = packed.ofSize((int) Zstd.ZSTD_compressBound(content.size()));
    long size = Zstd.ZSTD_compressCCtx(compressor, to, from, LEVEL);
    if (Zstd.ZSTD_isError(size)) {
      throw new IllegalStateException(
          "ZSTD_compressCCtx of %d bytes: %s; free memory and try again"
              .formatted(content.size(), Zstd.ZSTD_getErrorName(size)));
    }
    return Bytes.copyOf(to.slice(0, (int) size));
  }

  /** The content of a frame that claims, and has, at most {@code limit} bytes. */
  byte[] unpack(Bytes frame, int limit) throws MalformedTileException {
    if (decompressor == 0) {
      decompressor = Zstd.ZSTD_createDCtx();
    }
    ByteBuffer from = packed.ofSize(frame.size());
    from.put(0, frame.asBuffer(), 0, frame.size());
    long claimed = Zstd.ZSTD_getFrameContentSize(from);
    if (claimed < 0 || claimed > limit) {
      throw new MalformedTileException(
          "geometry claims %d bytes, the limit is %d".formatted(claimed, limit));
    }
    ByteBuffer to = plain.ofSize(Math.max(1, (int) claimed));
    long size = Zstd.ZSTD_decompressDCtx(decompressor, to, from);
    if (Zstd.ZSTD_isError(size) || size != claimed) {
      throw new MalformedTileException(
          "geometry is no zstd frame: " + Zstd.ZSTD_getErrorName(size));
    }
    byte[] content = new byte[(int) size];
    to.get(0, content);
    return content;
  }

  @Override
  public void close() {
    Zstd.ZSTD_freeCCtx(compressor);
    Zstd.ZSTD_freeDCtx(decompressor);
    compressor = 0;
    decompressor = 0;
    plain.close();
    packed.close();
  }
}
