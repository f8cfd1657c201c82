package org.saccade.offload.runtime;

import org.saccade.offload.cache.EncodedTileCache;
import org.saccade.offload.fov.TilePlan;
import org.saccade.offload.protocol.Asked;
import org.saccade.offload.protocol.Message;
import org.saccade.offload.protocol.Protection;
import org.saccade.offload.protocol.Wishes;
import org.saccade.offload.rate.RoundTrip;
import org.saccade.render.codec.DecodedTile;
import org.saccade.render.codec.TileBody;
import org.saccade.render.tile.Recipe;

/**
 * Turns a plan's missing tiles into decodes of what is at hand and wishes for the rest. The list of
 * wishes is the whole state the edge needs, so it is sent every frame, also when it is the same.
 * Frame thread.
 */
final class Requests {
  /** Missing tiles looked at in a frame; what comes after them waits for the next. */
  private static final int MOST_LOOKED_AT = 256;

  /** Without anything to ask, the edge still hears from this device this often. */
  private static final long HEARTBEAT_NANOS = 250_000_000L;

  /** While nothing answers, so that no queue of requests awaits the network's return. */
  private static final long AWAY_NANOS = 100_000_000L;

  /**
   * A fifth of a frame for decoding what the views of now show, a tenth for what they may show
   * soon: a tile takes half a millisecond with all that follows.
   */
  private static final long NANOS_FOR_A_TILE_NOW = 2_500_000L;

  private static final long NANOS_FOR_A_TILE_SOON = 5_000_000L;

  private static final int LEAST_DECODING = 8;
  private static final int SOON_MICROS = 50_000;
  private static final int LATER_MICROS = 500_000;
  private static final long LONGEST_FRAME_NANOS = 200_000_000L;

  /** Before the first frame there is none that decoding could lengthen. */
  private static final long FIRST_FRAME_NANOS = LONGEST_FRAME_NANOS;

  private final EdgeSession session;
  private final DecodePool pool;
  private final EncodedTileCache encoded;
  private final RoundTrip roundTrip;
  private final Pace pace;
  private final Asked asked = new Asked();
  private final KnownAbsent absent = new KnownAbsent();
  private final KnownEmpty empty = new KnownEmpty();
  private final Wishes.Builder wishes = new Wishes.Builder();
  private double tileBytes = 12_000;
  private int sequence;
  private int listed;
  private int foveal;
  private int inView;
  private long frameNanos = FIRST_FRAME_NANOS;
  private long gatheredNanos;
  private long sentNanos;
  private long toldRaised;

  Requests(
      EdgeSession session,
      DecodePool pool,
      EncodedTileCache encoded,
      RoundTrip roundTrip,
      Pace pace) {
    this.session = session;
    this.pool = pool;
    this.encoded = encoded;
    this.roundTrip = roundTrip;
    this.pace = pace;
  }

  /** Gathers this frame's wishes and gives their number. */
  int gather(TilePlan plan, Recipe recipe, long now) {
    if (gatheredNanos != 0) {
      long elapsed = Math.clamp(now - gatheredNanos, 1, LONGEST_FRAME_NANOS);
      frameNanos += (elapsed - frameNanos) / 2;
    }
    gatheredNanos = now;
    sequence++;
    if (pace.isSilent(now)) {
      asked.silence(now);
    }
    wishes.clear();
    foveal = 0;
    inView = 0;
    var wanted = plan.wanted();
    int most = Math.min(wanted.size(), MOST_LOOKED_AT);
    for (int i = 0; i < most; i++) {
      long address = wanted.get(i);
      boolean isNow = i < plan.wantedNow();
      if (!pool.keep(address, sequence) && !decode(address, recipe, isNow) && !wishes.isFull()) {
        wish(address, isNow, now);
        foveal = i < plan.wantedFoveal() ? wishes.size() : foveal;
        inView = isNow ? wishes.size() : inView;
      }
    }
    pool.dropOthers(sequence);
    listed = wishes.size();
    return listed;
  }

  /** Sends the wishes gathered, if there is a session and anything to say. */
  void send(long now) {
    long restNanos = listed == 0 ? HEARTBEAT_NANOS : pace.isAway(now) ? AWAY_NANOS : 0;
    if (session.token() == 0 || now - sentNanos < restNanos) {
      return;
    }
    sentNanos = now;
    pace.overdue((int) (asked.raised() - toldRaised));
    toldRaised = asked.raised();
    session.send(
        new Message.FovRequest(
            session.token(),
            sequence,
            now,
            pace.grant(now),
            Protection.of(pace.lostLately(), foveal, inView),
            wishes.build()));
  }

  /** A session begins; what another edge was asked for means nothing to this one. */
  void begin(boolean isSameScene) {
    asked.clear();
    if (!isSameScene) {
      absent.clear();
      empty.clear();
    }
  }

  void sawPiece(long address, long now) {
    asked.sawPiece(address, now);
  }

  /** A tile is in the encoded cache now. */
  void arrived(long address, int bytes) {
    absent.remove(address);
    pace.inTime();
    tileBytes += (bytes - tileBytes) / 32;
  }

  /** A tile is about to be put on the device. */
  void decoded(DecodedTile tile, Recipe recipe) {
    empty.saw(tile.address(), tile.quads(), recipe);
  }

  /** A tile could not be decoded: away with it, and once more from the edge. */
  void wasUseless(long address, long now) {
    encoded.remove(address);
    asked.wasUseless(address, now);
  }

  /** A tile came that is not what it was said to be: once more, unless a good one is here. */
  void wasMismatched(long address, long now) {
    if (!encoded.contains(address)) {
      asked.wasUseless(address, now);
    }
  }

  void wasRefused(long address, long now) {
    asked.wasRefused(address, now);
  }

  long raised() {
    return asked.raised();
  }

  int listed() {
    return listed;
  }

  /** Whether the tile is at hand: then it goes to the pool, now or when there is room again. */
  private boolean decode(long address, Recipe recipe, boolean isNow) {
    boolean isEmpty = empty.has(address);
    if (!isEmpty && absent.has(address)) {
      return false;
    }
    var body = isEmpty ? TileBody.empty(recipe.tilePixels()) : encoded.get(address);
    if (body == null) {
      absent.add(address);
      return false;
    }
    if (pool.hasRoomFor(address, body, mostDecoding(isNow))) {
      pool.submit(address, body, recipe, sequence);
    }
    return true;
  }

  /** As many tiles as keep one core busy for a share of a frame, so that none stands out. */
  private int mostDecoding(boolean isNow) {
    long nanosForATile = isNow ? NANOS_FOR_A_TILE_NOW : NANOS_FOR_A_TILE_SOON;
    return Math.clamp(frameNanos / nanosForATile, LEAST_DECODING, DecodePool.CAPACITY);
  }

  private void wish(long address, boolean isNow, long now) {
    if (asked.isClosed(address, now)) {
      return;
    }
    int attempt = asked.attempt(address, now, overdueNanos());
    wishes.add(address, isNow ? SOON_MICROS : LATER_MICROS, attempt);
  }

  /**
   * Round trip, jitter, a frame until it is noticed and one to spare, and the time the wishes
   * listed so far take at the granted pace.
   */
  private long overdueNanos() {
    double bytes = (wishes.size() + 1) * tileBytes;
    double pacing = bytes * 1.25e9 / Math.max(10_000, pace.grantedBytesPerSecond());
    return roundTrip.overdueNanos() + 2 * frameNanos + (long) Math.min(pacing, 5e9);
  }
}
