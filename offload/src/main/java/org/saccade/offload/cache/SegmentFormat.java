package org.saccade.offload.cache;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.saccade.render.tile.Fingerprint;

/**
 * The bytes of a segment file, big-endian.
 *
 * <pre>
 * header  magic 4 | format version 4 | scene 32 | recipe 32 | CRC-32C of the former 4
 * record  magic 4 | address 8 | length 4 | CRC-32C of the payload 4 | CRC-32C of the former 4 | payload
 * </pre>
 *
 * The header of a record has a checksum of its own, so a start reads headers only and walks a
 * gigabyte of tiles in milliseconds; a payload is checked when it is read.
 */
final class SegmentFormat {
  static final int VERSION = 1;
  static final int HEADER_BYTES = 4 + 4 + 2 * Fingerprint.SIZE + 4;
  static final int RECORD_BYTES = 4 + 8 + 4 + 4 + 4;

  /** No tile is larger; a larger length is damage. */
  static final int LARGEST_PAYLOAD = 4 << 20;

  private static final int HEADER_MAGIC = 0x5341_5447; // SATG
  private static final int RECORD_MAGIC = 0x5341_5452; // SATR

  private SegmentFormat() {}

  static ByteBuffer header(Fingerprint scene, Fingerprint recipe) {
    var header = ByteBuffer.allocate(HEADER_BYTES);
    header.putInt(HEADER_MAGIC).putInt(VERSION);
    scene.write(header);
    recipe.write(header);
    return header.putInt(crc(header, 0, HEADER_BYTES - 4)).flip();
  }

  /** The record's header followed by its payload. */
  static ByteBuffer record(long address, byte[] payload) {
    var record = ByteBuffer.allocate(RECORD_BYTES + payload.length);
    record.putInt(RECORD_MAGIC).putLong(address).putInt(payload.length);
    record.putInt(crc(ByteBuffer.wrap(payload), 0, payload.length));
    record.putInt(crc(record, 0, RECORD_BYTES - 4));
    return record.put(payload).flip();
  }

  /** Whether the buffer (at 0) starts with a record's undamaged header. */
  static boolean isRecord(ByteBuffer at) {
    int length = at.getInt(12);
    return at.getInt(0) == RECORD_MAGIC
        && length >= 0
        && length <= LARGEST_PAYLOAD
        && at.getInt(RECORD_BYTES - 4) == crc(at, 0, RECORD_BYTES - 4);
  }

  static long address(ByteBuffer record) {
    return record.getLong(4);
  }

  static int payloadBytes(ByteBuffer record) {
    return record.getInt(12);
  }

  static int payloadCrc(ByteBuffer record) {
    return record.getInt(16);
  }

  static int crc(ByteBuffer of, int from, int bytes) {
    var crc = new CRC32C();
    crc.update(of.duplicate().clear().position(from).limit(from + bytes));
    return (int) crc.getValue();
  }
}
