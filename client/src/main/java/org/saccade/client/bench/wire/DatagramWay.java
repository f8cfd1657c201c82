package org.saccade.client.bench.wire;

import java.io.IOException;
import java.util.Set;

/** Something that carries pieces of 1,116 bytes one way, to be sent and taken by one thread. */
interface DatagramWay extends AutoCloseable {
  /** Sends piece {@code index} of the tile; false when it did not leave. */
  boolean send(int index) throws IOException;

  /** How many have come since. */
  int drain();

  /** Threads that receive. */
  Set<String> threads();

  @Override
  void close() throws IOException;
}
