package org.saccade.offload.runtime;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.saccade.render.codec.DecodedTile;
import org.saccade.render.codec.JpegCodec;
import org.saccade.render.codec.MalformedTileException;
import org.saccade.render.codec.TileBody;
import org.saccade.render.codec.TileDecoder;
import org.saccade.render.tile.Recipe;
import org.saccade.render.tile.TileAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A fixed pool of platform threads that decode. The frame thread owns the pool: it alone submits,
 * drops and takes, and it keeps at most {@link #CAPACITY} tiles inside, so both queues are bounded
 * without a lock that a descheduled worker could hold. What is inside is little, so each frame's
 * best tiles come next and what nobody wants any more is skipped.
 *
 * <p>A tile without any texel, as most hidden surfaces are, has nothing to decode: it is done at
 * once, takes no one's place, and is taken apart from those that show something.
 *
 * <p>A look at whether a tile is inside costs one slot of a table and a walk over at most {@link
 * #CAPACITY} tiles, so a frame with 256 wishes at most some 12,000 comparisons, and no object.
 */
final class DecodePool implements AutoCloseable {
  /** Tiles inside at once: waiting, being decoded, or decoded and not yet taken. */
  static final int CAPACITY = 48;

  /** Tiles without texels that wait to be taken. */
  static final int MOST_EMPTY = 256;

  /** Places of the table of those; two that meet in one are put in one after the other. */
  private static final int PLACES = 4 * MOST_EMPTY;

  private static final Logger LOG = LoggerFactory.getLogger(DecodePool.class);
  private static final long JOIN_MILLIS = 2_000;

  private final TileDecoder decoder = new TileDecoder(JpegCodec.best());
  private final Queue<DecodeJob> waiting = new ConcurrentLinkedQueue<>();
  private final Queue<DecodeJob> done = new ConcurrentLinkedQueue<>();
  private final Semaphore work = new Semaphore(0);
  private final List<Thread> threads = new ArrayList<>();
  private final List<DecodeJob> inside = new ArrayList<>(CAPACITY);
  private final ArrayDeque<DecodeJob> empty = new ArrayDeque<>(MOST_EMPTY);
  private final @Nullable DecodeJob[] emptyPlaces = new DecodeJob[PLACES];
  private final LongAdder decoded = new LongAdder();
  private final LongAdder dropped = new LongAdder();
  private volatile boolean isClosed;

  DecodePool(int size) {
    for (int i = 0; i < size; i++) {
      threads.add(
          Thread.ofPlatform().daemon().name("saccade-decode-" + i).start(this::decodeUntilClosed));
    }
  }

  /** Tiles with texels inside. */
  int size() {
    return inside.size();
  }

  /** Whether a tile may be put in when at most so many with texels are to be inside. */
  boolean hasRoomFor(long address, TileBody body, int most) {
    return body.isEmpty()
        ? empty.size() < MOST_EMPTY && emptyPlaces[place(address)] == null
        : size() < Math.min(most, CAPACITY);
  }

  /** Whether the tile is inside; if so, {@code request} still wants it. */
  boolean keep(long address, int request) {
    var there = emptyPlaces[place(address)];
    if (there != null && there.address == address) {
      return true;
    }
    for (int i = 0; i < inside.size(); i++) {
      var job = inside.get(i);
      if (job.address == address && !job.isDropped) {
        job.wantedBy = request;
        return true;
      }
    }
    return false;
  }

  private static int place(long address) {
    return TileAddress.hash(address) & (PLACES - 1);
  }

  /** Puts a tile in; the caller saw that there is room. */
  void submit(long address, TileBody body, Recipe recipe, int request) {
    var job = new DecodeJob(address, body, recipe, request);
    if (body.isEmpty()) {
      decode(job);
      empty.add(job);
      emptyPlaces[place(address)] = job;
    } else {
      inside.add(job);
      waiting.add(job);
      work.release();
    }
  }

  /** Skips what {@code request} did not keep. */
  void dropOthers(int request) {
    for (int i = 0; i < inside.size(); i++) {
      var job = inside.get(i);
      if (job.wantedBy != request) {
        job.isDropped = true;
      }
    }
  }

  /** What is inside belongs to a scene or recipe that is over: it is skipped, or comes out so. */
  void disown() {
    for (int i = 0; i < inside.size(); i++) {
      var job = inside.get(i);
      job.isDropped = true;
      job.isForeign = true;
    }
    empty.forEach(job -> job.isForeign = true);
    Arrays.fill(emptyPlaces, null);
  }

  /**
   * The next finished job of a tile with texels; null when there is none now. The tile in it
   * belongs to the caller.
   */
  @Nullable DecodeJob take() {
    var job = done.poll();
    if (job != null) {
      inside.remove(job);
    }
    return job;
  }

  /** The same of tiles without texels, which cost next to nothing to put on the device. */
  @Nullable DecodeJob takeEmpty() {
    var job = empty.poll();
    if (job != null && !job.isForeign) {
      emptyPlaces[place(job.address)] = null;
    }
    return job;
  }

  long decoded() {
    return decoded.sum();
  }

  long dropped() {
    return dropped.sum();
  }

  @Override
  public void close() {
    isClosed = true;
    work.release(threads.size());
    boolean isOver = true;
    for (var thread : threads) {
      try {
        isOver &= thread.join(java.time.Duration.ofMillis(JOIN_MILLIS));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        isOver = false;
      }
    }
    for (var job = take(); job != null; job = take()) {
      closeTile(job.tile);
    }
    for (var job = takeEmpty(); job != null; job = takeEmpty()) {
      closeTile(job.tile);
    }
    if (isOver) {
      decoder.close();
    }
  }

  private void decodeUntilClosed() {
    while (!isClosed) {
      work.acquireUninterruptibly();
      var job = waiting.poll();
      if (job != null) {
        decode(job);
        done.add(job);
      }
    }
  }

  private void decode(DecodeJob job) {
    if (job.isDropped) {
      dropped.increment();
      return;
    }
    try {
      job.tile = decoder.decode(job.address, job.body, job.recipe);
      decoded.increment();
    } catch (MalformedTileException | RuntimeException | OutOfMemoryError e) {
      job.isMalformed = true;
      LOG.debug("a tile of {} bytes: {}", job.body.bytes().size(), e.getMessage());
    }
  }

  static void closeTile(@Nullable DecodedTile tile) {
    if (tile != null) {
      tile.close();
    }
  }
}
