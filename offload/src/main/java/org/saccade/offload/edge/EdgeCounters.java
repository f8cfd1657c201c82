package org.saccade.offload.edge;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** What an edge counts; any thread adds. */
final class EdgeCounters {
  final LongAdder welcomed = new LongAdder();
  final LongAdder requests = new LongAdder();
  final LongAdder sentTiles = new LongAdder();
  final LongAdder sentFragments = new LongAdder();
  final LongAdder sentRepairs = new LongAdder();
  final LongAdder sentBytes = new LongAdder();
  final LongAdder unavailable = new LongAdder();
  final LongAdder bakedFaces = new LongAdder();
  final LongAdder draftFaces = new LongAdder();
  final LongAdder bakedTiles = new LongAdder();
  final LongAdder bakeNanos = new LongAdder();
  final LongAdder failedFaces = new LongAdder();
  final AtomicLong lastBakeNanos = new AtomicLong();

  /** What a whole face takes: the last one did, or five drafts; 0 while nobody knows. */
  final AtomicLong wholeFaceNanos = new AtomicLong();
}
