package org.saccade.offload.link;

import com.esotericsoftware.kryonet.FrameworkMessage;
import com.esotericsoftware.kryonet.KryoNetException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** KryoNet's own five messages: a zero byte, a kind, and at most five bytes; see PROTOCOL.md. */
final class FrameworkCodec {
  /** The first byte; no protocol version is zero. */
  static final int MARK = 0;

  private FrameworkCodec() {}

  static void write(ByteBuffer out, FrameworkMessage message) {
    out.order(ByteOrder.LITTLE_ENDIAN).put((byte) MARK);
    if (message instanceof FrameworkMessage.RegisterTCP register) {
      out.put((byte) 1).putInt(register.connectionID);
    } else if (message instanceof FrameworkMessage.RegisterUDP register) {
      out.put((byte) 2).putInt(register.connectionID);
    } else if (message instanceof FrameworkMessage.KeepAlive) {
      out.put((byte) 3);
    } else if (message instanceof FrameworkMessage.DiscoverHost) {
      out.put((byte) 4);
    } else if (message instanceof FrameworkMessage.Ping ping) {
      out.put((byte) 5).putInt(ping.id).put((byte) (ping.isReply ? 1 : 0));
    } else {
      throw new KryoNetException("unknown framework message " + message.getClass().getName());
    }
  }

  /** Reads after the mark; throws on any byte too few or too many. */
  static FrameworkMessage read(ByteBuffer in) {
    in.order(ByteOrder.LITTLE_ENDIAN);
    int kind = in.hasRemaining() ? in.get() : -1;
    int expected = kind == 1 || kind == 2 ? 4 : kind == 5 ? 5 : 0;
    if (kind < 1 || kind > 5 || in.remaining() != expected) {
      throw new KryoNetException(
          "framework message of kind %d with %d bytes".formatted(kind, in.remaining()));
    }
    return switch (kind) {
      case 1 -> {
        var register = new FrameworkMessage.RegisterTCP();
        register.connectionID = in.getInt();
        yield register;
      }
      case 2 -> {
        var register = new FrameworkMessage.RegisterUDP();
        register.connectionID = in.getInt();
        yield register;
      }
      case 3 -> FrameworkMessage.keepAlive;
      case 4 -> new FrameworkMessage.DiscoverHost();
      default -> {
        var ping = new FrameworkMessage.Ping();
        ping.id = in.getInt();
        ping.isReply = in.get() != 0;
        yield ping;
      }
    };
  }
}
