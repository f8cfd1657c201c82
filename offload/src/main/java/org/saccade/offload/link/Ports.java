package org.saccade.offload.link;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Finds a port free for TCP and UDP; KryoNet must be told a number. */
final class Ports {
  private static final int TRIES = 20;

  private Ports() {}

  /** Binds something at an address. */
  interface Binder<T> {
    T bind(InetSocketAddress address) throws IOException;
  }

  /**
   * Binds at a port the system chose. Between choosing and binding another process may take it, so
   * this tries again.
   */
  static <T> T withFreePort(InetAddress host, Binder<T> binder) throws IOException {
    IOException last = new IOException("no free port");
    for (int i = 0; i < TRIES; i++) {
      try {
        return binder.bind(new InetSocketAddress(host, candidate(host)));
      } catch (IOException e) {
        last = e;
      }
    }
    throw new IOException(
        "no port of %s was free for TCP and UDP in %d tries".formatted(host, TRIES), last);
  }

  private static int candidate(InetAddress host) throws IOException {
    try (ServerSocket stream = new ServerSocket(0, 1, host);
        DatagramSocket datagrams =
            new DatagramSocket(new InetSocketAddress(host, stream.getLocalPort()))) {
      return datagrams.getLocalPort();
    }
  }
}
