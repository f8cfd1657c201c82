package org.saccade.offload.link;

import com.esotericsoftware.kryonet.Connection;
import com.esotericsoftware.kryonet.FrameworkMessage;
import com.esotericsoftware.kryonet.KryoNetException;
import com.esotericsoftware.kryonet.Serialization;
import com.esotericsoftware.kryonet.Sockets;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.saccade.offload.protocol.Codec;
import org.saccade.offload.protocol.Limits;
import org.saccade.offload.protocol.MalformedMessageException;
import org.saccade.offload.protocol.Message;
import org.saccade.offload.protocol.Version;

/**
 * Our messages, and KryoNet's own five, as bytes; never an object graph. Malformed bytes of a
 * stream end the connection (it cannot be trusted to be in step); a malformed datagram is only
 * counted. Stateless but for the hook; any thread.
 */
final class MessageSerialization implements Serialization {
  private static final int HELLO_TYPE = 1;
  private static final int LENGTH_BYTES = 4;

  private final IntConsumer onDatagramRegistration;

  /**
   * @param onDatagramRegistration told the connection id of a datagram registration before KryoNet
   *     acts on it
   */
  MessageSerialization(IntConsumer onDatagramRegistration) {
    this.onDatagramRegistration = onDatagramRegistration;
  }

  @Override
  public void write(Connection connection, ByteBuffer buffer, Object object) {
    if (object instanceof Message message) {
      Codec.encode(message, buffer);
    } else {
      FrameworkCodec.write(buffer, (FrameworkMessage) object);
    }
  }

  @Override
  public Object read(@Nullable Connection connection, ByteBuffer buffer) {
    boolean isStream = Sockets.isStream(connection, buffer);
    try {
      return heard(buffer, !isStream);
    } catch (MalformedMessageException | KryoNetException e) {
      if (isStream) {
        throw new KryoNetException("malformed message: " + e.getMessage());
      }
      buffer.position(buffer.limit());
      return new Heard.Garbage(String.valueOf(e.getMessage()));
    }
  }

  private Object heard(ByteBuffer buffer, boolean byDatagram) throws MalformedMessageException {
    int bytes = buffer.remaining();
    int first = Codec.versionOf(buffer);
    if (first == FrameworkCodec.MARK) {
      buffer.get();
      FrameworkMessage message = FrameworkCodec.read(buffer);
      if (byDatagram && message instanceof FrameworkMessage.RegisterUDP register) {
        onDatagramRegistration.accept(register.connectionID);
      }
      return message;
    }
    if (!Version.isSpoken(first) && bytes > 1 && buffer.get(buffer.position() + 1) == HELLO_TYPE) {
      buffer.position(buffer.limit());
      return new Heard.Foreign(first);
    }
    if (byDatagram && bytes > Limits.DATAGRAM_BYTES) {
      throw new MalformedMessageException(
          "datagram of %d bytes; expected at most %d".formatted(bytes, Limits.DATAGRAM_BYTES));
    }
    return new Heard.Arrival(Codec.decode(buffer), byDatagram, bytes);
  }

  @Override
  public int getLengthLength() {
    return LENGTH_BYTES;
  }

  @Override
  public void writeLength(ByteBuffer buffer, int length) {
    buffer.order(ByteOrder.LITTLE_ENDIAN).putInt(length);
  }

  @Override
  public int readLength(ByteBuffer buffer) {
    return buffer.order(ByteOrder.LITTLE_ENDIAN).getInt();
  }
}
