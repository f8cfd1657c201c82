package org.saccade.offload.link;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Relays TCP to another port of this machine and swallows every datagram. */
final class StreamOnlyRelay implements AutoCloseable {
  private final ServerSocket door;
  private final @Nullable DatagramSocket swallower;
  private final int target;
  private final List<Socket> open = new CopyOnWriteArrayList<>();

  /**
   * A relay to this port of loopback.
   *
   * @param swallows whether datagrams vanish; else the system says that nobody takes them
   */
  StreamOnlyRelay(int target, boolean swallows) throws IOException {
    this.target = target;
    InetAddress host = InetAddress.getLoopbackAddress();
    door = new ServerSocket(0, 10, host);
    swallower =
        swallows ? new DatagramSocket(new InetSocketAddress(host, door.getLocalPort())) : null;
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return door.getLocalPort();
  }

  private void accept() {
    try {
      while (true) {
        Socket device = door.accept();
        Socket edge = new Socket(InetAddress.getLoopbackAddress(), target);
        open.add(device);
        open.add(edge);
        Thread.ofVirtual().start(() -> pump(device, edge));
        Thread.ofVirtual().start(() -> pump(edge, device));
      }
    } catch (IOException e) {
      // closed: the relay is over
    }
  }

  private static void pump(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // one side ended: both do
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    if (swallower != null) {
      swallower.close();
    }
    for (Socket socket : open) {
      socket.close();
    }
  }
}
