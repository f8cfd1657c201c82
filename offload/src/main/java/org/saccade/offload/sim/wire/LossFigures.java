package org.saccade.offload.sim.wire;

import java.util.Arrays;
import java.util.EnumMap;
import org.saccade.offload.fec.Need;

/** What became of the tiles of a {@link LossRun}. One thread. */
public final class LossFigures {
  private final EnumMap<Need, OfNeed> needs = new EnumMap<>(Need.class);
  private double arrivedBytes;
  private double duplicateBytes;
  private double repairShare;
  private long wrong;

  /** Tiles of one kind. */
  public static final class OfNeed {
    private float[] millis = new float[256];
    private int count;
    private double bodyBytes;
    private double fragmentBytes;
    private double sentBytes;

    private void add(double after) {
      if (count == millis.length) {
        millis = Arrays.copyOf(millis, 2 * count);
      }
      millis[count++] = (float) after;
    }

    /** Tiles asked for. */
    public int tiles() {
      return count;
    }

    /** Share of those asked for that could be used so soon after the ask. */
    public double within(double limitMillis) {
      int in = 0;
      for (int i = 0; i < count; i++) {
        in += millis[i] <= limitMillis ? 1 : 0;
      }
      return (double) in / count;
    }

    /** A percentile of milliseconds until tiles could be used. */
    public double millis(double share) {
      float[] sorted = Arrays.copyOf(millis, count);
      Arrays.sort(sorted);
      return count == 0 ? Double.NaN : sorted[(int) Math.min(count - 1, share * count)];
    }

    /** Bytes of fragments and repair, by those of the tiles' fragments each once, less 1. */
    public double overhead() {
      return sentBytes / fragmentBytes - 1;
    }

    /** The same by the tiles alone: fragments' headers count too. */
    public double overheadByTiles() {
      return sentBytes / bodyBytes - 1;
    }
  }

  LossFigures() {
    for (var need : Need.values()) {
      needs.put(need, new OfNeed());
    }
  }

  /** Tiles of one kind. */
  public OfNeed of(Need need) {
    return java.util.Objects.requireNonNull(needs.get(need));
  }

  /** {@link OfNeed#overhead} of all tiles. */
  public double overhead() {
    return sum(each -> each.sentBytes) / sum(each -> each.fragmentBytes) - 1;
  }

  /** {@link OfNeed#overheadByTiles} of all tiles. */
  public double overheadByTiles() {
    return sum(each -> each.sentBytes) / sum(each -> each.bodyBytes) - 1;
  }

  /** Of the bytes of fragments that arrived, those that had arrived or been rebuilt before. */
  public double duplicateShare() {
    return arrivedBytes == 0 ? 0 : duplicateBytes / arrivedBytes;
  }

  /** Of the bytes sent, those of repair. */
  public double repairShare() {
    return repairShare;
  }

  /** Tiles joined whose bytes are not the tile's. */
  public long wrong() {
    return wrong;
  }

  void usable(TileLoad.Tile tile, double afterMillis) {
    var figures = of(tile.need());
    figures.add(afterMillis);
    if (Double.isFinite(afterMillis)) {
      figures.bodyBytes += tile.body().size();
      figures.fragmentBytes += LossEdge.fragmentBytes(tile);
    }
  }

  void arrived(int bytes, boolean isDuplicate) {
    arrivedBytes += bytes;
    duplicateBytes += isDuplicate ? bytes : 0;
  }

  void wrong(boolean isWrong) {
    wrong += isWrong ? 1 : 0;
  }

  void sent(LossEdge edge) {
    double all = 0;
    for (var need : Need.values()) {
      of(need).sentBytes = edge.sentBytes(need);
      all += edge.sentBytes(need);
    }
    repairShare = all == 0 ? 0 : edge.repairBytes() / all;
  }

  private double sum(java.util.function.ToDoubleFunction<OfNeed> part) {
    return needs.values().stream().mapToDouble(part).sum();
  }
}
