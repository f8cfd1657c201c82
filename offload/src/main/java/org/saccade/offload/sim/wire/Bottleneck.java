package org.saccade.offload.sim.wire;

import java.util.ArrayList;
import java.util.List;
import org.saccade.offload.netem.model.Direction;
import org.saccade.offload.netem.model.Headers;
import org.saccade.offload.netem.model.NetworkTrace;
import org.saccade.offload.netem.model.Pipe;

/** The way down, which flows share, with when its delays are judged. One thread. */
final class Bottleneck {
  private static final long AFTER_NANOS = 1_000_000_000L;

  private final NetworkTrace trace;
  private final Pipe pipe;
  private final List<long[]> away = new ArrayList<>();
  private int nextAway;

  Bottleneck(NetworkTrace trace, long seed, long untilNanos) {
    this.trace = trace;
    pipe = new Pipe(trace, Direction.DOWN, seed);
    for (long now = 0; now < untilNanos; now += WireRun.STEP_NANOS) {
      if (trace.isDownAway(now)) {
        boolean goesOn = !away.isEmpty() && now <= away.getLast()[1];
        if (goesOn) {
          away.getLast()[1] = now + AFTER_NANOS;
        } else {
          away.add(new long[] {now, now + AFTER_NANOS});
        }
      }
    }
  }

  long judgedNanos(long untilNanos) {
    return untilNanos
        - away.stream().mapToLong(each -> Math.min(each[1], untilNanos) - each[0]).sum();
  }

  NetworkTrace trace() {
    return trace;
  }

  /** Sends a datagram of a flow, of which so many bytes go by UDP; gives its arrival, or LOST. */
  long send(WireFlow flow, long now, int payloadBytes, int datagramBytes) {
    long arrival = pipe.sendDatagram(now, datagramBytes + Headers.UDP_BYTES);
    boolean isThrough = arrival != Pipe.LOST && arrival != Pipe.NEVER;
    flow.sent(isJudged(now) ? pipe.lastLeavesNanos() - now : -1);
    if (isThrough) {
      flow.arrives(arrival, payloadBytes);
    }
    return isThrough ? arrival : Pipe.LOST;
  }

  /** Without a rate nothing is judged, nor in the second after; times do not fall. */
  private boolean isJudged(long now) {
    while (nextAway < away.size() && away.get(nextAway)[1] <= now) {
      nextAway++;
    }
    return nextAway == away.size() || now < away.get(nextAway)[0];
  }
}
