package org.saccade.offload.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.saccade.offload.edge.LoneSession;
import org.saccade.offload.edge.MemoryTiles;
import org.saccade.render.tile.Face;
import org.saccade.render.tile.Shell;
import org.saccade.render.tile.Surface;
import org.saccade.render.tile.TileAddress;

/** One round in fifty of what the bench throws at the wire, by the same seeds. */
final class WireFuzzTest {
  private static final long MOST_GROWTH = 4 << 20;

  private static final long[] ADDRESSES = {
    TileAddress.of(Shell.FAR, 0, 0, 0, Surface.FIRST, Face.POSITIVE_X, 0, 0, 0),
    TileAddress.of(Shell.FAR, 0, 0, 0, Surface.FIRST, Face.POSITIVE_X, 1, 1, 0),
    TileAddress.of(Shell.FAR, 9, 0, 0, Surface.FIRST, Face.POSITIVE_X, 0, 0, 0)
  };

  @Test
  void whateverIsSaidRaisesNothingButWhatEndsAStream() {
    var session = new LoneSession(MemoryTiles.create(), Face.POSITIVE_X, WireFuzz.token());
    var fuzz = new WireFuzz(ADDRESSES, session);
    fuzz.run(2, 0); // fills what is bounded
    long before = heapBytes();
    FuzzTally tally = fuzz.run(1, 0);
    long growth = heapBytes() - before;
    assertEquals(List.of(), tally.words());
    assertEquals(0, tally.escaped());
    assertEquals(WireFuzz.DATAGRAMS, tally.datagrams());
    assertEquals(WireFuzz.STREAMS, tally.streams());
    assertTrue(growth <= MOST_GROWTH, growth + " bytes more");
    // And it reached what lies behind the seals: bounds far below what one round brings.
    assertTrue(tally.messages() > 10_000, tally.messages() + " messages");
    assertTrue(tally.garbage() > 10_000, tally.garbage() + " dropped");
    assertTrue(tally.ended() > 1_000, tally.ended() + " streams ended");
    assertTrue(tally.handshakes() > 1_000, tally.handshakes() + " handshakes");
    assertTrue(session.sentTiles() > 10, session.sentTiles() + " tiles");
  }

  private static long heapBytes() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
