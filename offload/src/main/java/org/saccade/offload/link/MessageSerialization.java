package org.saccade.offload.link;

import com.esotericsoftware.kryonet.Connection;
import com.esotericsoftware.kryonet.FrameworkMessage;
import com.esotericsoftware.kryonet.KryoNetException;
import com.esotericsoftware.kryonet.Serialization;
import com.esotericsoftware.kryonet.Sockets;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.saccade.offload.protocol.Codec;
import org.saccade.offload.protocol.MalformedMessageException;
import org.saccade.offload.protocol.Message;
import org.saccade.offload.protocol.Version;
import org.saccade.offload.secure.Handshake;
import org.saccade.offload.secure.Transport;
import org.saccade.render.tile.Bytes;

/**
 * Our messages, sealed, and KryoNet's own five as bytes; never an object graph. In the clear only
 * handshakes and refusals pass, and only before there are seals. Bytes of a stream that are not
 * what they should be end the connection (it cannot be trusted to be in step); such a datagram is
 * only counted. Stateless but for the hooks; any thread.
 */
final class MessageSerialization implements Serialization {
  private static final int HELLO_TYPE = 1;
  private static final int REFUSED_TYPE = 3;
  private static final int SHAKE_TYPE = 130;
  private static final int ENVELOPE_BYTES = 4;
  private static final int LENGTH_BYTES = 4;

  private final Function<Connection, @Nullable Seals> seals;
  private final IntConsumer onDatagramRegistration;

  /**
   * @param seals a connection's, once its handshake is over
   * @param onDatagramRegistration told the connection id of a datagram registration before KryoNet
   *     acts on it
   */
  MessageSerialization(
      Function<Connection, @Nullable Seals> seals, IntConsumer onDatagramRegistration) {
    this.seals = seals;
    this.onDatagramRegistration = onDatagramRegistration;
  }

  @Override
  public void write(Connection connection, ByteBuffer buffer, Object object) {
    switch (object) {
      case FrameworkMessage own -> FrameworkCodec.write(buffer, own);
      case Heard.Shake shake ->
          buffer
              .put((byte) Version.CURRENT)
              .put((byte) SHAKE_TYPE)
              .putShort((short) 0)
              .put(shake.message().asBuffer());
      case Message message -> write(message, seals.apply(connection), connection, buffer);
      default -> throw new KryoNetException("not ours to send: " + object.getClass());
    }
  }

  private static void write(
      Message message, @Nullable Seals sealing, Connection connection, ByteBuffer buffer) {
    if (sealing != null) {
      boolean isStream = Sockets.isStreamOut(connection, buffer);
      sealing.seal(message, isStream ? Transport.STREAM : Transport.DATAGRAM, buffer);
    } else if (message instanceof Message.Refused) {
      Codec.encode(message, buffer);
    } else {
      throw new KryoNetException("%s before the handshake".formatted(message.getClass()));
    }
  }

  @Override
  public Object read(@Nullable Connection connection, ByteBuffer buffer) {
    boolean isStream = Sockets.isStream(connection, buffer);
    try {
      return heard(connection, buffer, isStream);
    } catch (MalformedMessageException | KryoNetException e) {
      if (isStream) {
        throw new KryoNetException("malformed message: " + e.getMessage());
      }
      buffer.position(buffer.limit());
      return new Heard.Garbage(String.valueOf(e.getMessage()));
    }
  }

  private Object heard(@Nullable Connection connection, ByteBuffer buffer, boolean isStream)
      throws MalformedMessageException {
    if (Codec.versionOf(buffer) == FrameworkCodec.MARK) {
      buffer.get();
      FrameworkMessage message = FrameworkCodec.read(buffer);
      if (message instanceof FrameworkMessage.Ping
          || message instanceof FrameworkMessage.DiscoverHost) {
        // KryoNet answers at once, whether there is room or not: whoever never reads would stop us.
        throw new MalformedMessageException("KryoNet's ping and discovery are not spoken here");
      }
      if (!isStream && message instanceof FrameworkMessage.RegisterUDP register) {
        onDatagramRegistration.accept(register.connectionID);
      }
      return message;
    }
    Seals sealing = connection == null ? null : seals.apply(connection);
    if (sealing != null) {
      return sealing.open(buffer, isStream ? Transport.STREAM : Transport.DATAGRAM);
    }
    if (!isStream) {
      throw new MalformedMessageException("a datagram of no session");
    }
    return inTheClear(buffer);
  }

  private static Object inTheClear(ByteBuffer buffer) throws MalformedMessageException {
    int bytes = buffer.remaining();
    if (bytes < ENVELOPE_BYTES || bytes > ENVELOPE_BYTES + Handshake.MESSAGE_BYTES) {
      throw new MalformedMessageException("%d bytes in the clear".formatted(bytes));
    }
    int version = Codec.versionOf(buffer);
    int type = buffer.get(buffer.position() + 1) & 0xFF;
    if (type == REFUSED_TYPE && Codec.decode(buffer) instanceof Message.Refused refused) {
      return new Heard.Unproven(refused);
    }
    if (!Version.isSpoken(version) && (type == HELLO_TYPE || type == SHAKE_TYPE)) {
      buffer.position(buffer.limit());
      return new Heard.Foreign(version);
    }
    boolean isPlain = buffer.getShort(buffer.position() + 2) == 0;
    if (!Version.isSpoken(version) || type != SHAKE_TYPE || !isPlain) {
      throw new MalformedMessageException(
          "a message of type %d in the clear; expected a handshake".formatted(type));
    }
    byte[] message = new byte[bytes - ENVELOPE_BYTES];
    buffer.position(buffer.position() + ENVELOPE_BYTES).get(message);
    return new Heard.Shake(Bytes.wrap(message));
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
