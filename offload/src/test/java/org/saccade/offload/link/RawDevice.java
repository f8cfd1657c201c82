package org.saccade.offload.link;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.saccade.offload.protocol.Codec;
import org.saccade.offload.protocol.Limits;
import org.saccade.offload.protocol.Message;
import org.saccade.offload.protocol.Version;
import org.saccade.offload.secure.Credentials;
import org.saccade.offload.secure.Handshake;
import org.saccade.offload.secure.Role;
import org.saccade.offload.secure.SealedSession;
import org.saccade.offload.secure.Sealer;
import org.saccade.offload.secure.Transport;

/** A device made of bare sockets, for attacks by somebody who has shaken hands. */
final class RawDevice implements AutoCloseable {
  final Socket socket;
  final SealedSession seals;

  /** What KryoNet calls the connection. */
  final int connectionId;

  private final DataInputStream in;

  private RawDevice(Socket socket, DataInputStream in, int connectionId, SealedSession seals) {
    this.socket = socket;
    this.in = in;
    this.connectionId = connectionId;
    this.seals = seals;
  }

  static RawDevice dial(int port, Credentials who) throws Exception {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(8_000);
    DataInputStream in = new DataInputStream(socket.getInputStream());
    ByteBuffer registration = ByteBuffer.wrap(frame(in)).order(ByteOrder.LITTLE_ENDIAN);
    Handshake handshake =
        Handshake.begin(Role.DEVICE, who.identity(), Version.CURRENT, who.random());
    socket.getOutputStream().write(shake(Version.CURRENT, handshake.write(new byte[0])));
    byte[] second = frame(in);
    byte[] session = handshake.read(Arrays.copyOfRange(second, 4, second.length));
    socket.getOutputStream().write(shake(Version.CURRENT, handshake.write(new byte[0])));
    int number = ByteBuffer.wrap(session).order(ByteOrder.LITTLE_ENDIAN).getInt();
    return new RawDevice(socket, in, registration.getInt(2), handshake.finish(number, 0));
  }

  /** A handshake message as it travels. */
  static byte[] shake(int version, byte[] message) {
    byte[] whole = new byte[4 + message.length];
    whole[0] = (byte) version;
    whole[1] = (byte) 130;
    System.arraycopy(message, 0, whole, 4, message.length);
    return Hostile.framed(whole);
  }

  private static byte[] frame(DataInputStream in) throws IOException {
    byte[] frame = new byte[Integer.reverseBytes(in.readInt())];
    in.readFully(frame);
    return frame;
  }

  /** The next sealed message's bytes, sealed; KryoNet's own are passed over. */
  byte[] hear() throws IOException {
    byte[] frame = frame(in);
    while (frame[0] == 0) {
      frame = frame(in);
    }
    return frame;
  }

  /** The next message. */
  Message next() throws Exception {
    ByteBuffer plain = ByteBuffer.allocate(Limits.MESSAGE_BYTES);
    seals.opener(Transport.STREAM).open(ByteBuffer.wrap(hear()), plain);
    return Codec.decode(plain.flip());
  }

  byte[] sealed(Transport transport, Message message) {
    byte[] plain = Hostile.encoded(message);
    ByteBuffer sealed = ByteBuffer.allocate(plain.length + Sealer.OVERHEAD_BYTES);
    seals.sealer(transport).seal(ByteBuffer.wrap(plain), sealed, 0);
    return sealed.array();
  }

  void say(Message message) throws IOException {
    sayBytes(sealed(Transport.STREAM, message));
  }

  void sayBytes(byte[] sealed) throws IOException {
    socket.getOutputStream().write(Hostile.framed(sealed));
  }

  /** Whether the edge hangs up now. */
  boolean isHungUp() throws IOException {
    try {
      while (true) {
        hear();
      }
    } catch (java.io.EOFException | java.net.SocketException e) {
      return true;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
