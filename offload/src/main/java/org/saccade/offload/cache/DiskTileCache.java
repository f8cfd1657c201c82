package org.saccade.offload.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.saccade.render.tile.Bytes;
import org.saccade.render.tile.Fingerprint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Encoded tiles of one (scene, recipe) on disk: append-only segment files, an index rebuilt at
 * open, the oldest segment dropped when the bound is reached (what was read of it since is written
 * again first). A crash costs the cut-off tail at most; a damaged record reads as missing; a file
 * of another version is left alone. When the disk is full it says so once and keeps what it has.
 *
 * <p>One process writes a folder at a time; a second one reads what was there when it opened it.
 * Any thread; every call may touch the disk, so never from the frame thread.
 */
public final class DiskTileCache implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DiskTileCache.class);
  private static final String SUFFIX = ".tiles";
  private static final long LARGEST_SEGMENT = 64L << 20;

  private final Path folder;
  private final ByteBuffer header;
  private final long maxBytes;
  private final @Nullable FileChannel lockFile;
  private final boolean writable;
  private final Deque<Segment> segments = new ArrayDeque<>();
  private final Map<Long, Entry> index = new HashMap<>();
  private long nextNumber = 1;
  private boolean full;
  private boolean closed;

  private DiskTileCache(
      Path folder, ByteBuffer header, long maxBytes, @Nullable FileChannel lockFile) {
    this.folder = folder;
    this.header = header;
    this.maxBytes = maxBytes;
    this.lockFile = lockFile;
    writable = lockFile != null;
  }

  /**
   * Opens, or makes, the cache of this scene and recipe below {@code root}.
   *
   * @param maxBytes the most its files take together
   * @throws IOException when the folder cannot be made or read
   */
  public static DiskTileCache open(Path root, Fingerprint scene, Fingerprint recipe, long maxBytes)
      throws IOException {
    if (maxBytes < 1 << 16) {
      throw new IllegalArgumentException(
          "maxBytes is %d; expected %d or more".formatted(maxBytes, 1 << 16));
    }
    var folder =
        root.resolve("tiles-v" + SegmentFormat.VERSION)
            .resolve(scene.hex().substring(0, 24) + "-" + recipe.hex().substring(0, 24));
    Files.createDirectories(folder);
    var cache =
        new DiskTileCache(folder, SegmentFormat.header(scene, recipe), maxBytes, lock(folder));
    try {
      cache.load();
    } catch (IOException e) {
      cache.close();
      throw e;
    }
    return cache;
  }

  /** The tile's bytes; null when they are not here or damaged. */
  public @Nullable Bytes get(long address) {
    Entry entry;
    synchronized (this) {
      entry = index.get(address);
      if (entry == null) {
        return null;
      }
      entry.wasRead = true;
    }
    byte[] payload = entry.segment.read(entry.offset, entry.length, entry.crc);
    if (payload == null) {
      synchronized (this) {
        index.remove(address, entry);
      }
      return null;
    }
    return Bytes.wrap(payload);
  }

  /** Whether the tile is here; its bytes are not looked at. */
  public synchronized boolean contains(long address) {
    return index.containsKey(address);
  }

  /** Lets go of a tile that is of no use, so that a better one can be kept. */
  public synchronized void remove(long address) {
    index.remove(address);
  }

  /** Keeps a tile, unless it is here, the disk is full or another process writes this folder. */
  public synchronized void put(long address, Bytes tile) {
    boolean tooLarge = tile.size() > Math.min(SegmentFormat.LARGEST_PAYLOAD, segmentBytes() / 2);
    if (closed || full || !writable || tooLarge || index.containsKey(address)) {
      return;
    }
    try {
      append(address, tile.toArray());
      while (bytes() > maxBytes && segments.size() > 1) {
        dropOldest();
      }
    } catch (IOException e) {
      full = true;
      LOG.warn(
          "cannot write tiles to {} ({}): keeping them in memory only; free some space and restart",
          folder,
          e.getMessage());
    }
  }

  /** How many tiles there are. */
  public synchronized int size() {
    return index.size();
  }

  /** What the files take, in bytes. */
  public synchronized long bytes() {
    long sum = 0;
    for (var segment : segments) {
      sum += segment.bytes();
    }
    return sum;
  }

  /** Whether {@link #put} keeps anything. */
  public synchronized boolean isWritable() {
    return writable && !full && !closed;
  }

  /** The folder of the files. */
  public Path folder() {
    return folder;
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    index.clear();
    try {
      for (var segment : segments) {
        segment.close();
      }
      if (lockFile != null) {
        lockFile.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("close(%s)".formatted(folder), e);
    }
  }

  private synchronized void load() throws IOException {
    boolean warned = false;
    for (var file : files()) {
      var name = file.getFileName().toString();
      nextNumber = Math.max(nextNumber, numberOf(name) + 1);
      if (writable && Files.size(file) < SegmentFormat.HEADER_BYTES) {
        Files.delete(file); // a crash right after its creation: there is nothing in it
        continue;
      }
      var segment = Segment.open(file, header, writable);
      if (segment == null) {
        if (!warned) {
          LOG.warn("{} is not of this version or scene: left alone; delete it to free space", file);
        }
        warned = true;
        continue;
      }
      segment.scan(
          (address, offset, length, crc) ->
              index.put(address, new Entry(segment, offset, length, crc)),
          writable);
      segments.addLast(segment);
    }
    if (!writable) {
      LOG.warn("another process writes {}: reading only; give this one its own folder", folder);
    }
  }

  private List<Path> files() throws IOException {
    try (var all = Files.list(folder)) {
      return new ArrayList<>(
          all.filter(file -> file.getFileName().toString().endsWith(SUFFIX)).sorted().toList());
    }
  }

  private static long numberOf(String name) {
    try {
      return Long.parseLong(name.substring(0, name.length() - SUFFIX.length()));
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private void append(long address, byte[] payload) throws IOException {
    var segment = segments.peekLast();
    if (segment == null || segment.bytes() + payload.length > segmentBytes()) {
      var name = "%010d%s".formatted(nextNumber++, SUFFIX);
      segment = Segment.create(folder.resolve(name), header.duplicate());
      segments.addLast(segment);
    }
    var record = SegmentFormat.record(address, payload);
    int crc = SegmentFormat.payloadCrc(record);
    long offset = segment.append(record);
    index.put(address, new Entry(segment, offset, payload.length, crc));
  }

  /** Drops the oldest segment; of what was read since it was written, half a segment stays. */
  private void dropOldest() throws IOException {
    var oldest = segments.removeFirst();
    var kept = new ArrayList<Map.Entry<Long, byte[]>>();
    long keptBytes = 0;
    for (var each : index.entrySet()) {
      var entry = each.getValue();
      if (entry.segment == oldest && entry.wasRead && keptBytes < segmentBytes() / 2) {
        byte[] payload = oldest.read(entry.offset, entry.length, entry.crc);
        if (payload != null) {
          kept.add(Map.entry(each.getKey(), payload));
          keptBytes += payload.length;
        }
      }
    }
    index.values().removeIf(entry -> entry.segment == oldest);
    oldest.delete();
    for (var each : kept) {
      append(each.getKey(), each.getValue());
    }
  }

  private long segmentBytes() {
    return Math.clamp(maxBytes / 8, 1 << 13, LARGEST_SEGMENT);
  }

  /** The open lock file; null when another process, or another cache in this one, holds it. */
  private static @Nullable FileChannel lock(Path folder) throws IOException {
    var channel =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    @Nullable FileLock lock = null;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      LOG.debug("{} is open twice in this process", folder);
    }
    if (lock == null) {
      channel.close();
      return null;
    }
    return channel;
  }

  /** Where a tile lies; {@code wasRead} is guarded by the cache. */
  private static final class Entry {
    final Segment segment;
    final long offset;
    final int length;
    final int crc;
    boolean wasRead;

    Entry(Segment segment, long offset, int length, int crc) {
      this.segment = segment;
      this.offset = offset;
      this.length = length;
      this.crc = crc;
    }
  }
}
