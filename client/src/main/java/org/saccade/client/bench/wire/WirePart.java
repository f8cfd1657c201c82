package org.saccade.client.bench.wire;

import java.util.List;
import org.saccade.client.report.Figures;
import org.saccade.client.report.Target;

/** One question that {@code bench wire} answers: a group of results and its targets. One thread. */
interface WirePart {
  /** Of its results. */
  String name();

  /** Measures; tells how far it has come, in words. */
  Answer run(Context context);

  /** What it found. */
  record Answer(Figures results, List<Target> targets) {
    public Answer {
      targets = List.copyOf(targets);
    }
  }

  /**
   * What all parts are given.
   *
   * @param networks to measure on
   * @param seed of all chance
   * @param progress shows words and stops the work where the person did
   * @param check stops the work where the person did, and shows nothing
   */
  record Context(
      WireNetworks networks,
      long seed,
      java.util.function.Consumer<String> progress,
      Runnable check) {}
}
