package org.saccade.offload.cache;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * One append-only file of tiles. Reading is safe from any thread; appending belongs to the cache,
 * under its lock.
 */
final class Segment implements AutoCloseable {
  /** Told of each record found by a scan. */
  interface Found {
    void record(long address, long offset, int payloadBytes, int payloadCrc);
  }

  private final Path file;
  private final FileChannel channel;
  private long bytes;

  private Segment(Path file, FileChannel channel, long bytes) {
    this.file = file;
    this.channel = channel;
    this.bytes = bytes;
  }

  /** A new file with its header. */
  static Segment create(Path file, ByteBuffer header) throws IOException {
    var channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
    var segment = new Segment(file, channel, 0);
    try {
      segment.writeFully(header.duplicate(), 0);
    } catch (IOException e) {
      channel.close();
      Files.deleteIfExists(file);
      throw e;
    }
    segment.bytes = header.remaining();
    return segment;
  }

  /** An existing file; null when it does not start with {@code header}, so is not for us. */
  static @Nullable Segment open(Path file, ByteBuffer header, boolean writable) throws IOException {
    var channel =
        writable
            ? FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)
            : FileChannel.open(file, StandardOpenOption.READ);
    var start = ByteBuffer.allocate(header.remaining());
    if (readFully(channel, start, 0) && start.flip().equals(header)) {
      return new Segment(file, channel, channel.size());
    }
    channel.close();
    return null;
  }

  /**
   * Walks the records and stops at the first that is cut or damaged.
   *
   * @param cutTail whether to cut the file there, so that appending can go on
   */
  void scan(Found found, boolean cutTail) throws IOException {
    var record = ByteBuffer.allocate(SegmentFormat.RECORD_BYTES);
    long at = SegmentFormat.HEADER_BYTES;
    long end = channel.size();
    while (at + SegmentFormat.RECORD_BYTES <= end) {
      if (!readFully(channel, record.clear(), at) || !SegmentFormat.isRecord(record)) {
        break;
      }
      int payload = SegmentFormat.payloadBytes(record);
      long next = at + SegmentFormat.RECORD_BYTES + payload;
      if (next > end) {
        break;
      }
      found.record(
          SegmentFormat.address(record),
          at + SegmentFormat.RECORD_BYTES,
          payload,
          SegmentFormat.payloadCrc(record));
      at = next;
    }
    if (cutTail && at < end) {
      channel.truncate(at);
    }
    bytes = at;
  }

  /** Appends a record and gives the place of its payload; a failed write leaves no trace. */
  long append(ByteBuffer record) throws IOException {
    long at = bytes;
    int length = record.remaining();
    try {
      writeFully(record, at);
    } catch (IOException e) {
      channel.truncate(at);
      throw e;
    }
    bytes = at + length;
    return at + SegmentFormat.RECORD_BYTES;
  }

  /** The payload at this place; null when it is damaged or the file is gone. */
  byte @Nullable [] read(long offset, int length, int crc) {
    var payload = ByteBuffer.allocate(length);
    try {
      if (!readFully(channel, payload, offset)) {
        return null;
      }
    } catch (IOException e) {
      return null;
    }
    return SegmentFormat.crc(payload, 0, length) == crc ? payload.array() : null;
  }

  long bytes() {
    return bytes;
  }

  Path file() {
    return file;
  }

  /** Closes and deletes the file. */
  void delete() throws IOException {
    channel.close();
    Files.deleteIfExists(file);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private void writeFully(ByteBuffer from, long at) throws IOException {
    long position = at;
    while (from.hasRemaining()) {
      int written = channel.write(from, position);
      if (written <= 0) {
        throw new EOFException("wrote nothing at %d of %s".formatted(position, file));
      }
      position += written;
    }
  }

  private static boolean readFully(FileChannel channel, ByteBuffer to, long at) throws IOException {
    long position = at;
    while (to.hasRemaining()) {
      int read = channel.read(to, position);
      if (read < 0) {
        return false;
      }
      position += read;
    }
    return true;
  }
}
