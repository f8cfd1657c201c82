package org.saccade.client.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.saccade.client.Progress;
import org.saccade.client.Surroundings;
import org.saccade.client.report.BenchReport;
import org.saccade.client.report.Figures;
import org.saccade.client.report.Machine;
import org.saccade.client.report.Target;
import org.saccade.client.report.Version;
import org.saccade.offload.sim.CacheReplay;
import org.saccade.offload.sim.PopularityRequests;
import org.saccade.offload.sim.TileRequests;
import org.saccade.offload.sim.Watching;
import org.saccade.render.tile.Fingerprint;
import org.saccade.render.tile.Recipe;

/**
 * What share of requests an edge's cache serves, by what it lets go, on the requests that devices
 * of recorded people would make.
 */
public final class CacheBench {
  private static final double[] SHARES = {0.01, 0.05, 0.1, 0.2};
  private static final double JUDGED_SHARE = 0.1;

  private final Surroundings surroundings;
  private final Optional<Path> folder;
  private final int atOnce;
  private final long seed;

  /**
   * @param folder popularity files, or none: seeded people stand in
   * @param atOnce people who are there at the same time
   */
  public CacheBench(Surroundings surroundings, Optional<Path> folder, int atOnce, long seed) {
    this.surroundings = surroundings;
    this.folder = folder;
    this.atOnce = atOnce;
    this.seed = seed;
  }

  /** Replays and puts the figures together. */
  public BenchReport run() {
    var scenes = folder.map(PopularityFolder::read).orElseGet(() -> PopularityFolder.standIn(seed));
    var recipe = Recipe.standard(1, Fingerprint.sha256("bench cache".getBytes(UTF_8)));
    var requests = new PopularityRequests(recipe).of(scenes, atOnce, seed);
    var results =
        new Figures().with("requests", requests.size()).with("catalogue", requests.distinct());
    double closed = Double.NaN;
    for (double share : SHARES) {
      var hits = hits(requests, share, recipe.maxLevel());
      double gap = hits.getOrDefault("belady", 0.0) - hits.getOrDefault("lfu", 0.0);
      double ofGap = (hits.getOrDefault("ours", 0.0) - hits.getOrDefault("lfu", 0.0)) / gap;
      var figures = new Figures();
      hits.forEach(figures::with);
      results.with(
          "at_%.0f_percent".formatted(100 * share),
          figures.with("lfu_to_belady_gap_closed", ofGap));
      closed = share == JUDGED_SHARE ? ofGap : closed;
    }
    return report(scenes, results, closed);
  }

  private Map<String, Double> hits(TileRequests requests, double share, int maxLevel) {
    int capacity = Math.max(1, (int) (share * requests.distinct()));
    var hits = new LinkedHashMap<String, Double>();
    try (var progress = new Progress(surroundings)) {
      for (var policy : CacheReplay.POLICIES) {
        double hit =
            CacheReplay.hitShare(
                policy,
                requests,
                capacity,
                maxLevel,
                seed,
                done -> {
                  surroundings.stop().check();
                  progress.say(
                      String.format(
                          Locale.ROOT,
                          "%s at %.0f %% of the catalogue: %.0f %% done",
                          policy,
                          100 * share,
                          100 * done));
                });
        hits.put(policy, hit);
      }
    }
    return hits;
  }

  private BenchReport report(List<List<Watching>> scenes, Figures results, double closed) {
    var inputs =
        new Figures()
            .with("popularity", folder.map(Path::toString).orElse("generated stand-in, no people"))
            .with("scenes", scenes.size())
            .with(
                "people",
                scenes.stream().flatMap(List::stream).mapToInt(Watching::user).distinct().count())
            .with("people_at_once", atOnce)
            .with("seed", seed);
    var target =
        Target.atLeast("share of the LFU-to-Belady gap closed, cache of 10 %", closed, 0.25);
    return new BenchReport(
        "cache", Version.text(), Machine.facts(), inputs, results, List.of(target));
  }
}
