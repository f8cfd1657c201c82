package org.saccade.client.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.saccade.client.Failure;
import org.saccade.client.Surroundings;

/** The edge of a bench: a process of its own on loopback, bound to the second core. */
final class BenchEdge {
  private static final int CORE = 1;
  private static final long START_NANOS = 120_000_000_000L;

  private BenchEdge() {}

  /** Starts it and waits until it serves the scene. */
  static ChildProcess start(
      Surroundings surroundings, BenchSettings settings, String scene, Path cacheFolder, int port) {
    var arguments =
        List.of(
            "edge",
            "--port",
            String.valueOf(port),
            "--scene",
            scene,
            "--level",
            String.valueOf(settings.tiles().maxLevel()),
            "--quality",
            String.valueOf(settings.tiles().jpegQuality()),
            "--cache",
            cacheFolder.toString());
    var edge = ChildProcess.start(surroundings, CORE, arguments);
    try {
      edge.awaitLine("serving", surroundings.clock().getAsLong() + START_NANOS);
      return edge;
    } catch (RuntimeException failed) {
      edge.close();
      throw failed;
    }
  }

  /** A port nobody listens on now. */
  static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException failed) {
      throw Failure.failed("no free port on 127.0.0.1", failed);
    }
  }
}
