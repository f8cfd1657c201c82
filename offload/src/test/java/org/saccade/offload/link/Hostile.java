package org.saccade.offload.link;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.saccade.offload.protocol.Codec;
import org.saccade.offload.protocol.Limits;
import org.saccade.offload.protocol.Message;

/** Bytes for attacks. */
public final class Hostile {
  private Hostile() {}

  public static byte[] encoded(Message message) {
    ByteBuffer bytes = ByteBuffer.allocate(Limits.MESSAGE_BYTES);
    Codec.encode(message, bytes);
    return Arrays.copyOf(bytes.array(), bytes.position());
  }

  public static byte[] hello() {
    return encoded(new Message.Hello("stranger"));
  }

  /** A message as it travels by stream. */
  public static byte[] framed(byte[] message) {
    return forged(message.length, message);
  }

  /** A message whose length is a lie. */
  public static byte[] forged(int length, byte[] message) {
    return ByteBuffer.allocate(4 + message.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(length)
        .put(message)
        .array();
  }

  /** KryoNet's word to a device that its stream is registered. */
  public static byte[] streamRegistration(int connectionId) {
    byte[] said = registration(connectionId);
    said[1] = 1;
    return said;
  }

  /** KryoNet's registration of a datagram address for another's connection. */
  public static byte[] registration(int connectionId) {
    return ByteBuffer.allocate(6)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put((byte) 0)
        .put((byte) 2)
        .putInt(connectionId)
        .array();
  }
}
