package org.saccade.offload.sim.wire;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.saccade.offload.fec.Need;
import org.saccade.offload.netem.model.Direction;
import org.saccade.offload.netem.model.NetworkTrace;
import org.saccade.offload.netem.model.Pipe;
import org.saccade.offload.protocol.Asked;
import org.saccade.offload.protocol.Codec;
import org.saccade.offload.protocol.Grant;
import org.saccade.offload.protocol.Limits;
import org.saccade.offload.protocol.Mender;
import org.saccade.offload.protocol.Message;
import org.saccade.offload.protocol.Protection;
import org.saccade.offload.protocol.Reassembler;
import org.saccade.offload.protocol.TileFragment;
import org.saccade.offload.protocol.TileRepair;
import org.saccade.offload.protocol.Wishes;
import org.saccade.offload.rate.Allowance;
import org.saccade.offload.rate.LossMeter;
import org.saccade.offload.rate.RateController;
import org.saccade.offload.rate.RoundTrip;

/**
 * A device that wants tiles over a network that loses some, and its edge: the product's requests,
 * attempts, rate, fragments, repair and joining, on virtual time. Tiles are taken in once a frame
 * of 1/90 s. At first more is wanted than the network carries, until the rate is found, and none of
 * that is counted. Same seed, same figures. One thread.
 */
public final class LossRun {
  /** A frame. */
  public static final long FRAME_NANOS = 1_000_000_000L / 90;

  /** Until then the rate is found and nothing is counted. */
  public static final long COUNTED_FROM_NANOS = 6_000_000_000L;

  private static final long AWAY_NANOS = 100_000_000L;
  private static final long SETTLED_NANOS = COUNTED_FROM_NANOS - 500_000_000L;

  private final LossFigures figures = new LossFigures();
  private final Map<Long, TileLoad.Tile> tiles = new HashMap<>();
  private final Map<Long, Long> wantedNanos = new HashMap<>();
  private final EnumMap<Need, List<TileLoad.Tile>> wanted = new EnumMap<>(Need.class);
  private final Set<String> pieces = new HashSet<>();
  private final TileLoad load;
  private final LossEdge edge;
  private final Pipe up;
  private final Asked asked = new Asked();
  private final RoundTrip roundTrip = new RoundTrip();
  private final RateController controller = new RateController();
  private final LossMeter losses = new LossMeter();
  private final Mender mender = new Mender();
  private final Reassembler reassembler = new Reassembler(256, 8L << 20);
  private final Wishes.Builder wishes = new Wishes.Builder();
  private final boolean isRepaired;
  private long toldRaised;
  private long askedNanos;
  private int sequence;
  private double tileBytes = 12_000;

  /**
   * A run over a network.
   *
   * @param isRepaired whether the device tells what is lost, or as if nothing were
   */
  public LossRun(NetworkTrace trace, long seed, boolean isRepaired) {
    load = new TileLoad(seed);
    edge = new LossEdge(trace, tiles, seed);
    up = new Pipe(trace, Direction.UP, seed + 1);
    this.isRepaired = isRepaired;
    for (var need : Need.values()) {
      wanted.put(need, new ArrayList<>());
    }
  }

  /** Eyes that land again and again, and a walk, counted until an instant. */
  public LossFigures landings(long untilNanos) {
    long landing = COUNTED_FROM_NANOS;
    boolean isCounting = false;
    for (long now = 0, frame = 0; now < untilNanos; now += WireRun.STEP_NANOS) {
      edge.step(now);
      if (now < frame) {
        continue;
      }
      frame += FRAME_NANOS;
      takeIn(now);
      if (now < COUNTED_FROM_NANOS) {
        warmUp(now);
      } else if (!isCounting) {
        isCounting = true;
        forgetAll();
      }
      if (isCounting && now >= landing) {
        landing = now + load.restNanos();
        want(load.landing(), now);
      }
      if (isCounting) {
        want(load.walked(), now);
      }
      ask(now);
    }
    endWith(untilNanos);
    return figures;
  }

  /**
   * An eye that lands once, at an instant.
   *
   * @param returnsNanos from then on milliseconds count
   * @return milliseconds until each of the landing's tiles could be used, as they came
   */
  public Landing landing(long landsNanos, long returnsNanos, long untilNanos) {
    var landed = new Landing();
    boolean hasLanded = false;
    for (long now = 0, frame = 0; now < untilNanos; now += WireRun.STEP_NANOS) {
      edge.step(now);
      if (now < frame) {
        continue;
      }
      frame += FRAME_NANOS;
      int open = of(Need.FOVEAL).size();
      takeIn(now);
      double after = (now - returnsNanos) * 1e-6;
      if (hasLanded && Double.isNaN(landed.firstMillis) && of(Need.FOVEAL).size() < open) {
        landed.firstMillis = after;
      }
      if (hasLanded && Double.isNaN(landed.allMillis) && wantedNanos.isEmpty()) {
        landed.allMillis = after;
      }
      if (now < SETTLED_NANOS) {
        warmUp(now);
      } else if (!hasLanded && now >= landsNanos) {
        hasLanded = true;
        forgetAll();
        var tilesOfIt = load.landing();
        landed.bytes = tilesOfIt.stream().mapToInt(LossEdge::fragmentBytes).sum();
        want(tilesOfIt, now);
      }
      ask(now);
    }
    return landed;
  }

  /** How one landing's tiles came. */
  public static final class Landing {
    private double firstMillis = Double.NaN;
    private double allMillis = Double.NaN;
    private long bytes;

    /** Until the first foveal tile. */
    public double firstMillis() {
      return firstMillis;
    }

    /** Until the last tile. */
    public double allMillis() {
      return allMillis;
    }

    /** Of all the landing's fragments. */
    public long bytes() {
      return bytes;
    }
  }

  private void warmUp(long now) {
    if (now < SETTLED_NANOS) {
      want(load.idle(Limits.WISHES - Math.min(Limits.WISHES, wantedNanos.size())), now);
    }
  }

  private void forgetAll() {
    wanted.values().forEach(List::clear);
    wantedNanos.clear();
    edge.countAnew();
  }

  private void want(List<TileLoad.Tile> fresh, long now) {
    for (var tile : fresh) {
      tiles.put(tile.address(), tile);
      wantedNanos.put(tile.address(), now);
      of(tile.need()).add(tile);
    }
  }

  private void takeIn(long now) {
    for (var next = edge.arrived(now); next != null; next = edge.arrived(now)) {
      long at = next.nanos();
      switch (next.message()) {
        case Message.Receipt receipt -> {
          roundTrip.see(at - receipt.sentNanos() - receipt.heldMicros() * 1_000L);
          controller.heard(at);
        }
        case TileFragment fragment -> {
          int bytes = Codec.encodedBytes(fragment);
          controller.arrived(at, fragment.packet(), fragment.sentMicros(), bytes);
          losses.add(fragment.packet());
          boolean isNew = isNew(fragment);
          if (now >= COUNTED_FROM_NANOS) {
            figures.arrived(bytes, !isNew);
          }
          join(fragment, now);
          mender.accept(fragment).forEach(each -> rebuilt(each, now));
        }
        case TileRepair repair -> {
          int bytes = Codec.encodedBytes(repair);
          controller.arrived(at, repair.packet(), repair.sentMicros(), bytes);
          losses.add(repair.packet());
          mender.accept(repair).forEach(each -> rebuilt(each, now));
        }
        default -> throw new IllegalStateException("an edge does not say " + next.message());
      }
    }
  }

  private boolean isNew(TileFragment fragment) {
    return pieces.add(fragment.address() + ":" + fragment.index());
  }

  private void rebuilt(TileFragment fragment, long now) {
    isNew(fragment);
    join(fragment, now);
  }

  private void join(TileFragment fragment, long now) {
    asked.sawPiece(fragment.address(), now);
    var whole = reassembler.accept(fragment);
    var tile = tiles.get(fragment.address());
    if (whole == null || tile == null) {
      return;
    }
    figures.wrong(!whole.body().equals(tile.body()));
    Long since = wantedNanos.remove(tile.address());
    if (since != null) {
      of(tile.need()).remove(tile);
      controller.answers(1, 0);
      tileBytes += (whole.body().size() - tileBytes) / 32;
      if (now >= COUNTED_FROM_NANOS) {
        figures.usable(tile, (now - since) * 1e-6);
      }
    }
  }

  private void ask(long now) {
    if (controller.isSilent(now)) {
      asked.silence(now);
    }
    wishes.clear();
    int foveal = list(Need.FOVEAL, now);
    int inView = list(Need.MID, now);
    list(Need.PERIPHERY, now);
    sequence++;
    if (controller.isAway(now) && now - askedNanos < AWAY_NANOS) {
      return;
    }
    askedNanos = now;
    controller.answers(0, (int) (asked.raised() - toldRaised));
    toldRaised = asked.raised();
    Allowance allowance = controller.allow(now, roundTrip.nanos());
    var grant = new Grant(allowance.bytesPerSecond(), allowance.capBytes());
    double lost = isRepaired ? losses.share() : 0;
    var request =
        new Message.FovRequest(
            1, sequence, now, grant, Protection.of(lost, foveal, inView), wishes.build());
    long arrival = up.sendDatagram(now, Codec.encodedBytes(request) + LossEdge.AROUND_BYTES);
    if (arrival != Pipe.LOST && arrival != Pipe.NEVER) {
      edge.expect(arrival, request);
    }
  }

  private List<TileLoad.Tile> of(Need need) {
    return java.util.Objects.requireNonNull(wanted.get(need));
  }

  /** Lists tiles of one kind; gives how many are listed by then. */
  private int list(Need need, long now) {
    for (var tile : of(need)) {
      if (!wishes.isFull()) {
        wishes.add(tile.address(), 0, asked.attempt(tile.address(), now, overdueNanos()));
      }
    }
    return wishes.size();
  }

  /** As the product's requests say when an answer is overdue. */
  private long overdueNanos() {
    double bytes = (wishes.size() + 1) * tileBytes;
    double pacing = bytes * 1.25e9 / Math.max(10_000, controller.bytesPerSecond());
    return roundTrip.overdueNanos() + 2 * FRAME_NANOS + (long) Math.min(pacing, 5e9);
  }

  /** Tiles that were asked for long enough before the end and never came. */
  private void endWith(long untilNanos) {
    wantedNanos.forEach(
        (address, since) -> {
          var tile = tiles.get(address);
          if (tile != null && untilNanos - since > 200_000_000L) {
            figures.usable(tile, Double.POSITIVE_INFINITY);
          }
        });
    figures.sent(edge);
  }
}
