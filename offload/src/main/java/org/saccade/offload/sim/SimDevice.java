package org.saccade.offload.sim;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.joml.Quaternionf;
import org.joml.Vector3f;
import org.saccade.offload.fov.DrawnCells;
import org.saccade.offload.fov.Haste;
import org.saccade.offload.fov.Look;
import org.saccade.offload.fov.PlanInput;
import org.saccade.offload.fov.ShellUse;
import org.saccade.offload.fov.TileChooser;
import org.saccade.offload.fov.TilePlan;
import org.saccade.offload.fov.ViewFrustum;
import org.saccade.offload.predict.Forecaster;
import org.saccade.offload.predict.HeadForecast;
import org.saccade.offload.predict.train.Recording;
import org.saccade.offload.protocol.Limits;
import org.saccade.offload.rate.RateController;
import org.saccade.render.tile.TileResidency;

/**
 * A headset on virtual time: it takes a recording's samples as they are measured, foresees,
 * chooses, asks and keeps, a frame after the other, by the parts that the real one is made of. One
 * thread.
 */
public final class SimDevice {
  private static final long AHEAD_NANOS = 500_000_000L;
  private static final float FIELD_OF_VIEW = (float) Math.toRadians(90);
  private static final int MOST_LOOKED_AT = 256;
  private static final double USUAL_TILE_BYTES = 12_000;

  private final SimSettings settings;
  private final Recording recording;
  private final SimLink link;
  private final SimMemory memory;
  private final Forecaster forecaster = Forecaster.trained();
  private final RateController rate = new RateController();
  private final TileChooser chooser;
  private final TilePlan plan = new TilePlan();
  private final TilePlan shown = new TilePlan();
  private final Map<Long, BitSet> incomplete = new HashMap<>();
  private final Map<Long, Asked> asked = new HashMap<>();
  private final PriorityQueue<Decoding> decoding = new PriorityQueue<>();
  private DrawnCells drawn = DrawnCells.NONE;
  private Quaternionf facing = new Quaternionf();
  private long decoderFreeNanos;
  private int row;

  private record Decoding(long nanos, long address) implements Comparable<Decoding> {
    @Override
    public int compareTo(Decoding other) {
      return Long.compare(nanos, other.nanos);
    }
  }

  private record Asked(int attempt, long nanos) {}

  /** A device whose head moves as recorded. */
  public SimDevice(SimSettings settings, Recording recording, SimEdge edge, long seed) {
    this.settings = settings;
    this.recording = recording;
    link = new SimLink(settings, edge, seed);
    memory = new SimMemory(settings.deviceBytes());
    chooser = new TileChooser(settings.recipe(), settings.chooser());
  }

  /** Bytes of tiles sent to it so far. */
  public long tileBytes() {
    return link.tileBytesSent();
  }

  /** The tiles that it could draw now. */
  public TileResidency residency() {
    return memory;
  }

  /** How much of its last view was sharp. */
  public double coverage() {
    return plan.coverage();
  }

  /** One frame that begins at an instant of the recording; instants rise. */
  public void frame(long nanos) {
    link.run(nanos);
    receive(nanos);
    while (row < recording.size() && recording.nanos(row) <= nanos) {
      recording.show(row++, forecaster);
    }
    var head = forecaster.head(nanos + SimSettings.FRAME_NANOS);
    if (head != null) {
      choose(head, nanos);
      request(nanos);
    }
  }

  private void receive(long nanos) {
    for (var piece = link.poll(nanos); piece != null; piece = link.poll(nanos)) {
      rate.arrived(piece.nanos(), piece.packet(), piece.sentMicros(), piece.bytes());
      var pieces = incomplete.computeIfAbsent(piece.address(), each -> new BitSet());
      pieces.set(piece.index());
      asked.computeIfPresent(
          piece.address(), (address, was) -> new Asked(was.attempt, Math.max(was.nanos, nanos)));
      if (pieces.cardinality() == piece.of()) {
        incomplete.remove(piece.address());
        decoderFreeNanos = Math.max(decoderFreeNanos, piece.nanos()) + settings.decodeNanos();
        decoding.add(new Decoding(decoderFreeNanos, piece.address()));
      }
    }
    for (var next = decoding.peek(); next != null && next.nanos <= nanos; next = decoding.peek()) {
      memory.put(next.address, settings.tileBytes().of(next.address));
      asked.remove(next.address);
      decoding.remove();
    }
  }

  private void choose(HeadForecast head, long nanos) {
    var now = new Quaternionf(head.orientation());
    double turned = 2 * Math.acos(Math.min(1, Math.abs(now.dot(facing))));
    facing = now;
    long latency = roundTripNanos() + SimSettings.FRAME_NANOS;
    var ahead = settings.isPrefetching() ? forecaster.head(nanos + AHEAD_NANOS) : null;
    var input =
        new PlanInput(
            List.of(view(head)),
            ahead == null ? List.of() : List.of(view(ahead)),
            look(head, nanos),
            new Haste(turned * SimSettings.HZ, latency * 1e-9),
            ShellUse.DRAWN,
            ShellUse.DRAWN,
            memory);
    if (!settings.isCaching()) {
      forget(input);
    }
    chooser.choose(input, drawn, plan);
    drawn = plan.memory();
    for (int i = 0; i < plan.draw().size(); i++) {
      memory.use(plan.draw().address(i));
    }
  }

  /** Keeps only what this view has a use for. */
  private void forget(PlanInput input) {
    var bare =
        new PlanInput(
            input.now(),
            List.of(),
            input.look(),
            input.haste(),
            input.near(),
            input.far(),
            address -> false);
    chooser.choose(bare, drawn, shown);
    var used = new HashSet<Long>();
    for (int i = 0; i < shown.wanted().size(); i++) {
      used.add(shown.wanted().get(i));
    }
    memory.keepOnly(used);
  }

  private ViewFrustum view(HeadForecast head) {
    return ViewFrustum.symmetric(
        head.position(), head.orientation(), FIELD_OF_VIEW, settings.pixels());
  }

  private Look look(HeadForecast head, long nanos) {
    var eyes = settings.eyes();
    long at = nanos + roundTripNanos() + 2 * SimSettings.FRAME_NANOS;
    var gaze = eyes == SimSettings.Eyes.UNKNOWN ? null : forecaster.gaze(at);
    if (gaze == null) {
      return Look.ahead();
    }
    if (eyes == SimSettings.Eyes.HELD) {
      var held = recording.gaze(row - 1);
      return Look.of(head.orientation().transform(held), Look.TRACKED_ERROR, Look.ahead());
    }
    var landing = gaze.landing();
    var towards = new Vector3f(landing == null ? gaze.direction() : landing);
    double error = landing == null ? Look.TRACKED_ERROR : gaze.errorRadians();
    return Look.of(head.orientation().transform(towards), error, Look.ahead());
  }

  /** Lists the best that is missing, with a new attempt for what is overdue, as the real one. */
  private void request(long nanos) {
    long roundTrip = roundTripNanos();
    rate.heard(nanos); // receipts are not simulated
    var allowance = rate.allow(nanos, roundTrip);
    var wanted = plan.wanted();
    var addresses = new long[Limits.WISHES];
    var attempts = new int[Limits.WISHES];
    int size = 0;
    int most = Math.min(wanted.size(), MOST_LOOKED_AT);
    for (int i = 0; i < most && size < Limits.WISHES; i++) {
      long address = wanted.get(i);
      if (decoding.stream().noneMatch(each -> each.address == address)) {
        double pacing =
            (size + 1) * USUAL_TILE_BYTES / Math.max(1e4, (double) allowance.bytesPerSecond());
        long overdue = roundTrip + 3 * SimSettings.FRAME_NANOS + Math.round(pacing * 1e9);
        var was = asked.get(address);
        if (was == null || nanos - was.nanos > overdue) {
          was = new Asked(was == null ? 0 : was.attempt + 1, nanos);
          asked.put(address, was);
        }
        addresses[size] = address;
        attempts[size++] = was.attempt;
      }
    }
    link.ask(
        nanos,
        java.util.Arrays.copyOf(addresses, size),
        java.util.Arrays.copyOf(attempts, size),
        (double) allowance.bytesPerSecond());
  }

  private long roundTripNanos() {
    return settings.network().rows().getFirst().rttNanos();
  }
}
