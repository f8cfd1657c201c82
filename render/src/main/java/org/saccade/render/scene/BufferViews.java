package org.saccade.render.scene;

import de.javagl.jgltf.impl.v2.Buffer;
import de.javagl.jgltf.impl.v2.BufferView;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;

/** The byte ranges a document names, each checked against the bytes that are there. */
final class BufferViews {
  private final SceneDocument document;
  private final ExternalFiles files;
  private final Optional<ByteBuffer> binary;

  BufferViews(SceneDocument document, ExternalFiles files, Optional<ByteBuffer> binary) {
    this.document = document;
    this.files = files;
    this.binary = binary;
  }

  /** A little-endian view of the range, position 0. */
  ByteBuffer bytes(Integer index, String field) throws SceneException {
    BufferView view = document.at(document.gltf().getBufferViews(), index, field, "buffer views");
    String name = "bufferViews[" + index + "]";
    ByteBuffer whole = buffer(view.getBuffer(), name + ".buffer");
    long offset = view.getByteOffset() == null ? 0 : view.getByteOffset();
    if (view.getByteLength() == null) {
      throw document.broken(name + ".byteLength", "is missing");
    }
    long length = view.getByteLength();
    if (offset < 0 || length < 1 || offset + length > whole.limit()) {
      throw document.broken(
          name,
          "covers bytes %,d to %,d, but buffer %d has %,d"
              .formatted(offset, offset + length, view.getBuffer(), whole.limit()));
    }
    return whole.slice((int) offset, (int) length).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** What is left of a view from a byte on, little-endian, position 0. */
  static ByteBuffer from(ByteBuffer view, int offset) {
    return view.slice(offset, view.limit() - offset).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Bytes between the starts of two elements, or 0 where they are packed. */
  int stride(Integer index, String field) throws SceneException {
    BufferView view = document.at(document.gltf().getBufferViews(), index, field, "buffer views");
    return view.getByteStride() == null ? 0 : view.getByteStride();
  }

  private ByteBuffer buffer(Integer index, String field) throws SceneException {
    List<Buffer> buffers = document.gltf().getBuffers();
    Buffer buffer = document.at(buffers, index, field, "buffers");
    String name = "buffers[" + index + "]";
    ByteBuffer bytes = content(buffer, index, name);
    if (buffer.getByteLength() == null || buffer.getByteLength() > bytes.remaining()) {
      throw document.broken(
          name + ".byteLength",
          "is %s, but only %,d bytes are there"
              .formatted(buffer.getByteLength(), bytes.remaining()));
    }
    return bytes.slice(0, buffer.getByteLength());
  }

  private ByteBuffer content(Buffer buffer, int index, String name) throws SceneException {
    if (buffer.getUri() != null) {
      return ByteBuffer.wrap(files.get(buffer.getUri(), name + ".uri"));
    }
    if (index != 0 || binary.isEmpty()) {
      throw document.broken(name, "has no uri and no binary chunk");
    }
    return binary.get();
  }
}
