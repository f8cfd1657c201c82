package org.saccade.offload.sim;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.saccade.render.tile.TileResidency;

/** A device's tiles, bounded in bytes; those not used the longest go first. */
final class SimMemory implements TileResidency {
  private final Map<Long, Integer> kept = new LinkedHashMap<>(256, 0.75f, true);
  private final long maxBytes;
  private long bytes;

  SimMemory(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  @Override
  public boolean isResident(long address) {
    return kept.containsKey(address);
  }

  void put(long address, int tileBytes) {
    var before = kept.put(address, tileBytes);
    bytes += tileBytes - (before == null ? 0 : before);
    var oldest = kept.entrySet().iterator();
    while (bytes > maxBytes && oldest.hasNext()) {
      bytes -= oldest.next().getValue();
      oldest.remove();
    }
  }

  /** It is drawn now. */
  void use(long address) {
    kept.get(address);
  }

  /** Forgets all others. */
  void keepOnly(Set<Long> addresses) {
    kept.keySet().retainAll(addresses);
    bytes = kept.values().stream().mapToLong(Integer::longValue).sum();
  }
}
