package org.saccade.offload.runtime;

import org.saccade.offload.protocol.Codec;
import org.saccade.offload.protocol.Grant;
import org.saccade.offload.protocol.TileFragment;
import org.saccade.offload.protocol.TileRepair;
import org.saccade.offload.rate.Allowance;
import org.saccade.offload.rate.LossMeter;
import org.saccade.offload.rate.RateController;
import org.saccade.offload.rate.RateLimit;
import org.saccade.offload.rate.RoundTrip;

/**
 * Grants what the network carries, as the tiles that arrive show it, and never more than a budget.
 * Frame thread.
 */
final class Pace {
  private final RoundTrip roundTrip;
  private final long mostBytesPerSecond;
  private RateController controller;
  private LossMeter losses = new LossMeter();

  /** A pace of at most so many bytes a second; 0 lets nothing be sent. */
  Pace(RoundTrip roundTrip, long mostBytesPerSecond) {
    this.roundTrip = roundTrip;
    this.mostBytesPerSecond = mostBytesPerSecond;
    controller = new RateController(mostBytesPerSecond);
  }

  /** A fragment arrived. */
  void see(TileFragment fragment, long arrivedNanos) {
    int bytes = TileFragment.HEADER_BYTES + fragment.payload().size();
    controller.arrived(arrivedNanos, fragment.packet(), fragment.sentMicros(), bytes);
    losses.add(fragment.packet());
  }

  /** Repair arrived: a packet like any other. */
  void see(TileRepair repair, long arrivedNanos) {
    int bytes = Codec.encodedBytes(repair);
    controller.arrived(arrivedNanos, repair.packet(), repair.sentMicros(), bytes);
    losses.add(repair.packet());
  }

  /** The edge answered, by whatever message. */
  void heard(long arrivedNanos) {
    controller.heard(arrivedNanos);
  }

  /** A tile came in time. */
  void inTime() {
    controller.answers(1, 0);
  }

  /** So many answers were overdue. */
  void overdue(int answers) {
    controller.answers(0, answers);
  }

  /** Another session, another network. */
  void clear() {
    controller = new RateController(mostBytesPerSecond);
    losses = new LossMeter();
  }

  /** Datagrams lost over the last thousand or so. */
  double lostLately() {
    return losses.share();
  }

  /** What the edge may send now. Once a frame, after the frame's fragments. */
  Grant grant(long nowNanos) {
    Allowance allowance = controller.allow(nowNanos, roundTrip.nanos());
    return new Grant(allowance.bytesPerSecond(), allowance.capBytes());
  }

  /** What was granted last. */
  long grantedBytesPerSecond() {
    return controller.bytesPerSecond();
  }

  /** Whether the network seems to be away: asking more often than now and then fills a queue. */
  boolean isAway(long nowNanos) {
    return controller.isAway(nowNanos);
  }

  /** Whether nothing at all comes, so that no answer is overdue before the network is back. */
  boolean isSilent(long nowNanos) {
    return controller.isSilent(nowNanos);
  }

  /** What keeps the grant from being larger. */
  RateLimit limit() {
    return controller.limit();
  }

  double bytesPerSecond() {
    return controller.arrivingBytesPerSecond();
  }

  double lostShare() {
    return controller.lostShare();
  }
}
