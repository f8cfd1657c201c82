package org.saccade.client.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.saccade.client.Failure;
import org.saccade.client.Surroundings;
import org.saccade.client.bench.QualityBench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench quality}: pictures from tiles against the truth. */
@Command(
    name = "quality",
    description = {
      "How much pictures from warm tiles look like the truth, beside the device's own, "
          + "and how much they and others' pictures do a round trip after they were asked for.",
      "The truth has 16 samples a pixel. About 20 minutes when nothing is cached.",
      ""
    },
    sortOptions = false)
final class BenchQualityCommand implements Callable<Integer> {
  private static final int QUICK = 8;
  private static final int FULL = 48;

  private final Surroundings surroundings;

  @Mixin BenchOptions options = new BenchOptions();
  @Mixin ScenesOption scenes = new ScenesOption();

  @Option(
      names = "--poses",
      paramLabel = "N",
      description = "Poses a scene, evenly along the motion (default 8, 48 with --full).")
  @Nullable Integer poses;

  @Option(names = "--full", description = "As many poses as the targets are set for: 48.")
  boolean isFull;

  @Option(
      names = "--rtt",
      paramLabel = "MS",
      split = ",",
      defaultValue = "0,20,40,100,200",
      description = "Round trips, milliseconds, separated by commas (default ${DEFAULT-VALUE}).")
  List<Integer> roundTrips = List.of();

  BenchQualityCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    int count = poses == null ? (isFull ? FULL : QUICK) : poses;
    if (count < 1 || count > 1000) {
      throw Failure.usage("--poses is %d; expected 1 to 1000".formatted(count));
    }
    for (int millis : roundTrips) {
      if (millis < 0 || millis > 500) {
        throw Failure.usage("--rtt is %d; expected 0 to 500 ms".formatted(millis));
      }
    }
    var work = options.work(surroundings, "quality");
    var settings = options.settings(surroundings);
    var bench = new QualityBench(surroundings, settings, count, roundTrips, work);
    options.tell(surroundings, bench.run(scenes.scenes));
    return 0;
  }
}
