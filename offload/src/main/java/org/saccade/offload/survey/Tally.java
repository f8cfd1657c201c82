package org.saccade.offload.survey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.saccade.offload.protocol.Grant;
import org.saccade.offload.protocol.Limits;
import org.saccade.offload.protocol.MeasuringTiles;
import org.saccade.offload.protocol.TileFragment;
import org.saccade.offload.protocol.Wish;
import org.saccade.offload.protocol.Wishes;
import org.saccade.offload.rate.Allowance;
import org.saccade.offload.rate.RateController;
import org.saccade.offload.rate.RoundTrip;

/** Counts what a survey hears, and finds what to ask for next. The survey's thread. */
final class Tally {
  /** Tries of the rate's control: what its own machine's moods do to one is outvoted by others. */
  private static final int TRIES = 3;

  /** The first half of each try is for the rate to rise. */
  private static final double RISING_SHARE = 0.5;

  /** Before each try what queued in the one before drains. */
  private static final long PAUSE_NANOS = 100_000_000L;

  /** When so long nothing came of what was asked for, it is lost, and other tiles are asked for. */
  private static final long LOST_NANOS = 300_000_000L;

  private static final long BIN_NANOS = 50_000_000L;

  private RateController controller = new RateController();
  private final RoundTrip roundTrip = new RoundTrip();
  private final List<Long> quiet = new ArrayList<>();
  private final List<Long> loaded = new ArrayList<>();
  private final List<Long> binnedBytes = new ArrayList<>(); // of the loaded time
  private boolean byDatagram;
  private boolean isRefused;
  private boolean isOver;
  private boolean isLoaded;
  private long loadNanos;
  private long endNanos;
  private long tryNanos;
  private int begun;
  private long heardNanos;
  private long pieceNanos;
  private long longestGapNanos;
  private int asked;
  private int answered;
  private int firstWish;
  private boolean hasPieces;
  private final DownLosses losses = new DownLosses();

  void begin(boolean datagramsPass, long now) {
    byDatagram = datagramsPass;
    heardNanos = now;
  }

  /** Tiles are asked for from now on, for so long. */
  void load(long now, long durationNanos) {
    isLoaded = true;
    tryNanos = durationNanos / TRIES;
    loadNanos = now;
    pieceNanos = now;
    losses.noiseIs(RoundTrips.of(array(quiet)).spreadNanos());
  }

  void end(long now) {
    heard(now);
    endNanos = now;
    isOver = true;
  }

  void asked() {
    asked++;
  }

  void refused(boolean isMeasuring) {
    isRefused |= isMeasuring;
  }

  /** A receipt came of what was asked at {@code sentNanos}. */
  void answered(long arrivedNanos, long sentNanos, long nanos) {
    heard(arrivedNanos);
    controller.heard(arrivedNanos);
    roundTrip.see(nanos);
    answered++;
    if (isSettled(sentNanos)) {
      loaded.add(Math.max(0, nanos));
    } else if (!isLoaded || sentNanos - loadNanos < 0) {
      quiet.add(Math.max(0, nanos));
    }
  }

  void take(TileFragment piece, long arrivedNanos) {
    heard(arrivedNanos);
    pieceNanos = arrivedNanos;
    int bytes = TileFragment.HEADER_BYTES + piece.payload().size();
    controller.arrived(arrivedNanos, piece.packet(), piece.sentMicros(), bytes);
    hasPieces = true;
    if (isLoaded && !isOver) {
      losses.see(piece.packet(), piece.sentMicros(), arrivedNanos);
    }
    if (MeasuringTiles.isOne(piece.address())) {
      firstWish = Math.max(firstWish, MeasuringTiles.index(piece.address()) - 1);
    }
    count(arrivedNanos, piece.payload().size());
  }

  /** Whether the rate of the try under way had time to rise, and to fall from where it began. */
  private boolean isSettled(long nanos) {
    long inLoad = nanos - loadNanos;
    return isLoaded
        && inLoad >= 0
        && inLoad < TRIES * tryNanos
        && inLoad % tryNanos >= tryNanos * RISING_SHARE;
  }

  private void count(long arrivedNanos, int bytes) {
    if (!isLoaded || (isOver && arrivedNanos - endNanos >= 0)) {
      return;
    }
    int bin = (int) ((arrivedNanos - loadNanos) / BIN_NANOS);
    while (binnedBytes.size() <= bin) {
      binnedBytes.add(0L);
    }
    binnedBytes.set(bin, binnedBytes.get(bin) + bytes);
  }

  private void heard(long nanos) {
    if (!isOver) {
      longestGapNanos = Math.max(longestGapNanos, nanos - heardNanos);
      heardNanos = Math.max(heardNanos, nanos);
    }
  }

  Grant grant(long now) {
    long inLoad = now - loadNanos;
    if (begun < TRIES && inLoad >= begun * tryNanos) {
      begun++;
      controller = new RateController();
      controller.heard(heardNanos);
    }
    if (inLoad - (begun - 1) * tryNanos < PAUSE_NANOS) {
      return Grant.NOTHING;
    }
    Allowance allowance = controller.allow(now, roundTrip.nanos());
    return new Grant(allowance.bytesPerSecond(), allowance.capBytes());
  }

  /** The next measuring tiles; those under way first. */
  Wishes wishes(long now) {
    if (now - pieceNanos > LOST_NANOS + roundTrip.overdueNanos()) {
      firstWish += Limits.WISHES;
      pieceNanos = now;
    }
    List<Wish> wishes = new ArrayList<>();
    int end = Math.min(firstWish + Limits.WISHES, MeasuringTiles.COUNT);
    for (int i = firstWish; i < end; i++) {
      wishes.add(new Wish(MeasuringTiles.address(i), 0, 0));
    }
    return Wishes.of(wishes);
  }

  LinkFigures figures() {
    double[] tries = tries();
    int count = tries.length;
    return new LinkFigures(
        RoundTrips.of(array(quiet)),
        RoundTrips.of(array(loaded)),
        count == 0 ? 0 : tries[count / 2],
        count == 0 ? 0 : tries[0],
        count == 0 ? 0 : tries[count - 1],
        byDatagram ? losses.linksShare() : 0,
        byDatagram ? losses.queuesShare() : 0,
        asked == 0 ? 0 : Math.min(1, answered / (double) asked),
        longestGapNanos,
        byDatagram,
        hasPieces || !isRefused);
  }

  /** What came in the second half of each try that is over, or in the first while it goes on. */
  private double[] tries() {
    long nanos = (long) (tryNanos * (1 - RISING_SHARE));
    double[] all = new double[TRIES];
    int count = 0;
    for (int i = 0; i < TRIES && nanos > 0; i++) {
      long from = i * tryNanos + tryNanos - nanos;
      int first = (int) (from / BIN_NANOS);
      int last = (int) ((from + nanos) / BIN_NANOS);
      if (!isOver && last > binnedBytes.size()) {
        break;
      }
      long bytes = 0;
      for (int bin = first; bin < Math.min(last, binnedBytes.size()); bin++) {
        bytes += binnedBytes.get(bin);
      }
      all[count++] = bytes * 1e9 / ((last - first) * BIN_NANOS);
    }
    Arrays.sort(all, 0, count);
    return Arrays.copyOf(all, count);
  }

  private static long[] array(List<Long> values) {
    return values.stream().mapToLong(Long::longValue).toArray();
  }
}
