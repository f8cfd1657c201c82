package org.saccade.offload.edge;

import java.net.InetAddress;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How an edge listens and what it may keep.
 *
 * @param name for people
 * @param bind where it listens
 * @param port of TCP and UDP; 0 lets the system choose
 * @param maxSessions devices served at once
 * @param memoryBytes encoded tiles in memory
 * @param cacheFolder where encoded tiles are kept; null keeps none on disk
 * @param diskBytes encoded tiles on disk
 */
public record EdgeConfig(
    String name,
    InetAddress bind,
    int port,
    int maxSessions,
    long memoryBytes,
    @Nullable Path cacheFolder,
    long diskBytes) {
  /** Where an edge listens unless told otherwise. */
  public static final int STANDARD_PORT = 47_820;

  private static final long STANDARD_MEMORY_BYTES = 256L << 20;
  private static final long STANDARD_DISK_BYTES = 4L << 30;

  public EdgeConfig {
    require(port >= 0 && port <= 65_535, "--port", port, "0..65535");
    require(maxSessions >= 1 && maxSessions <= 1_024, "edge.maxSessions", maxSessions, "1..1024");
    require(memoryBytes >= 1 << 20, "edge.memoryBytes", memoryBytes, "1048576 or more");
    require(diskBytes >= 1 << 20, "edge.diskBytes", diskBytes, "1048576 or more");
  }

  /** An edge inside the client's own process: loopback, a port the system chose. */
  public static EdgeConfig embedded(@Nullable Path cacheFolder) {
    return standalone(InetAddress.getLoopbackAddress(), 0, cacheFolder);
  }

  /** An edge on its own. */
  public static EdgeConfig standalone(InetAddress bind, int port, @Nullable Path cacheFolder) {
    return new EdgeConfig(
        "saccade edge", bind, port, 16, STANDARD_MEMORY_BYTES, cacheFolder, STANDARD_DISK_BYTES);
  }

  private static void require(boolean holds, String name, long value, String expected) {
    if (!holds) {
      throw new IllegalArgumentException("%s is %d; expected %s".formatted(name, value, expected));
    }
  }
}
