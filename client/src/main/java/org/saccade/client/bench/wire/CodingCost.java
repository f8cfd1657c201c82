package org.saccade.client.bench.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import org.saccade.client.Failure;
import org.saccade.client.report.Figures;
import org.saccade.offload.fec.Need;
import org.saccade.offload.protocol.Fragmenter;
import org.saccade.offload.protocol.Limits;
import org.saccade.offload.protocol.Mender;
import org.saccade.offload.protocol.RepairGroup;
import org.saccade.offload.protocol.TileFragment;
import org.saccade.offload.protocol.TileRepair;
import org.saccade.offload.protocol.Wish;

/**
 * What repair costs a core: to make it at the edge for a group of foveal tiles, and to rebuild with
 * it at the device, by the objects that do it in the product. One thread.
 */
final class CodingCost {
  private static final double LOSS = 0.05;
  private static final int WARM_GROUPS = 40;
  private static final int GROUPS = 120;
  private static final long SESSION = 1;

  private final long[] addresses = NoiseTiles.addresses(64);
  private final NoiseTiles tiles;
  private final LongSupplier clock;
  private final WirePart.Context context;
  private final SplittableRandom random;
  private final Mender mender = new Mender();
  private Quantiles encodeNanos = new Quantiles();
  private Quantiles decodeNanos = new Quantiles();
  private long tileCount;
  private long tileBytes;
  private long members;
  private long repairs;
  private int packet;
  private int nextTile;

  CodingCost(NoiseTiles tiles, LongSupplier clock, WirePart.Context context) {
    this.tiles = tiles;
    this.clock = clock;
    this.context = context;
    random = new SplittableRandom(context.seed());
  }

  /** Beside what a tile's other steps at the edge take. */
  Figures figures(double otherMicrosATile) {
    for (int i = 0; i < WARM_GROUPS + GROUPS; i++) {
      context.check().run();
      if (i == WARM_GROUPS) {
        encodeNanos = new Quantiles();
        decodeNanos = new Quantiles();
        tileCount = 0;
        tileBytes = 0;
        members = 0;
        repairs = 0;
      }
      group();
    }
    double bytes = tileBytes / (double) GROUPS;
    double encode = encodeNanos.at(0.5);
    double microsATile = encode * 1e-3 * GROUPS / tileCount;
    return new Figures()
        .with("loss", LOSS)
        .with("datagrams_a_group", members / (double) GROUPS)
        .with("repair_by_datagrams", repairs / (double) members)
        .with("encode_mb_s", bytes * 1e3 / encode)
        .with("decode_mb_s", bytes * 1e3 / decodeNanos.at(0.5))
        .with("encode_us_a_tile", microsATile)
        .with("encode_by_serving", microsATile / (microsATile + otherMicrosATile));
  }

  /** As many whole tiles as fit a group, coded, some lost, and rebuilt. */
  private void group() {
    var fragments = fragments();
    var repair = new ArrayList<TileRepair>();
    var edge = new RepairGroup();
    edge.lossIs(LOSS);
    long began = clock.getAsLong();
    for (var each : fragments) {
      edge.add(each, Need.FOVEAL, 0);
    }
    while (edge.isDue(null, 0)) {
      repair.add(edge.next(SESSION, ++packet, 0));
      edge.sent();
    }
    encodeNanos.add((double) (clock.getAsLong() - began));
    members += fragments.size();
    repairs += repair.size();
    int lost = (int) Math.round(LOSS * fragments.size());
    for (int i = 0; i < lost; i++) {
      fragments.remove(random.nextInt(fragments.size()));
    }
    long before = mender.rebuilt();
    began = clock.getAsLong();
    fragments.forEach(mender::accept);
    repair.forEach(mender::accept);
    decodeNanos.add((double) (clock.getAsLong() - began));
    if (mender.rebuilt() - before != lost) {
      throw Failure.failed(
          "of %d lost datagrams %d were rebuilt: the code is broken, report it"
              .formatted(lost, mender.rebuilt() - before));
    }
  }

  private List<TileFragment> fragments() {
    var fragments = new ArrayList<TileFragment>();
    while (true) {
      long address = addresses[nextTile % addresses.length];
      var body = tiles.body(address);
      var cut = Fragmenter.forDatagrams(body.bytes(), body.contentHash());
      if (fragments.size() + cut.count() > Limits.REPAIR_MEMBERS) {
        return fragments;
      }
      nextTile++;
      tileCount++;
      tileBytes += body.bytes().size();
      for (int i = 0; i < cut.count(); i++) {
        fragments.add(cut.fragment(SESSION, ++packet, 0, new Wish(address, 0, 0), i));
      }
    }
  }
}
