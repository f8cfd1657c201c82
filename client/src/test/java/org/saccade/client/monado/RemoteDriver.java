package org.saccade.client.monado;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;

/**
 * Moves the head, the hands and the buttons of a service in mode REMOTE. What is sent shows about a
 * frame later and is not acknowledged: wait until it is seen. One driver at a time.
 */
public final class RemoteDriver implements AutoCloseable {
  private static final int PORT = 4242;
  private static final int PATIENCE_MILLIS = 10_000;

  private final Socket socket;

  private RemoteDriver(Socket socket) {
    this.socket = socket;
  }

  /** Connects to the running service. */
  public static RemoteDriver connect() {
    var socket = new Socket();
    try {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), PORT), PATIENCE_MILLIS);
      greet(socket);
      return new RemoteDriver(socket);
    } catch (IOException e) {
      closeQuietly(socket, e);
      throw new UncheckedIOException(
          "no remote driver on port %d: is the service in mode REMOTE?".formatted(PORT), e);
    }
  }

  /** From now on head and hands are so. */
  public void send(RemoteInput input) {
    try {
      socket.getOutputStream().write(input.packed().array());
    } catch (IOException e) {
      throw new UncheckedIOException("the remote driver hung up: did the service end?", e);
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The driver first tells its resting state and its newest one; only their layout matters. */
  private static void greet(Socket socket) throws IOException {
    byte[] states = socket.getInputStream().readNBytes(2 * RemoteInput.BYTES);
    if (states.length < 2 * RemoteInput.BYTES || !RemoteInput.isUpright(ByteBuffer.wrap(states))) {
      throw new IOException("its greeting is not laid out as Monado 25's");
    }
  }

  private static void closeQuietly(Socket socket, IOException cause) {
    try {
      socket.close();
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }
}
